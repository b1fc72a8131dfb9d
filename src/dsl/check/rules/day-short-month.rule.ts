/**
 * Days that shorter months lack, plain ordinals and days counted from the end alike. Months that are named narrow
 * it: the 31st of January and March is always there. Ranges (`25th-31st`) end with their month by meaning and are
 * not warned of, nor is what `or last day` covers.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import type { EveryNode, MonthItem, Nth } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { countedIn, countsPlainDays, daysInMonth, fewestDays, mostOf } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayShortMonth: Rule = {
  *every({ trigger, of }) {
    const on = clauseOf(trigger.clauses, "on");
    if (on?.what.kind !== "nth" || on.adjust?.kind === "clamp") return;
    const period = countedIn(trigger);
    const always = period === "month" ? fewestOfMonths(trigger) : fewestDays[period];
    for (const nth of on.what.nths) {
      if (!countsPlainDays(nth) || nth.to !== undefined || Math.abs(nth.nth) > mostOf(nth, period)) continue;
      if (Math.abs(nth.nth) <= always || (period === "week" && nth.day === undefined)) continue;
      yield finding(
        "day/short-month",
        nth.span,
        { written: written(of.in.text, nth.span), period },
        {
          fixes: on.what.nths.every(isPlain) && !on.adjust ? [clampFix(on.span.end, period)] : [],
        },
      );
    }
  },
};

function isPlain(nth: Nth): boolean {
  return nth.day === undefined && nth.nth > 0;
}

function clampFix(end: number, period: string) {
  return unsafe(`take the last day of a shorter ${period}: add \`or last day\``, insert(end, " or last day"));
}

/** Days of the shortest of the months named, or of any where none are. */
function fewestOfMonths(every: EveryNode): number {
  const months = clauseOf(every.clauses, "inMonths")?.months.flatMap(monthsOf);
  return months ? Math.min(...months.map((month) => (month === 2 ? 28 : daysInMonth(month)))) : fewestDays.month;
}

function monthsOf({ from, to = from }: MonthItem): readonly number[] {
  const count = to >= from ? to - from + 1 : to + 12 - from + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % 12) + 1);
}
