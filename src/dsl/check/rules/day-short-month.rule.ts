/**
 * Days that shorter months lack: plain ordinals, days counted from the end, and those from which something is
 * counted (`after the 31st`, `2 days before the 30th`). Months that are named narrow it: the 31st of January and March
 * is always there. Ranges (`25th-31st`) end with their month by meaning and are not warned of, nor is what
 * `or last day` covers, nor what no month has, which never fires.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import type { EveryNode, MonthItem, Nth } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { type CountedIn, countedIn, countsPlainDays, daysInMonth, fewestDays, mostOf } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayShortMonth: Rule = {
  *every({ trigger, of }) {
    const on = clauseOf(trigger.clauses, "on");
    const offset = clauseOf(trigger.clauses, "offset");
    const from = offset?.of.kind === "nth" ? [offset.of] : [];
    const nths = on?.what.kind === "nth" && on.adjust?.kind !== "clamp" ? [...on.what.nths, ...from] : from;
    const period = countedIn(trigger);
    const lengths = period === "month" ? monthLengths(trigger) : [fewestDays[period]];
    if (period === "month" && nths.every((nth) => dayNumber(nth) > daysOfLongest(trigger))) return;
    for (const nth of nths) {
      const day = dayNumber(nth);
      if (Math.abs(nth.nth) > mostOf(nth, period) || (period === "week" && nth.day === undefined)) continue;
      if (day <= Math.min(...lengths) || day > longest[period]) continue;
      const place = nth.rel?.span ?? nth.span;
      const clamps = on?.what.kind === "nth" && on.what.nths.every(isPlain) && !on.adjust && nth !== from[0];
      const fixes = clamps ? [clampFix(on.span.end, period)] : [];
      yield finding("day/short-month", place, { written: written(of.in.text, place), period }, { fixes });
    }
  },
};

/** The day of the period that has to be there for one that is counted; 0 where none has to. */
function dayNumber(nth: Nth): number {
  if (nth.rel) return nth.rel.nth;
  return countsPlainDays(nth) && nth.to === undefined ? Math.abs(nth.nth) : 0;
}

function isPlain(nth: Nth): boolean {
  return nth.day === undefined && nth.nth > 0;
}

function clampFix(end: number, period: string) {
  return unsafe(`take the last day of a shorter ${period}: add \`or last day\``, insert(end, " or last day"));
}

/** Days of the months named, or of the shortest where none are. */
function monthLengths(every: EveryNode): readonly number[] {
  return named(every)?.map((month) => (month === 2 ? 28 : daysInMonth(month))) ?? [fewestDays.month];
}

function daysOfLongest(every: EveryNode): number {
  return Math.max(...(named(every)?.map(daysInMonth) ?? [longest.month]));
}

function named(every: EveryNode): readonly number[] | undefined {
  return clauseOf(every.clauses, "inMonths")?.months.flatMap(monthsOf);
}

const longest: Readonly<Record<CountedIn, number>> = { week: 7, month: 31, quarter: 92, year: 366 };

function monthsOf({ from, to = from }: MonthItem): readonly number[] {
  const count = to >= from ? to - from + 1 : to + 12 - from + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % 12) + 1);
}
