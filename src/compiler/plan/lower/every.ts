/** `every …`: a calendar of days and times, elapsed steps, or a wait after the last run. */
import type { BoundClause, EveryNode } from "../../../dsl/index.ts";
import type {
  CalendarTrigger,
  CompletionTrigger,
  DayRule,
  ElapsedTrigger,
  Milliseconds,
  Window,
} from "../../../runtime/model/index.ts";
import { type Clauses, gather } from "./clauses.ts";
import type { LowerContext } from "./context.ts";
import { countedIn, openDays } from "./days.ts";
import { type HeadMeaning, readHead } from "./head.ts";
import type { Parameters } from "./parameters.ts";
import { clockRanges, type DaySpan } from "./ranges.ts";
import { refuse } from "./refusal.ts";
import { boundText, scopeOf, zoneOf } from "./scope.ts";
import { anchors, dayTiming, stepTiming, type Timing } from "./timing.ts";
import { both } from "./weekdays.ts";

/** What an `every` can become. */
type EveryTrigger = CalendarTrigger | ElapsedTrigger | CompletionTrigger;

/** More than one where windows that open on different days give the minutes of a step. */
export function lowerEvery(node: EveryNode, context: LowerContext): readonly EveryTrigger[] {
  const clauses = gather(node.clauses);
  const head = readHead(node.head);
  const days = openDays(node, head, clauses, zoneOf(clauses, context), context.parameters);
  const spans = anchors(head, clauses, context);
  if (head.kind === "completion") return [completion(head.every, clauses, days, spans, context)];
  if (head.kind === "step" && clauses.at?.random) refuse(clauses.at, "a random time needs days to be drawn in");
  const anchor = head.kind === "step" ? elapsedAnchor(node, head.every, clauses, spans, context) : undefined;
  if (head.kind === "step" && anchor) return [elapsed(head, anchor, clauses, days, context)];

  const timings =
    head.kind === "step" ? stepTiming(node, head.every, clauses, spans) : dayTiming(node, clauses, spans, context.id);
  // `during` filters, unless its windows have become the ranges that the times come from.
  const scope = scopeOf(
    clauses,
    countedIn(head, clauses),
    spans === undefined || clauses.ranges !== undefined,
    context,
  );
  return timings.map(({ times, dst, weekdays }) => ({
    kind: "calendar",
    ...scope,
    days: within(days, weekdays),
    times,
    dst: { ...dst, ...context.dst },
  }));
}

/**
 * The start of a step that is elapsed time: `from DATETIME` where nothing else gives the times, and `from DATE` for
 * one that does not divide the day. Undefined where the step goes by the wall clock.
 */
function elapsedAnchor(
  node: EveryNode,
  every: Milliseconds,
  { at, from }: Clauses,
  spans: readonly DaySpan[] | undefined,
  { parameters }: LowerContext,
): BoundClause | undefined {
  if (spans !== undefined) return undefined;
  const divides = every < 86_400_000 && 86_400_000 % every === 0;
  if (from && !at && (!isDate(from, parameters) || !divides)) return from;
  if (!divides) refuse(node, "this step does not divide the day, so it needs a start");
  return undefined;
}

function isDate({ instant }: BoundClause, parameters: Parameters): boolean {
  return instant.kind === "date" || (instant.kind === "parameter" && parameters.get(instant.name) === "date");
}

/** Its anchor is a fire; clauses about days only take fires out. */
function elapsed(
  head: HeadMeaning & { readonly kind: "step" },
  anchor: BoundClause,
  clauses: Clauses,
  days: readonly DayRule[],
  context: LowerContext,
): ElapsedTrigger {
  const scope = scopeOf(clauses, countedIn(head, clauses), true, context);
  return { kind: "elapsed", ...scope, every: head.every, anchor: boundText(anchor, context.parameters), days };
}

/** Has no times of its own: ranges and windows become what an instant has to wait for. */
function completion(
  every: Milliseconds,
  clauses: Clauses,
  days: readonly DayRule[],
  spans: readonly DaySpan[] | undefined,
  context: LowerContext,
): CompletionTrigger {
  if (clauses.at) refuse(clauses.at, "a wait after the last run has no clock times");
  if (clauses.offset) refuse(clauses.offset, "a wait after the last run has no clock times");
  if (spans && clauses.during)
    refuse(clauses.during, "a range and a window do not both bound a wait after the last run");
  const scope = scopeOf(clauses, "month", true, context);
  const during: readonly Window[] | undefined = spans ? [{ ranges: clockRanges(spans) }] : scope.during;
  return { kind: "completion", ...scope, ...(during && { during }), every, days };
}

/** The rules on the days on which the windows open; none where these exclude each other. */
function within(days: readonly DayRule[], weekdays: Timing["weekdays"]): readonly DayRule[] {
  if (weekdays === undefined) return days;
  if (weekdays === "workday") return days.map((rule) => ({ ...rule, open: true }));
  return days.flatMap((rule) => {
    const left = both(rule.weekdays, weekdays) ?? [];
    return left.length > 0 ? [{ ...rule, weekdays: left }] : [];
  });
}
