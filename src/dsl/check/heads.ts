/** What the head of an `every` makes of it: a step of clock time, a count of periods, days, or completion. */
import type { Count, EveryNode, Head, Unit } from "../tree/nodes.ts";
import { clauseOf } from "./clauses.ts";

export type Reading =
  /** Seconds, minutes, hours: laid out over the clock or elapsed. */
  | { readonly kind: "step"; readonly seconds: number }
  /** Days and longer: counts periods, so that days and times must be said. */
  | { readonly kind: "period"; readonly every: number; readonly unit: PeriodUnit }
  | { readonly kind: "days" }
  | { readonly kind: "completion" }
  /** A count that is refused wherever it stands. */
  | { readonly kind: "none" };

export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

const clockSeconds: Partial<Record<Unit, number>> = { millisecond: 0.001, second: 1, minute: 60, hour: 3600 };
const fixedDays: Partial<Record<Unit, number>> = { day: 1, week: 7 };

const periods: ReadonlySet<Unit> = new Set<Unit>(["day", "week", "month", "quarter", "year"]);

export const secondsPerDay = 86_400;

export function readHead(head: Head): Reading {
  if (head.kind === "days") return { kind: "days" };
  if (head.kind === "unit") return readAmount(1, head.unit);
  if (head.afterCompletion) return { kind: "completion" };
  const [first, ...rest] = head.count.parts;
  if (!first) return { kind: "none" };
  if (rest.length === 0) return readAmount(first.amount, first.unit);
  const seconds = clockLength(head.count);
  return seconds === undefined ? { kind: "none" } : { kind: "step", seconds };
}

function readAmount(amount: number, unit: Unit): Reading {
  if (isPeriod(unit)) return { kind: "period", every: amount, unit };
  const seconds = clockSeconds[unit];
  return seconds === undefined ? { kind: "none" } : { kind: "step", seconds: amount * seconds };
}

function isPeriod(unit: Unit): unit is PeriodUnit {
  return periods.has(unit);
}

/** Seconds of a count made of hours and shorter alone. */
export function clockLength(count: Count): number | undefined {
  return sum(count, (unit) => clockSeconds[unit]);
}

/** Seconds of a count where a day is 24 hours, as in policies; undefined where a unit has no fixed length. */
export function elapsedLength(count: Count): number | undefined {
  return sum(count, (unit) => clockSeconds[unit] ?? (fixedDays[unit] ?? Number.NaN) * secondsPerDay);
}

function sum(count: Count, secondsOf: (unit: Unit) => number | undefined): number | undefined {
  let milliseconds = 0;
  for (const { amount, unit } of count.parts) {
    const seconds = secondsOf(unit);
    if (seconds === undefined || Number.isNaN(seconds)) return undefined;
    milliseconds += Math.round(amount * seconds * 1000);
  }
  return milliseconds / 1000;
}

/** A step lies on the same clock times every day exactly when this holds. */
export function dividesDay(seconds: number): boolean {
  return seconds > 0 && seconds < secondsPerDay && secondsPerDay % seconds === 0;
}

/**
 * Whether a step runs on from `from` as elapsed time: no window anchors it anew each day, no `at` gives its
 * minutes, and `from` names an instant or the step fits no day. `isDate` tells it of a template's parameters.
 */
export function isElapsed(every: EveryNode, isDate: (parameter: string) => boolean = () => false): boolean {
  const reading = readHead(every.head);
  const from = clauseOf(every.clauses, "from");
  if (reading.kind !== "step" || !from || hasWindow(every)) return false;
  if (!dividesDay(reading.seconds)) return true;
  const { instant } = from;
  const date = instant.kind === "date" || (instant.kind === "parameter" && isDate(instant.name));
  return !date && !clauseOf(every.clauses, "at");
}

/** Whether the day's times lie within ranges that the sentence gives or names. */
export function hasWindow(every: EveryNode): boolean {
  return clauseOf(every.clauses, "ranges") !== undefined || clauseOf(every.clauses, "during") !== undefined;
}

/** Whether the head chooses days and leaves their times open. */
export function countsDays(reading: Reading): reading is Extract<Reading, { kind: "period" | "days" }> {
  return reading.kind === "period" || reading.kind === "days";
}

/** Whether a clause says at which time of a day. */
export function givesTime({ clauses }: EveryNode): boolean {
  // A clause that stands twice is a finding of its own, so any of them will do.
  return clauses.some((clause) => clause.kind === "at" || (clause.kind === "offset" && clause.of.kind === "clock"));
}
