/** Days said by rules, dates and days of the year together: what exceptions take out, what a calendar closes and opens. */
import type { Calendar, DayRule, DaySet, Holidays, Scope } from "../model/index.ts";
import { bitsBetween } from "./bits.ts";
import { monthStart } from "./civil.ts";
import { weekdayBits } from "./clock.ts";
import type { MonthDays } from "./month-days.ts";
import { parseDate } from "./point.ts";
import { createRule, createWeekdays } from "./rules.ts";
import { firstFrom, joinSpans } from "./sorted.ts";
import { createWorkdays, type Workdays } from "./workdays.ts";

/** The days of any rule, and the months of the year, as bits, in which there can be one. */
export function createUnion(
  rules: readonly DayRule[],
  workdays?: Workdays,
): { readonly days: MonthDays; readonly months: number } {
  const masks = rules.map((rule) => createRule(rule, workdays));
  const [only] = masks;
  if (only && masks.length === 1) return only;
  return {
    months: masks.reduce((months, mask) => months | mask.months, 0),
    days: (month, among) => {
      let days = 0;
      for (const mask of masks) days |= mask.days(month, among);
      return days;
    },
  };
}

/** Undefined for a set that says nothing. */
function createDaySet(set: DaySet | undefined, workdays?: Workdays): MonthDays | undefined {
  if (!set?.days && !set?.dates && !set?.yearly) return undefined;
  const rules = createUnion(set.days ?? [], workdays);
  const yearly = yearlyBits(set.yearly ?? []);
  const dated = datedBits(set.dates ?? []);
  return (month) => rules.days(month) | (yearly[month % 12] as number) | dated(month);
}

/** The holidays that a calendar keeps: those it does not open. */
function createHolidays(calendar: Holidays): MonthDays | undefined {
  const holidays = createDaySet(calendar.holidays);
  const open = createDaySet(calendar.open);
  return holidays && open ? (month) => holidays(month) & ~open(month) : holidays;
}

/** The days that exceptions by day, date, day of the year and calendar take out; undefined for none. */
export function createShut(scope: Pick<Scope, "except">, workdays?: Workdays): MonthDays | undefined {
  const { except } = scope;
  const holidays = (except?.holidays ?? []).map(createHolidays);
  const sets = [createDaySet(except, workdays), ...holidays].filter((set) => set !== undefined);
  const [only, ...more] = sets;
  return more.length === 0 ? only : (month) => sets.reduce((days, set) => days | set(month), 0);
}

/** The same for every trigger whose calendar is one object, as those of a generated module share it. */
const known = new WeakMap<Calendar, Workdays>();

/** `open` beats `holidays`, which beat `weekend`. */
export function workdaysOf(calendar: Calendar): Workdays {
  let workdays = known.get(calendar);
  if (workdays === undefined) {
    const weekend = createWeekdays(weekdayBits(calendar.weekend));
    const holidays = createDaySet(calendar.holidays);
    const open = createDaySet(calendar.open);
    workdays = createWorkdays((month) => ~(weekend(month) | (holidays?.(month) ?? 0)) | (open?.(month) ?? 0));
    known.set(calendar, workdays);
  }
  return workdays;
}

/** Its calendar's, where the trigger has one. */
export function workdaysIn(scope: Pick<Scope, "calendar">): Workdays | undefined {
  return scope.calendar && workdaysOf(scope.calendar);
}

/** The days of a month that spans of dates cover: spans may be many and long, so none is walked day by day. */
function datedBits(dates: NonNullable<DaySet["dates"]>): MonthDays {
  const { starts, ends } = joinSpans(dates.map(([first, last]) => [parseDate(first), parseDate(last) + 1]));
  return (month) => {
    const first = monthStart(month);
    const end = monthStart(month + 1);
    let days = 0;
    for (let at = firstFrom(ends, first + 1); at < ends.length && (starts[at] as number) < end; at++) {
      const [from, to] = [Math.max(starts[at] as number, first), Math.min(ends[at] as number, end)];
      days |= bitsBetween(from - first, to - 1 - first);
    }
    return days;
  };
}

/** For each month of the year the days that recurring spans cover; one that ends before it starts runs over New Year. */
function yearlyBits(spans: NonNullable<DaySet["yearly"]>): readonly number[] {
  const bits = new Array<number>(12).fill(0);
  for (const [month, date, toMonth, toDate] of spans) {
    const first = month * 32 + date;
    const last = toMonth * 32 + toDate;
    for (let place = 0; place < 12 * 31; place++) {
      const at = (Math.floor(place / 31) + 1) * 32 + (place % 31) + 1;
      const within = first <= last ? at >= first && at <= last : at >= first || at <= last;
      if (within) bits[Math.floor(place / 31)] = (bits[Math.floor(place / 31)] as number) | (1 << (place % 31));
    }
  }
  return bits;
}
