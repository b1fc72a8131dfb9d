/** The periods that days are counted in, each numbered through time, and the cycles that let every nth of them count. */
import type { Cycle, Period } from "../model/index.ts";
import { monthOf, monthStart, weekOf, weekStart } from "./civil.ts";
import { parseDate } from "./point.ts";
import { within } from "./whole.ts";

/** Periods in the order of their length. */
const ORDER: readonly Period[] = ["day", "week", "month", "quarter", "year"];

export function isShorter(unit: Period, than: Period): boolean {
  return ORDER.indexOf(unit) < ORDER.indexOf(than);
}

/** The number of the period that holds a day. */
export function periodOf(unit: Period, day: number): number {
  if (unit === "day") return day;
  if (unit === "week") return weekOf(day);
  return (monthOf(day) / monthsIn(unit)) | 0;
}

/** The first day of a period. */
export function periodStart(unit: Period, period: number): number {
  if (unit === "day") return period;
  if (unit === "week") return weekStart(period);
  return monthStart(period * monthsIn(unit));
}

function monthsIn(unit: Period): number {
  return unit === "year" ? 12 : unit === "quarter" ? 3 : 1;
}

/** Whether the cycle counts the period that holds a day. */
export function createCycleTest(cycle: Cycle): (day: number) => boolean {
  const { unit, every } = cycle;
  within([every], 1, 1_000_000, "count of periods");
  const anchor = periodOf(unit, parseDate(cycle.anchor));
  return (day) => {
    const since = periodOf(unit, day) - anchor;
    return since >= 0 && since % every === 0;
  };
}
