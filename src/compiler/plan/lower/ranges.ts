/** Ranges of the day as closed spans of whole seconds; what reaches past midnight goes on beyond 86,400. */
import type { RangeNode } from "../../../dsl/index.ts";
import type { ClockRange, Weekday } from "../../../runtime/model/index.ts";
import { clockText, daySeconds } from "./civil-text.ts";
import { ordered } from "./order.ts";
import { refuse } from "./refusal.ts";

/** Seconds counted from the midnight of the day that opens it. */
export interface DaySpan {
  readonly from: number;
  /** Itself within. */
  readonly to: number;
  /** The opening days; every day without. */
  readonly weekdays?: readonly Weekday[] | "workday";
}

/**
 * `within` keeps both ends of clock times; `without`, for what is taken out, leaves its end alone. Whole hours reach
 * to the end of the last in both. An end at midnight is the end of the day and no fire.
 */
export function daySpan(range: RangeNode, side: "within" | "without"): DaySpan {
  if (range.kind === "hours") {
    const [first, last] = [range.from.value, range.to.value];
    if (first > 23 || last > 23) refuse(range, "whole hours go from 0 to 23");
    return { from: first * 3600, to: (last < first ? last + 24 : last) * 3600 + 3599 };
  }
  const [from, end] = [range.from.seconds, range.to.seconds];
  if (from === daySeconds || from === end) refuse(range, "this range has no length");
  if (end === 0 || end === daySeconds) return { from, to: daySeconds - 1 };
  const to = end < from ? end + daySeconds : end;
  return { from, to: side === "within" ? to : to - 1 };
}

/** In the trigger's own spelling and order. */
export function clockRanges(spans: readonly DaySpan[]): readonly ClockRange[] {
  return ordered(
    spans.map(({ from, to, weekdays }): ClockRange => {
      const [first, last] = [clockText(from), clockText(to)];
      return weekdays ? [first, last, weekdays] : [first, last];
    }),
  );
}
