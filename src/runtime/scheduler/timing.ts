/** What a trigger comes to once it is read. Jobs of equal triggers share it, and the answers that it gives. */
import { SchedcError, type Trigger } from "../model/index.ts";
import { draw, type PreparedTrigger, prepare, type Report, seedOf } from "../trigger/index.ts";
import { type NextInside, prepareCompletion } from "./completion.ts";
import { isTrigger, type TriggerParts, takeApart } from "./parts.ts";

export interface Timing {
  readonly triggerHash: string;
  readonly parts: TriggerParts;
  readonly timed: PreparedTrigger | undefined;
  /** For each `after completion` of the trigger, where the instant after an end may lie. */
  readonly completion: readonly NextInside[];
}

/** Equal triggers that are read one soon after the other are read once; those of a module often are. */
const REMEMBERED = 256;
const remembered = new Map<string, Timing>();

/** Reads the trigger of a job; `report` is told of a custom trigger that gives no sensible answer. */
export type ReadTrigger = (id: string, trigger: Trigger, report: Report) => Timing;

/** For jobs that come at once, and whose triggers nobody changes meanwhile: of equal neighbours the first is read. */
export function createTriggerReader(): ReadTrigger {
  let last: { readonly trigger: Trigger; readonly timing: Timing } | undefined;
  return (id, trigger, report) => {
    if (last !== undefined && isSame(trigger, last.trigger)) return last.timing;
    if (!isTrigger(trigger)) {
      throw new SchedcError(`The job ${id} has no trigger of a kind that this runtime knows.`, {
        code: "job/no-trigger",
      });
    }
    const text = JSON.stringify(trigger);
    const parts = takeApart(trigger);
    // Its text does not say what its function does.
    if (isCustom(parts.timed)) return timingOf(text, parts, report);
    const timing = remembered.get(text) ?? timingOf(text, parts, report);
    if (remembered.size === REMEMBERED) remembered.clear();
    remembered.set(text, timing);
    last = { trigger, timing };
    return timing;
  };
}

/** Whether both have one text: the same members in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (key !== others[index] || !isSame((a as Members)[key], (b as Members)[key])) return false;
  }
  return true;
}

type Members = Readonly<Record<string, unknown>>;

function isCustom(trigger: Trigger | undefined): boolean {
  return trigger?.kind === "union" ? trigger.of.some(isCustom) : trigger?.kind === "custom";
}

function timingOf(text: string, parts: TriggerParts, report: Report): Timing {
  return {
    triggerHash: hashOf(text),
    parts,
    timed: parts.timed && (isCustom(parts.timed) ? prepare(parts.timed, report) : remembering(prepare(parts.timed))),
    completion: parts.completion.map(prepareCompletion),
  };
}

/** Jobs that fire together ask the same question in a row. */
function remembering({ next, previous, has }: PreparedTrigger): PreparedTrigger {
  let asked = Number.NaN;
  let answer: number | undefined;
  return {
    next(after) {
      if (after !== asked) {
        answer = next(after);
        asked = after;
      }
      return answer;
    },
    previous,
    has,
  };
}

/** Only to notice a change: two triggers of one text are the same one. */
function hashOf(text: string): string {
  return `${text.length.toString(36)}-${draw(seedOf(text), 0, Number.MAX_SAFE_INTEGER).toString(36)}`;
}
