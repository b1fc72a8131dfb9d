/**
 * `every week on the 2nd`: a bare ordinal reads as a date. With its kind said (`2nd day`, `last weekday`) it
 * counts in the week and is fine.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printDay } from "../../format/days.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayOrdinalInWeek: Rule = {
  *every({ trigger, reading, of }) {
    const on = clauseOf(trigger.clauses, "on");
    if (reading.kind !== "period" || reading.unit !== "week" || on?.what.kind !== "nth") return;
    const [first, ...rest] = on.what.nths;
    if (!first || on.what.nths.every(({ day }) => day !== undefined)) return;
    const ofWeek = first.nth >= 1 && first.nth <= 7 && rest.length === 0 && first.to === undefined;
    const weekday = printDay({ kind: "named", from: first.nth, span: first.span }, "singular");
    const fixes = [
      ...(ofWeek ? [unsafe(`that day of the week: \`on ${weekday}\``, replace(on.span, `on ${weekday}`))] : []),
      ...(reading.every === 1
        ? [unsafe("count in the month: `every month`", replace(trigger.head.span, "month"))]
        : []),
    ];
    yield finding("day/ordinal-in-week", on.span, { written: written(of.in.text, on.span) }, { fixes });
  },
};
