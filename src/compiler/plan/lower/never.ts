/** The clauses behind `expect never`: every second that they hold, as if behind `every second of every day`. */
import type { Clause, DayItem, EveryNode, Located } from "../../../dsl/index.ts";
import type { CalendarTrigger, Times } from "../../../runtime/model/index.ts";
import { type Clauses, gather } from "./clauses.ts";
import { type LowerContext, wallDst } from "./context.ts";
import { countedIn, openDays } from "./days.ts";
import { readHead } from "./head.ts";
import { clockRanges, daySpan } from "./ranges.ts";
import { refuse } from "./refusal.ts";
import { scopeOf } from "./scope.ts";
import { wholeDay } from "./step-times.ts";
import { dayTiming } from "./timing.ts";
import { withCalendar } from "./trigger.ts";
import { windowNamed } from "./windows.ts";

/** The days behind `expect N fires every`. */
export function lowerHeldDays(items: readonly DayItem[], zone: string, context: LowerContext): CalendarTrigger {
  const [first, last] = [items[0], items.at(-1)];
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  return lowerNever({ span }, [{ kind: "on", what: { kind: "days", days: items }, span }], zone, context);
}

/** `zone` is the clock that the job's own times are read on; times of another clock cannot be held against them. */
export function lowerNever(
  place: Located,
  clauses: readonly Clause[],
  zone: string,
  context: LowerContext,
): CalendarTrigger {
  refuseOtherClocks(gather(clauses), zone, context);
  return lowerHeld(place, clauses, zone, context);
}

/** Every second that the clauses hold; `unit` is the period in which they count. */
export function lowerHeld(
  { span }: Located,
  clauses: readonly Clause[],
  zone: string,
  context: LowerContext,
  unit: "day" | "week" | "month" | "quarter" | "year" = "day",
): CalendarTrigger {
  const node: EveryNode = { kind: "every", head: { kind: "unit", unit, span }, clauses, span };
  const found = gather(clauses);
  const head = readHead(node.head);
  const scope = scopeOf(found, countedIn(head, found), true, { ...context, zone });
  const days = openDays(node, head, found, zone);
  const held: CalendarTrigger = {
    kind: "calendar",
    ...scope,
    days,
    times: timesOf(node, found, context),
    dst: wallDst,
  };
  const [own = held] = withCalendar(node, [held], context);
  return own;
}

function timesOf(node: EveryNode, clauses: Clauses, context: LowerContext): Times {
  const { at, offset, ranges } = clauses;
  const spans = ranges?.ranges.map((range) => daySpan(range, "within"));
  if (at?.random) refuse(at, "which times are drawn is nothing to expect");
  if (at === undefined && offset?.of.kind !== "clock") {
    return { every: 1000, ranges: clockRanges(spans ?? wholeDay) };
  }
  const minutes = at?.items.some(({ kind }) => kind === "minute");
  const [timing] = dayTiming(node, clauses, spans ?? (minutes ? wholeDay : undefined), context.id);
  return timing?.times ?? { at: [] };
}

function refuseOtherClocks({ inZone, during, except }: Clauses, zone: string, context: LowerContext): void {
  if (inZone && inZone.zone.text !== zone) refuse(inZone, `the job's times are those of ${zone}`);
  const excepted = (except?.items ?? []).flatMap((item) => ("name" in item ? [item.name] : []));
  for (const name of [...(during?.windows ?? []), ...excepted]) {
    const window = context.window(name.text) && windowNamed(name, context);
    if (window?.zone && window.zone.text !== zone) {
      refuse(name, `\`${name.text}\` keeps the clock of ${window.zone.text}, and the job's times are those of ${zone}`);
    }
  }
}
