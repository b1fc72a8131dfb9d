/**
 * Sets of days as bits: one for every day on which fires exist, from 1900 to the end of 2400.
 *
 * That is a whole cycle of the Gregorian calendar, 146,097 days after which dates and weekdays repeat, and a century
 * more. So what the calendar repeats shows all that it can do, and what has a start, fixed dates or a count of its own
 * (every 3 weeks repeat only after 1,200 years) is still decided for every fire there will be.
 */
import { dayOf } from "../../runtime/trigger/index.ts";

export type DaySet = Uint32Array;

/** Counted from 1970-01-01, as the engine does. */
export const firstDay: number = dayOf(1900, 1, 1);
export const lastDay: number = dayOf(2400, 12, 31);
export const dayTotal: number = lastDay - firstDay + 1;

export function noDays(): DaySet {
  return new Uint32Array((dayTotal + 31) >>> 5);
}

export function daysWhere(holds: (day: number) => boolean): DaySet {
  const set = noDays();
  for (let day = firstDay; day <= lastDay; day++) if (holds(day)) addDay(set, day);
  return set;
}

/** Days outside the range are no part of any set. */
export function addDay(set: DaySet, day: number): void {
  if (day < firstDay || day > lastDay) return;
  const at = day - firstDay;
  set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function hasDay(set: DaySet, day: number): boolean {
  if (day < firstDay || day > lastDay) return false;
  const at = day - firstDay;
  return (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** The days of both. */
export function intersection(a: DaySet, b: DaySet): DaySet {
  return a.map((word, i) => word & (b[i] ?? 0));
}

export function union(a: DaySet, b: DaySet): DaySet {
  return a.map((word, i) => word | (b[i] ?? 0));
}

/** Whether every day of the first is in the second. */
export function isContained(a: DaySet, b: DaySet): boolean {
  return a.every((word, i) => (word & ~(b[i] ?? 0)) === 0);
}

/** In order; from a day on where one is given. */
export function* daysIn(set: DaySet, from: number = firstDay): Generator<number, void, undefined> {
  const start = Math.max(from, firstDay) - firstDay;
  for (let word = start >>> 5; word < set.length; word++) {
    let bits = (set[word] ?? 0) & (word === start >>> 5 ? -1 << (start & 31) : -1);
    while (bits !== 0) {
      yield firstDay + word * 32 + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
    }
  }
}
