/** Picks: days chosen within a period and then moved, given as the bits of the month in which they land. */
import type { DayChoice, Pick } from "../model/index.ts";
import { highest, lowest } from "./bits.ts";
import { dayOf, isLeapYear, monthOf, monthStart, weekdayOf } from "./civil.ts";
import { weekdayBits } from "./clock.ts";
import type { MonthDays } from "./month-days.ts";
import { createOrigins } from "./origins.ts";
import { periodOf, periodStart } from "./period.ts";
import { NO_DAY } from "./range.ts";
import { within } from "./whole.ts";
import { needed, type Workdays } from "./workdays.ts";

/** Hands the days that one choice makes in the period from `start` up to, not including, `end` to `put`. */
type Choose = (start: number, end: number, put: (day: number) => void) => void;

/** What of a rule its picks are held against. */
export interface Counted {
  /** Whether the period that begins on a day is counted in at all. */
  readonly period: (start: number) => boolean;
  /** Whether the rule has a month, numbered through time. */
  readonly month: (month: number) => boolean;
}

/**
 * The days a pick gives. Its months are those of the period's first day, and of the day itself where it is chosen by
 * its weekday or as a workday; the neighbours of a month are asked too, as far as moves and counts can lead out of their period.
 */
export function createPick(pick: Pick, counted: Counted, workdays?: Workdays): MonthDays {
  within([pick.offset?.by ?? 0], -1_000, 1_000, "offset");
  const isDay = (choice: DayChoice): boolean => "weekdays" in choice || "open" in choice;
  const create = (choice: DayChoice): Choose => createChoice(choice, pick.clamp === true, workdays);
  const counting = pick.of.filter((choice) => !isDay(choice)).map(create);
  const choosing = pick.of.filter(isDay).map(create);
  const shift = createShift(pick.offset, workdays);
  const move = createMove(pick, workdays);
  const origins = createOrigins(pick, workdays);
  let monthFirst = 0;
  // What is asked for lies from here up to, but not including, the end.
  let first = 0;
  let end = 0;
  let days = 0;
  const put = (chosen: number): void => {
    const day = move(shift(chosen));
    if (day >= first && day < end) days |= 1 << (day - monthFirst);
  };
  const putInMonth = (chosen: number): void => {
    if (counted.month(monthOf(chosen))) put(chosen);
  };
  return (month, among = -1) => {
    monthFirst = monthStart(month);
    first = monthFirst + lowest(among);
    end = Math.min(monthFirst + highest(among) + 1, monthStart(month + 1));
    days = 0;
    const { low, high } = origins(first, end - 1);
    if (low > high) return 0;
    const last = periodOf(pick.in, high);
    for (let period = periodOf(pick.in, low); period <= last; period++) {
      const start = periodStart(pick.in, period);
      if (!counted.period(start)) continue;
      const stop = periodStart(pick.in, period + 1);
      for (const choose of choosing) choose(Math.max(start, low), Math.min(stop, high + 1), putInMonth);
      if (counting.length === 0 || !counted.month(monthOf(start))) continue;
      for (const choose of counting) choose(start, stop, put);
    }
    return days;
  };
}

/** The months of the year, as bits, in which a pick counted in `months` can land; all when its form does not tell. */
export function pickMonths(pick: Pick, months: number): number {
  const leads = pick.offset || pick.move || pick.of.some(isRelative);
  if (leads) return 0xfff;
  if (pick.in === "month") return months;
  let bits = 0;
  for (const choice of pick.of) {
    if (!("month" in choice)) return 0xfff;
    bits |= 1 << (choice.month - 1);
  }
  return bits;
}

/** Whether the days hang on nothing but how the years around them begin: no calendar, and no lead of more than a year. */
export function isRecurring({ of, offset, to }: Pick): boolean {
  if (to || of.some((choice) => "open" in choice || ("day" in choice && choice.day === "workday"))) return false;
  if (of.some((choice) => isRelative(choice) && Math.abs(choice.nth) > 5)) return false;
  return !offset || (offset.unit !== "workday" && Math.abs(offset.by) <= (offset.unit === "week" ? 25 : 120));
}

/** Whether a choice is counted from a day of its period on, and so may leave it. */
function isRelative(choice: DayChoice): choice is Extract<DayChoice, { readonly nth: number }> {
  return "nth" in choice && (choice.after !== undefined || choice.before !== undefined);
}

/** How one choice finds its days. Ordinals that a period lacks give none, or its last day under `clamp`. */
function createChoice(choice: DayChoice, clamp: boolean, workdays: Workdays | undefined): Choose {
  if ("open" in choice) {
    const { step } = needed(workdays);
    return (start, end, put) => {
      for (let day = step(start - 1, 1); day < end; day = step(day, 1)) put(day);
    };
  }
  if ("weekdays" in choice) {
    const bits = weekdayBits(choice.weekdays);
    return (start, end, put) => {
      for (let day = start; day < end; day++) if ((bits >> (weekdayOf(day) - 1)) & 1) put(day);
    };
  }
  if ("first" in choice) {
    return (start, end, put) => {
      const last = Math.min(start + choice.last, end);
      for (let day = start + choice.first - 1; day < last; day++) put(day);
      if (clamp && start + choice.last > end) put(end - 1);
    };
  }
  if ("month" in choice) return (start, end, put) => putDate(choice.month, choice.date, start, end, put);
  const { nth, day: kind, after, before } = choice;
  const count = createCount(kind, workdays);
  if (after !== undefined) {
    return (start, end, put) => {
      if (start + after <= end) put(count(start + after, Math.abs(nth)));
    };
  }
  if (before !== undefined) {
    return (start, end, put) => {
      if (start + before <= end) put(count(start + before - 2, -Math.abs(nth)));
    };
  }
  const clamped = clamp && kind === "day" && nth > 0;
  return (start, end, put) => {
    const day = nth > 0 ? count(start, nth) : count(end - 1, nth);
    if (day >= start && day < end) put(day);
    else if (clamped) put(end - 1);
  };
}

/** The date of each year that the period touches, where it lies within the period. */
function putDate(month: number, date: number, start: number, end: number, put: (day: number) => void): void {
  const lastYear = (monthOf(end - 1) / 12) | 0;
  for (let year = (monthOf(start) / 12) | 0; year <= lastYear; year++) {
    if (month === 2 && date === 29 && !isLeapYear(year)) continue;
    const day = dayOf(year, month, date);
    if (day >= start && day < end) put(day);
  }
}

/** The nth day of a kind from a day on, itself counted; backwards when nth is negative. */
type Count = (from: number, nth: number) => number;

function createCount(kind: "day" | "weekday" | "workday" | number, workdays: Workdays | undefined): Count {
  if (kind === "day") return (from, nth) => (nth > 0 ? from + nth - 1 : from + nth + 1);
  if (typeof kind === "string") {
    const step = kind === "weekday" ? addWeekdays : needed(workdays).step;
    return (from, nth) => step(nth > 0 ? from - 1 : from + 1, nth);
  }
  return (from, nth) => {
    const weekday = weekdayOf(from);
    return nth > 0
      ? from + ((kind - weekday + 7) % 7) + 7 * (nth - 1)
      : from - ((weekday - kind + 7) % 7) + 7 * (nth + 1);
  };
}

/** The nth day of Monday to Friday strictly after a day, or before it when n is negative. */
function addWeekdays(day: number, n: number): number {
  const weekday = weekdayOf(day);
  // A weekend counts as its Friday on the way forward, as the next Monday on the way back.
  const place = weekday < 6 ? weekday - 1 : n > 0 ? 4 : 5;
  const week = Math.floor((place + n) / 5);
  return day - weekday + 1 + week * 2 + place + n;
}

/** By so many days, weeks, days of Monday to Friday or workdays. */
function createShift(offset: Pick["offset"], workdays: Workdays | undefined): (day: number) => number {
  if (!offset || offset.by === 0) return (day) => day;
  const { by, unit } = offset;
  if (unit === "weekday") return (day) => addWeekdays(day, by);
  if (unit === "workday") {
    const { step } = needed(workdays);
    return (day) => step(day, by);
  }
  return (day) => day + by * (unit === "week" ? 7 : 1);
}

/** Takes a closed day to an open one: by the week or, under `to`, by the calendar. */
function createMove({ move: way, to }: Pick, workdays: Workdays | undefined): (day: number) => number {
  if (way === undefined) return (day) => day;
  if (to === undefined) return (day) => moveOffWeekend(day, way);
  const { has, step } = needed(workdays);
  return (day) => {
    // A count of workdays that led nowhere.
    if (Math.abs(day) >= NO_DAY || has(day)) return day;
    if (way !== "nearest") return step(day, way === "next" ? 1 : -1);
    const month = monthOf(day);
    const before = step(day, -1);
    const after = step(day, 1);
    const isBefore = before >= monthStart(month);
    const isAfter = after < monthStart(month + 1);
    if (isBefore && isAfter) return after - day < day - before ? after : before;
    return isBefore ? before : isAfter ? after : NO_DAY;
  };
}

/** Takes a Saturday or Sunday to a day of Monday to Friday; `nearest` stays within the month. */
function moveOffWeekend(day: number, way: NonNullable<Pick["move"]>): number {
  const weekday = weekdayOf(day);
  if (weekday < 6) return day;
  const friday = day - (weekday - 5);
  const monday = day + (8 - weekday);
  if (way === "next") return monday;
  if (way === "previous") return friday;
  const month = monthOf(day);
  if (weekday === 6) return monthOf(friday) === month ? friday : monday;
  return monthOf(monday) === month ? monday : friday;
}
