/**
 * February 29 as a day of its own. In a range of days or taken out it does no harm, and counted in fours of years
 * it was meant.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayLeapDay: Rule = {
  *every({ trigger, reading, of }) {
    // Counted in fours the year is chosen on purpose.
    if (reading.kind === "period" && reading.unit === "year" && reading.every % 4 === 0) return;
    const on = clauseOf(trigger.clauses, "on");
    if (on?.what.kind !== "yearDays") return;
    for (const { from, to } of on.what.days) {
      if (to || from.month !== 2 || from.day !== 29) continue;
      yield finding("day/leap-day", from.span, { written: written(of.in.text, from.span) });
    }
  },
};
