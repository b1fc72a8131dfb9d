/** `every N after completion`: the instant that follows an end, moved to where its days, windows and bounds allow it. */
import { type CompletionTrigger, SchedcError, type Times } from "../model/index.ts";
import { type PreparedTrigger, prepare } from "../trigger/index.ts";

/** The first instant at or after `instant` that the trigger's scope holds; undefined when there is none. */
export type NextInside = (instant: number) => number | undefined;

const sixty = Array.from({ length: 60 }, (_, index) => index);

export function prepareCompletion(trigger: CompletionTrigger): NextInside {
  const { kind: _, every, days, during, ...scope } = trigger;
  if (!(every > 0)) {
    throw new SchedcError(`A wait of ${every} ms after completion would never let go; it takes more than 0.`, {
      code: "trigger/no-wait",
    });
  }
  if (isEverything(trigger)) return (instant) => instant;
  // The scope as a trigger of its own, which fires at each second that lies inside. Ranges by its own clock open on its
  // days and carry them over midnight; windows by another clock only filter.
  const ranges = during?.every(({ zone }) => zone === undefined)
    ? during.flatMap((window) => window.ranges)
    : undefined;
  const times: Times = ranges ? { every: 1000, ranges } : { hours: sixty.slice(0, 24), minutes: sixty, seconds: sixty };
  const inside: PreparedTrigger = prepare({
    ...scope,
    ...(during && !ranges && { during }),
    kind: "calendar",
    days,
    times,
    dst: { gap: "skip", overlap: "both" },
  });
  return (instant) => {
    const second = Math.floor(instant / 1000) * 1000;
    const next = inside.next(second - 1);
    return next === second ? instant : next;
  };
}

function isEverything({ days, from, until, during, except }: CompletionTrigger): boolean {
  const anyDay = days.some((rule) => Object.keys(rule).length === 0);
  return anyDay && from === undefined && until === undefined && during === undefined && except === undefined;
}
