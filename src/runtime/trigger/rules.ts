/** A day rule as a mask: which days of a month it opens. */
import type { Cycle, DayRule } from "../model/index.ts";
import { isoWeekOf, monthStart, weekdayOf } from "./civil.ts";
import { ALL_WEEKDAYS, weekdayBits } from "./clock.ts";
import { type MonthDays, recurring } from "./month-days.ts";
import { createCycleTest, isShorter } from "./period.ts";
import { createPick, isRecurring, pickMonths } from "./picks.ts";
import { within } from "./whole.ts";
import { needed, type Workdays } from "./workdays.ts";

export interface DayRuleMask {
  readonly days: MonthDays;
  /** The months of the year, as bits, outside which the rule opens no day. */
  readonly months: number;
}

/** Every part of the rule as a mask; a day opens where all of them have it. Bits past a month's end mean nothing. `workdays` are those of the trigger. */
export function createRule(rule: DayRule, workdays?: Workdays): DayRuleMask {
  const parts: MonthDays[] = [];
  const months = rule.months === undefined ? 0xfff : monthBits(rule.months);
  let possible = months;
  if (rule.weekdays) parts.push(createWeekdays(weekdayBits(rule.weekdays)));
  if (rule.open) parts.push(needed(workdays).days);
  if (rule.weeks) parts.push(recurring(parityMask(rule.weeks === "odd" ? 1 : 0)));
  const { cycle, picks = [] } = rule;
  // A cycle of days or weeks cannot be held against a longer period: then it filters the days that result.
  const filters = picks.length === 0 || picks.some((pick) => cycle && isShorter(cycle.unit, pick.in));
  if (cycle && filters) parts.push(cycleMask(cycle));
  if (rule.months && picks.length === 0) parts.push((month) => (hasMonth(months, month) ? -1 : 0));
  if (picks.length > 0) possible = 0xfff;
  for (const pick of picks) {
    const inCycle = cycle && !isShorter(cycle.unit, pick.in) ? createCycleTest(cycle) : undefined;
    const counted = { period: inCycle ?? (() => true), month: (month: number) => hasMonth(months, month) };
    const chosen = createPick(pick, counted, workdays);
    parts.push(inCycle === undefined && isRecurring(pick) ? recurring(chosen) : chosen);
    possible &= pickMonths(pick, months);
  }
  return { days: intersect(parts), months: possible };
}

function hasMonth(months: number, month: number): boolean {
  return ((months >> (month % 12)) & 1) === 1;
}

/** What all parts share; they are asked in order until nothing is left. */
function intersect(parts: readonly MonthDays[]): MonthDays {
  const [first, second] = parts;
  if (!first) return () => -1;
  if (!second) return first;
  return (month, among = -1) => {
    let days = among;
    for (const part of parts) {
      if (days === 0) break;
      days &= part(month, days);
    }
    return days;
  };
}

function monthBits(months: readonly number[]): number {
  let bits = 0;
  for (const month of within(months, 1, 12, "month")) bits |= 1 << (month - 1);
  return bits;
}

/** The days that fall on some weekdays, given as bits with Monday lowest. */
export function createWeekdays(weekdays: number): MonthDays {
  if (weekdays === ALL_WEEKDAYS) return () => -1;
  // The same seven bits over and over, once for each weekday a month can start on.
  const masks = [0, 1, 2, 3, 4, 5, 6].map((first) => {
    let mask = 0;
    for (let at = 0; at < 31; at++) mask |= ((weekdays >> ((first + at) % 7)) & 1) << at;
    return mask;
  });
  return (month) => masks[weekdayOf(monthStart(month)) - 1] as number;
}

/** Whole weeks by the parity of their ISO number. */
function parityMask(parity: 0 | 1): MonthDays {
  return (month) => {
    const first = monthStart(month);
    let days = 0;
    for (let monday = first - weekdayOf(first) + 1; monday < first + 31; monday += 7) {
      if (isoWeekOf(monday) % 2 === parity) days |= weekBits(monday - first);
    }
    return days;
  };
}

/** Seven bits from a place on, which may be up to six below zero. */
function weekBits(from: number): number {
  return from < 0 ? 0b1111111 >> -from : 0b1111111 << from;
}

/** The cycle held against each day: a whole month, its weeks or its days, by the cycle's unit. */
function cycleMask(cycle: Cycle): MonthDays {
  const counts = createCycleTest(cycle);
  const step = cycle.unit === "day" ? 1 : cycle.unit === "week" ? 7 : 0;
  return (month) => {
    const first = monthStart(month);
    if (step === 0) return counts(first) ? -1 : 0;
    let days = 0;
    if (step === 1) {
      for (let at = 0; at < 31; at++) if (counts(first + at)) days |= 1 << at;
      return days;
    }
    for (let monday = first - weekdayOf(first) + 1; monday < first + 31; monday += 7) {
      if (counts(monday)) days |= weekBits(monday - first);
    }
    return days;
  };
}
