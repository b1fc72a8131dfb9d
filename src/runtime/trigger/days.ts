/** The days on which a trigger opens: its rules together, less the days its exceptions take out. */
import type { DayRule, Scope } from "../model/index.ts";
import { bitsBetween, highest, lowest } from "./bits.ts";
import { monthOf, monthStart } from "./civil.ts";
import { createShut, createUnion, workdaysIn } from "./day-sets.ts";
import type { MonthDays } from "./month-days.ts";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "./range.ts";
import type { Workdays } from "./workdays.ts";

export interface Days {
  has(day: number): boolean;
  /** The first open day from `day` on, or `NO_DAY`. */
  next(day: number): number;
  /** The last open day up to `day`, or `-NO_DAY`. */
  previous(day: number): number;
  /** The open ones of the 32 days from a day on, as bits. */
  within(first: number): number;
  /** The workdays of the trigger, where it has a calendar. */
  readonly workdays: Workdays | undefined;
  /** Closes days for good, the last within; for what the zone's own history left out. */
  close(first: number, last: number): void;
}

const FIRST_MONTH = monthOf(FIRST_DAY);
const LAST_MONTH = monthOf(LAST_DAY);

/** A search through more months than this without a day is not made again. */
const LONG = 24;

/** What of a trigger says which days are taken out, and which are workdays. */
type DayScope = Pick<Scope, "except" | "calendar">;

/** The days of any rule, less exceptions; of those `among` alone where a caller needs no others. */
export function createDays(rules: readonly DayRule[], scope: DayScope, among: MonthDays = () => -1): Days {
  const workdays = workdaysIn(scope);
  const open = createUnion(rules, workdays);
  const shut = createShut(scope, workdays) ?? (() => 0);
  const closed = new Map<number, number>();
  const possible = (month: number): boolean => ((open.months >> (month % 12)) & 1) === 1;

  // The months looked at last, one of even and one of odd number, so that a query around a month's end finds both.
  let evenMonth = -1;
  let evenDays = 0;
  let oddMonth = -1;
  let oddDays = 0;
  // The longest run of months, up to but not including the end, of which a search has found that none has a day.
  let emptyFrom = 0;
  let emptyEnd = 0;
  const keepEmpty = (from: number, end: number): void => {
    const joined = from <= emptyEnd && end >= emptyFrom;
    if (!joined && end - from <= emptyEnd - emptyFrom) return;
    emptyFrom = joined ? Math.min(from, emptyFrom) : from;
    emptyEnd = joined ? Math.max(end, emptyEnd) : end;
  };
  // Rules may set bits past the month's end, which fall here.
  const read = (month: number): number => {
    const days = bitsBetween(0, monthStart(month + 1) - monthStart(month) - 1) & ~shut(month);
    const left = days & ~(closed.get(month) ?? 0) & among(month, days);
    return left === 0 ? 0 : left & open.days(month, left);
  };
  const daysOf = (month: number): number => {
    if ((month & 1) === 0) {
      if (month !== evenMonth) {
        evenDays = read(month);
        evenMonth = month;
      }
      return evenDays;
    }
    if (month !== oddMonth) {
      oddDays = read(month);
      oddMonth = month;
    }
    return oddDays;
  };

  return {
    workdays,
    has(day) {
      const month = monthOf(day);
      return ((daysOf(month) >> (day - monthStart(month))) & 1) === 1;
    },
    next(day) {
      if (day > LAST_DAY) return NO_DAY;
      let month = monthOf(Math.max(day, FIRST_DAY));
      const start = monthStart(month);
      const days = daysOf(month) & (-1 << (day > start ? day - start : 0));
      if (days !== 0) return start + lowest(days);
      for (const from = ++month; ; month++) {
        if (month >= emptyFrom && month < emptyEnd) month = emptyEnd;
        const found = month > LAST_MONTH || !possible(month) ? 0 : daysOf(month);
        if (found === 0 && month <= LAST_MONTH) continue;
        if (month - from > LONG) keepEmpty(from, month);
        return found === 0 ? NO_DAY : monthStart(month) + lowest(found);
      }
    },
    previous(day) {
      if (day < FIRST_DAY) return -NO_DAY;
      let month = monthOf(Math.min(day, LAST_DAY));
      const start = monthStart(month);
      const days = daysOf(month) & bitsBetween(0, Math.min(day - start, 31));
      if (days !== 0) return start + highest(days);
      for (const end = month--; ; month--) {
        if (month >= emptyFrom && month < emptyEnd) month = emptyFrom - 1;
        const found = month < FIRST_MONTH || !possible(month) ? 0 : daysOf(month);
        if (found === 0 && month >= FIRST_MONTH) continue;
        if (end - month > LONG) keepEmpty(month + 1, end);
        return found === 0 ? -NO_DAY : monthStart(month) + highest(found);
      }
    },
    within(first) {
      let bits = 0;
      let month = monthOf(first);
      for (let start = monthStart(month); start < first + 32; start = monthStart(++month)) {
        bits |= start < first ? daysOf(month) >>> (first - start) : daysOf(month) << (start - first);
      }
      return bits;
    },
    close(first, last) {
      for (let day = first; day <= last; day++) addDay(closed, day);
      evenMonth = -1;
      oddMonth = -1;
    },
  };
}

function addDay(to: Map<number, number>, day: number): void {
  const month = monthOf(day);
  to.set(month, (to.get(month) ?? 0) | (1 << (day - monthStart(month))));
}
