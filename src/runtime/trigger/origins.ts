/** Where the days of a month can come from: the way back through a pick's moves, offsets and counts. */
import type { Pick } from "../model/index.ts";
import { monthOf, monthStart } from "./civil.ts";
import { FIRST_DAY, LAST_DAY } from "./range.ts";
import { needed, type Workdays } from "./workdays.ts";

/** Days from `low` to `high`, both within; none when `low` is above. */
interface Reach {
  low: number;
  high: number;
}

/** Counts that begin further out than this are not followed. */
const MARGIN = 366 * 20;

/**
 * Gives, for the days from `first` to `last`, a span of days that holds the period of every choice which can lead there.
 * By workdays the span is exact, so that one which nothing leads to costs no search; by the week it is generous.
 */
export function createOrigins(pick: Pick, workdays?: Workdays): (first: number, last: number) => Readonly<Reach> {
  const { offset, move } = pick;
  const loose = (offset && offset.unit !== "workday" ? leadOf(offset) : 0) + (move && !pick.to ? 2 : 0);
  const chosen: Reach = { low: 0, high: 0 };
  const reach: Reach = { low: 0, high: 0 };
  return (first, last) => {
    chosen.low = first;
    chosen.high = last;
    if (move && pick.to) unmove(chosen, move, needed(workdays));
    if (offset?.unit === "workday") unstep(chosen, offset.by, needed(workdays));
    if (chosen.low > chosen.high) return chosen;
    chosen.low -= loose;
    chosen.high += loose;
    reach.low = LAST_DAY + MARGIN;
    reach.high = FIRST_DAY - MARGIN;
    for (const choice of pick.of) {
      let { low, high } = chosen;
      if ("nth" in choice && (choice.after !== undefined || choice.before !== undefined)) {
        const nth = choice.after === undefined ? -Math.abs(choice.nth) : Math.abs(choice.nth);
        if (choice.day === "workday") {
          const counted = { low, high };
          unstep(counted, nth, needed(workdays));
          low = counted.low;
          high = counted.high;
        } else if (nth > 0) low -= nth * 7 + 7;
        else high -= nth * 7 - 7;
        // From the date that is counted from to the first of its period.
        low -= choice.after ?? choice.before ?? 0;
      }
      if (low > high) continue;
      reach.low = Math.min(reach.low, low);
      reach.high = Math.max(reach.high, high);
    }
    return reach;
  };
}

/** How many days an offset that heeds no calendar leads away, at most. */
function leadOf({ by, unit }: NonNullable<Pick["offset"]>): number {
  const count = Math.abs(by);
  return unit === "day" ? count : unit === "week" ? count * 7 : Math.ceil(count / 5) * 7 + 4;
}

/** Where nothing stands in the way of a search it goes on for ever. */
function bound(span: Reach): void {
  if (span.low <= span.high) {
    span.low = Math.max(span.low, FIRST_DAY - MARGIN);
    span.high = Math.min(span.high, LAST_DAY + MARGIN);
  }
}

/** The days whose nth workday after or before them lies in the span. */
function unstep(span: Reach, n: number, { step }: Workdays): void {
  if (n > 0) {
    span.low = step(span.low, -n);
    span.high = step(span.high + 1, -n) - 1;
  } else if (n < 0) {
    span.low = step(span.low - 1, -n) + 1;
    span.high = step(span.high, -n);
  }
  bound(span);
}

/** The days that move to a workday of the span, which lies in one month. `nearest` stays within that. */
function unmove(span: Reach, way: NonNullable<Pick["move"]>, { step }: Workdays): void {
  if (way === "next") {
    span.low = step(span.low, -1) + 1;
    span.high = step(span.high + 1, -1);
  } else if (way === "previous") {
    span.low = step(span.low - 1, 1);
    span.high = step(span.high, 1) - 1;
  } else {
    const month = monthOf(span.low);
    span.low = monthStart(month);
    span.high = monthStart(month + 1) - 1;
  }
  bound(span);
}
