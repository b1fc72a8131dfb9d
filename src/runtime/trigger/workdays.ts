/** Workdays: counting and finding the open days of a calendar. */
import { SchedcError } from "../model/index.ts";
import { bitsBetween, highest, lowest } from "./bits.ts";
import { monthOf, monthStart } from "./civil.ts";
import type { MonthDays } from "./month-days.ts";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "./range.ts";

export interface Workdays {
  /** Bits past a month's end are unset. */
  readonly days: MonthDays;
  has(day: number): boolean;
  /** The nth workday strictly after a day, or before it when n is negative; `NO_DAY` or its negative without one. */
  step(day: number, n: number): number;
  /** How far the nth workday after or before a day can lie from it; 0 when there is no workday at all. */
  reach(n: number): number;
}

/** Years beyond the span of fire times in which workdays still count, so that a count may start or end outside it. */
const MARGIN = 12 * 20;
const FIRST_MONTH = monthOf(FIRST_DAY) - MARGIN;
const LAST_MONTH = monthOf(LAST_DAY) + MARGIN;

/** `open` is asked once a month and more often if it does not remember. */
export function createWorkdays(open: MonthDays): Workdays {
  const daysOf = (month: number): number => open(month) & bitsBetween(0, monthStart(month + 1) - monthStart(month) - 1);

  // Months from here on, and up to here, of which a search has found that none has a workday.
  let noneFrom = LAST_MONTH + 1;
  let noneUntil = FIRST_MONTH - 1;

  const forward = (day: number, n: number): number => {
    let month = monthOf(day + 1);
    const searched = month + 1;
    let left = n;
    for (let days = daysOf(month) & (-1 << (day + 1 - monthStart(month))); ; days = daysOf(month)) {
      for (; days !== 0; days &= days - 1) if (--left === 0) return monthStart(month) + lowest(days);
      if (++month < noneFrom) continue;
      if (left === n) noneFrom = Math.min(noneFrom, searched);
      return NO_DAY;
    }
  };

  const back = (day: number, n: number): number => {
    let month = monthOf(day - 1);
    const searched = month - 1;
    let left = n;
    for (let days = daysOf(month) & bitsBetween(0, day - 1 - monthStart(month)); ; days = daysOf(month)) {
      for (; days !== 0; days &= ~(1 << highest(days))) if (--left === 0) return monthStart(month) + highest(days);
      if (--month > noneUntil) continue;
      if (left === n) noneUntil = Math.max(noneUntil, searched);
      return -NO_DAY;
    }
  };

  return {
    days: daysOf,
    has(day) {
      const month = monthOf(day);
      return ((daysOf(month) >> (day - monthStart(month))) & 1) === 1;
    },
    step(day, n) {
      if (Math.abs(day) >= NO_DAY) return day;
      return n > 0 ? forward(day, n) : back(day, -n);
    },
    reach(n) {
      const days = [FIRST_DAY - 1];
      for (let day = forward(FIRST_DAY - 1, 1); day <= LAST_DAY; day = forward(day, 1)) days.push(day);
      if (days.length === 1) return 0;
      days.push(LAST_DAY + 1);
      const by = Math.min(Math.abs(n), days.length - 1);
      let reach = 0;
      for (let at = by; at < days.length; at++)
        reach = Math.max(reach, (days[at] as number) - (days[at - by] as number));
      return reach;
    },
  };
}

/** A trigger made by hand may ask for workdays and bring no calendar. */
export function needed(workdays: Workdays | undefined): Workdays {
  if (workdays) return workdays;
  throw new SchedcError("This trigger asks for workdays and has no calendar to say which days they are.");
}
