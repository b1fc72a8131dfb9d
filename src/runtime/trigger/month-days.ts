/** Sets of days as the calendar's months hold them. */

import { isLeapYear, monthStart, weekdayOf } from "./civil.ts";

/**
 * The days of a month that are in a set: bit 0 is the 1st; bits past the month's end mean nothing. Nor do those of days
 * that are not `among` the ones asked for, which may spare the work.
 */
export type MonthDays = (month: number, among?: number) => number;

/** Leap years can be the one before, the year itself, the one after, or none of the three. */
const KINDS = 4 * 7 * 12;

/**
 * Does the work once for each kind of month, for sets that say the same of two months whose years begin on one weekday
 * and lie alike between leap years.
 */
export function recurring(days: MonthDays): MonthDays {
  const known = new Int32Array(KINDS);
  const isKnown = new Uint8Array(KINDS);
  return (month) => {
    const year = (month / 12) | 0;
    const ofYear = month - year * 12;
    const leap = isLeapYear(year) ? 1 : isLeapYear(year - 1) ? 2 : isLeapYear(year + 1) ? 3 : 0;
    const kind = (leap * 7 + weekdayOf(monthStart(month - ofYear)) - 1) * 12 + ofYear;
    if (isKnown[kind] === 0) {
      known[kind] = days(month);
      isKnown[kind] = 1;
    }
    return known[kind] as number;
  };
}
