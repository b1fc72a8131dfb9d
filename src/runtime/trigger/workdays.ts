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
}

/** Years beyond the span of fire times in which workdays still count, so that a count may start or end outside it. */
const MARGIN = 12 * 20;
const FIRST_MONTH = monthOf(FIRST_DAY) - MARGIN;
const LAST_MONTH = monthOf(LAST_DAY) + MARGIN;
const MONTHS = LAST_MONTH - FIRST_MONTH + 1;

/** Months that a count walks through before the workdays of all months are added up once and for all. */
const WALK = 48;

/** No days of a month: those never have the bit past the 31st. */
const UNKNOWN = -1;

/** `open` is asked once a month. */
export function createWorkdays(open: MonthDays): Workdays {
  const read = (month: number): number => open(month) & bitsBetween(0, monthStart(month + 1) - monthStart(month) - 1);
  const known = new Int32Array(MONTHS).fill(UNKNOWN);
  const daysOf = (month: number): number => {
    const at = month - FIRST_MONTH;
    // Beyond its ends there is no place, and nothing is kept.
    let days = known[at] ?? UNKNOWN;
    if (days === UNKNOWN) {
      days = read(month);
      known[at] = days;
    }
    return days;
  };

  // How many workdays lie before each month, and at the end how many there are.
  let sums: Int32Array | undefined;
  const summed = (): Int32Array => {
    if (sums === undefined) {
      sums = new Int32Array(MONTHS + 1);
      for (let at = 0; at < MONTHS; at++) sums[at + 1] = (sums[at] as number) + countOf(daysOf(FIRST_MONTH + at));
    }
    return sums;
  };

  /** The workday before which so many lie; `none` where there is no such. */
  const numbered = (number: number, none: number): number => {
    const all = summed();
    if (number < 0 || number >= (all[MONTHS] as number)) return none;
    let low = 0;
    let high = MONTHS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((all[middle] as number) <= number) low = middle;
      else high = middle;
    }
    let days = daysOf(FIRST_MONTH + low);
    for (let left = number - (all[low] as number); left > 0; left--) days &= days - 1;
    return monthStart(FIRST_MONTH + low) + lowest(days);
  };

  /** How many workdays lie before a month. */
  const before = (month: number): number => summed()[Math.max(0, Math.min(month - FIRST_MONTH, MONTHS))] as number;

  const forward = (day: number, n: number): number => {
    let month = monthOf(day + 1);
    const far = month + WALK;
    let left = n;
    for (let days = daysOf(month) & (-1 << (day + 1 - monthStart(month))); ; days = daysOf(month)) {
      for (; days !== 0; days &= days - 1) if (--left === 0) return monthStart(month) + lowest(days);
      if (++month >= far) return numbered(before(month) + left - 1, NO_DAY);
    }
  };

  const back = (day: number, n: number): number => {
    let month = monthOf(day - 1);
    const far = month - WALK;
    let left = n;
    for (let days = daysOf(month) & bitsBetween(0, day - 1 - monthStart(month)); ; days = daysOf(month)) {
      for (; days !== 0; days &= ~(1 << highest(days))) if (--left === 0) return monthStart(month) + highest(days);
      if (--month <= far) return numbered(before(month + 1) - left, -NO_DAY);
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
  };
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** A trigger made by hand may ask for workdays and bring no calendar. */
export function needed(workdays: Workdays | undefined): Workdays {
  if (workdays) return workdays;
  throw new SchedcError("This trigger asks for workdays and has no calendar to say which days they are.");
}
