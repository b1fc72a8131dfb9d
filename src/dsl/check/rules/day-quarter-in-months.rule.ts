/**
 * `every quarter on the 1st in march`: ordinals count in the quarter, months count in themselves. Under `every
 * year` months win and are counted in, as a year in months has no other reading.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, replace, unsafe } from "../../fix/edits.ts";
import { printMonth } from "../../format/days.ts";
import { printList } from "../../format/text.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayQuarterInMonths: Rule = {
  *every({ trigger, reading, of }) {
    const months = clauseOf(trigger.clauses, "inMonths");
    const counts =
      clauseOf(trigger.clauses, "on")?.what.kind === "nth" || clauseOf(trigger.clauses, "offset")?.of.kind === "nth";
    if (reading.kind !== "period" || reading.unit !== "quarter" || !months || !counts) return;
    const { text } = of.in;
    const fixes = [
      unsafe("count in each of these months: `every month`", replace(trigger.head.span, "month")),
      unsafe(`count in each quarter: leave out \`${written(text, months.span)}\``, remove(text, months.span)),
    ];
    yield finding("day/quarter-in-months", months.span, { months: printList(months.months, printMonth) }, { fixes });
  },
};
