/** How often a job fires, as written: at least and at most, over every whole period of its life span. */
import type { Trigger } from "../../runtime/model/index.ts";
import { formatDate, localTime, parseDate, resolvePoint, weekdayOf } from "../../runtime/trigger/index.ts";
import { clockText } from "../plan/index.ts";
import {
  type DaySet,
  daySeconds,
  daysWhere,
  distancesOf,
  isContained,
  tallyOf,
  type Unit,
  union,
  writtenOf,
} from "../proof/index.ts";

/** The least and the most of a period. */
export interface DayCount {
  readonly least: number;
  readonly most: number;
}

/** Of one kind of period. */
export interface PeriodCount extends DayCount {
  /** `weekday` and `weekend day` where the job fires on no others. */
  readonly period: "day" | "weekday" | "weekend day" | "week" | "month" | "year";
}

/** The longest time without a fire; instants and lengths in milliseconds. */
export interface Silence {
  readonly length: number;
  /** The fire before it. */
  readonly after: number;
}

export interface Frequency {
  /** Of a day that has any. */
  readonly perDay?: DayCount;
  readonly counts: readonly PeriodCount[];
  /** Of jobs that are read on one clock. */
  readonly silence?: Silence;
}

/** Nothing is known of fires that hang on more than the job's own clock. */
export function frequencyOf(trigger: Trigger, from: number): Frequency {
  const all = writtenOf(trigger);
  if (all === undefined) return { counts: [] };
  const days = all.map((written) => written.days).reduce(union);
  const tally = (unit: Unit): DayCount | undefined => {
    const found = tallyOf(all, unit);
    return found && { least: found.least, most: found.most };
  };
  const perDay = tally({ unit: "day", among: days });
  const { period, among } = kindOf(days);
  const counts = [
    { period, ...tally({ unit: "day", ...(among && { among }) }) },
    ...(["week", "month", "year"] as const).map((unit) => ({ period: unit, ...tally({ unit }) })),
  ].filter((one): one is PeriodCount => one.least !== undefined);
  const [only, other] = all;
  const { date, seconds } = localTime(only?.zone ?? "UTC", from);
  const seek = parseDate(date) * daySeconds + seconds;
  const found = only && other === undefined ? distancesOf(only, seek) : undefined;
  return {
    ...(perDay && { perDay }),
    // Single instants recur in no period.
    counts: isRecurring(trigger) ? counts : [],
    ...(only && found && { silence: { length: found.longest * 1000, after: instantOf(found.after, only.zone) } }),
  };
}

function isRecurring(trigger: Trigger): boolean {
  return trigger.kind === "union" ? trigger.of.some(isRecurring) : trigger.kind !== "instants";
}

/** The narrowest kind of day that holds them all. */
function kindOf(days: DaySet): { readonly period: "day" | "weekday" | "weekend day"; readonly among?: DaySet } {
  for (const [period, first, last] of [["weekday", 1, 5] as const, ["weekend day", 6, 7] as const]) {
    const among = daysWhere((day) => weekdayOf(day) >= first && weekdayOf(day) <= last);
    if (isContained(days, among)) return { period, among };
  }
  return { period: "day" };
}

function instantOf(local: number, zone: string): number {
  const day = Math.floor(local / daySeconds);
  return resolvePoint(`${formatDate(day)}T${clockText(local - day * daySeconds)}`, zone);
}
