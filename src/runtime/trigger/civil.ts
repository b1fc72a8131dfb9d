/**
 * The proleptic Gregorian calendar in integers. A day is counted from 1970-01-01 as 0, a month as `year × 12 + month − 1`;
 * both hold from year 1 on.
 */

export const DAY = 86_400;
export const DAY_MS = 86_400_000;

/** Days from 0000-03-01, where the calendar's own counting starts, to 1970-01-01. */
const EPOCH = 719_468;

/** The month that holds a day. */
export function monthOf(day: number): number {
  const since = day + EPOCH;
  const era = (since / 146_097) | 0;
  const inEra = since - era * 146_097;
  const year = ((inEra - ((inEra / 1460) | 0) + ((inEra / 36_524) | 0) - ((inEra / 146_096) | 0)) / 365) | 0;
  const inYear = inEra - (365 * year + (year >> 2) - ((year / 100) | 0));
  // Years start in March here, so the month after the shift by two is already that of the civil year.
  return (year + era * 400) * 12 + (((5 * inYear + 2) / 153) | 0) + 2;
}

/** The first day of a month. */
export function monthStart(month: number): number {
  const shifted = month - 2;
  const year = (shifted / 12) | 0;
  const inYear = shifted - year * 12;
  return 365 * year + (year >> 2) - ((year / 100) | 0) + ((year / 400) | 0) + (((153 * inYear + 2) / 5) | 0) - EPOCH;
}

/** How many days a month has. */
export function monthLength(month: number): number {
  return monthStart(month + 1) - monthStart(month);
}

/** The day of a civil date; a date past its month's end runs on into the next. */
export function dayOf(year: number, month: number, date: number): number {
  return monthStart(year * 12 + month - 1) + date - 1;
}

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The civil date of a day: what `dayOf` takes. */
export function civilOf(day: number): CivilDay {
  const month = monthOf(day);
  const year = (month / 12) | 0;
  return { year, month: month - year * 12 + 1, date: day - monthStart(month) + 1 };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The ISO number of a day's weekday, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((day + 700_003) % 7) + 1;
}

/** The weeks counted from that of 1970-01-01, Monday being the first day of each. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The Monday of a week. */
export function weekStart(week: number): number {
  return week * 7 - 3;
}

/** The ISO 8601 week number of a day: that of its week's Thursday in the Thursday's year. */
export function isoWeekOf(day: number): number {
  const thursday = weekStart(weekOf(day)) + 3;
  const newYear = monthStart(((monthOf(thursday) / 12) | 0) * 12);
  return (((thursday - newYear) / 7) | 0) + 1;
}
