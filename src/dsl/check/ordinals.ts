/** How far days can be counted, by what is counted and within what. */
import type { EveryNode, Nth } from "../tree/nodes.ts";
import { clauseOf } from "./clauses.ts";
import { readHead } from "./heads.ts";

export type CountedIn = "week" | "month" | "quarter" | "year";

/** The period that ordinals of a sentence are counted in: the head's own, else the month. */
export function countedIn(every: EveryNode): CountedIn {
  const reading = readHead(every.head);
  if (reading.kind !== "period" || reading.unit === "day") return "month";
  if (reading.unit === "year" && clauseOf(every.clauses, "inMonths")) return "month";
  return reading.unit;
}

type Counted = "day" | "weekday" | "named";

const most: Readonly<Record<CountedIn, Readonly<Record<Counted, number>>>> = {
  week: { day: 7, weekday: 5, named: 1 },
  month: { day: 31, weekday: 23, named: 5 },
  quarter: { day: 92, weekday: 66, named: 14 },
  year: { day: 366, weekday: 262, named: 53 },
};

/** The most that any such period has. */
export function mostOf(nth: Nth, period: CountedIn): number {
  const counted =
    typeof nth.day === "number" ? "named" : nth.day === undefined || nth.day === "day" ? "day" : "weekday";
  return most[period][counted];
}

/** The fewest days that such a period has: an ordinal above is skipped by some. */
export const fewestDays: Readonly<Record<CountedIn, number>> = { week: 7, month: 28, quarter: 90, year: 365 };

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** In the longest year. */
export function daysInMonth(month: number): number {
  return monthLengths[month - 1] ?? 0;
}

/** A plain ordinal or one of days: `15th`, `3rd last day`. */
export function countsPlainDays(nth: Nth): boolean {
  return (nth.day === undefined || nth.day === "day") && nth.rel === undefined;
}

/** Every ordinal of a sentence: those of `on`, of an offset and of `except`. */
export function nthsOf(clauses: EveryNode["clauses"]): readonly Nth[] {
  const on = clauseOf(clauses, "on")?.what;
  const offset = clauseOf(clauses, "offset")?.of;
  const except = clauseOf(clauses, "except")?.items ?? [];
  return [
    ...(on?.kind === "nth" ? on.nths : []),
    ...(offset?.kind === "nth" ? [offset] : []),
    ...except.filter((item) => item.kind === "nth"),
  ];
}
