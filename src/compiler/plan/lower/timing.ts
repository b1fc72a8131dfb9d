/** When in the day: a sentence's ranges, windows, `at` and steps as times and a DST policy. */
import type { EveryNode } from "../../../dsl/index.ts";
import type { DstPolicy, Times, Weekday } from "../../../runtime/model/index.ts";
import { clockText, daySeconds } from "./civil-text.ts";
import type { Clauses } from "./clauses.ts";
import { type AtMeaning, clocksWithin, marksWithin, offsetClock, readAt } from "./clock-times.ts";
import { drawnDst, fixedDst, type LowerContext, wallDst } from "./context.ts";
import type { HeadMeaning } from "./head.ts";
import { fixedTimes, patternTimes } from "./normal-times.ts";
import { ascending } from "./order.ts";
import { clockHole } from "./parameters.ts";
import { clockRanges, type DaySpan, daySpan } from "./ranges.ts";
import { refuse } from "./refusal.ts";
import { zoneOf } from "./scope.ts";
import { stepTimes, wholeDay } from "./step-times.ts";
import { anchoringSpans } from "./windows.ts";

/** Times of the day with the days that are theirs alone. */
export interface Timing {
  readonly times: Times;
  readonly dst: DstPolicy;
  /** Opening days of the windows that these times come from; every day without. */
  readonly weekdays?: readonly Weekday[] | "workday";
}

/** The ranges that the sentence's times are counted from or kept to: its own, else those of `during`. */
export function anchors(head: HeadMeaning, clauses: Clauses, context: LowerContext): readonly DaySpan[] | undefined {
  if (clauses.ranges) return clauses.ranges.ranges.map((range) => daySpan(range, "within"));
  if (!clauses.during || !(head.kind === "step" || clauses.at?.random)) return undefined;
  return anchoringSpans(clauses.during, zoneOf(clauses, context), context);
}

/** Steps and minutes under them. */
export function stepTiming(
  node: EveryNode,
  every: number,
  clauses: Clauses,
  spans: readonly DaySpan[] | undefined,
): readonly Timing[] {
  if (clauses.at === undefined) return [{ times: stepTimes(every, spans ?? wholeDay), dst: wallDst }];
  const at = readAt(clauses.at);
  if (at.kind === "clocks") refuse(clauses.at, "a step gives its own times");
  if (every % 3_600_000 !== 0) refuse(clauses.at, "minutes go with steps of whole hours");
  return minuteTiming(node, at.marks, every / 3_600_000, spans ?? wholeDay);
}

/** Times under a head of days or longer. */
export function dayTiming(
  node: EveryNode,
  clauses: Clauses,
  spans: readonly DaySpan[] | undefined,
  id: string,
): readonly Timing[] {
  const { at, offset } = clauses;
  if (at?.random) {
    if (spans === undefined) refuse(at, "a random time needs a range");
    return [{ times: { random: id, ranges: clockRanges(spans) }, dst: drawnDst }];
  }
  const meaning: AtMeaning | undefined = at && readAt(at);
  const clocks = meaning?.kind === "clocks" ? [...meaning.clocks] : [];
  if (offset?.of.kind === "clock") clocks.push(offsetClock(offset, offset.of));
  if (meaning?.kind === "minutes") {
    if (clocks.length > 0) refuse(node, "clock times and minutes do not mix");
    if (spans === undefined) refuse(node, "the minutes do not say of which hours");
    return minuteTiming(node, meaning.marks, 1, spans);
  }
  const named = meaning?.kind === "clocks" ? meaning.named : [];
  if (clocks.length + named.length === 0) refuse(node, "the sentence does not say at what time");
  if (named.length > 0) return [{ times: openTimes(clocks, named, spans), dst: fixedDst }];
  return [{ times: fixedTimes(spans ? clocksWithin(clocks, spans) : clocks), dst: fixedDst }];
}

/** Clock times of which some come with the values of a template: a list, for nothing shorter can be told yet. */
function openTimes(clocks: readonly number[], named: readonly string[], spans: readonly DaySpan[] | undefined): Times {
  const written = ascending(spans ? clocksWithin(clocks, spans) : clocks).map(clockText);
  return { at: [...written, ...[...new Set(named)].sort().map((name) => clockHole(name, spans))] };
}

/** A list of clocks has no days of its own, so windows that open on different days become timings of their own. */
function minuteTiming(
  node: EveryNode,
  marks: readonly number[],
  hours: number,
  spans: readonly DaySpan[],
): readonly Timing[] {
  // Every hour has the same minutes whichever range counts it; every second one has not.
  if (hours > 1 && dependOnDays(spans)) {
    refuse(node, "ranges that overlap differently from day to day do not say which of them counts the hours");
  }
  const groups = new Map<string, readonly DaySpan[]>();
  for (const span of spans) {
    const key = String(span.weekdays ?? "");
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  return [...groups.values()].map((group) => {
    const weekdays = group[0]?.weekdays;
    const times = patternTimes(ascending(marksWithin(marks, hours, group)));
    return { times, dst: wallDst, ...(weekdays && { weekdays }) };
  });
}

/** Whether ranges meet that open on different days, so that none of them always counts. */
function dependOnDays(spans: readonly DaySpan[]): boolean {
  return spans.some((one) =>
    spans.some((other) => {
      const sameDays = String(one.weekdays ?? "") === String(other.weekdays ?? "");
      const meet = other.from >= one.from && other.from <= one.to && other !== one;
      return (meet && !sameDays) || other.from + daySeconds <= one.to;
    }),
  );
}
