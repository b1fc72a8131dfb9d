/**
 * `every week on the 2nd`: a bare ordinal reads as a date, also in an offset, in an exception or behind `after the`.
 * With its kind said (`2nd day`, `last weekday`) it counts in the week and is fine.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, replace, unsafe } from "../../fix/edits.ts";
import { printDay } from "../../format/days.ts";
import type { Span } from "../../source/span.ts";
import type { Nth } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { nthsOf } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayOrdinalInWeek: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "period" || reading.unit !== "week") return;
    const { text } = of.in;
    const inMonth =
      reading.every === 1 ? [unsafe("count in the month: `every month`", replace(trigger.head.span, "month"))] : [];
    const on = clauseOf(trigger.clauses, "on");
    const nths = on?.what.kind === "nth" ? on.what.nths : [];
    if (on && nths.some(({ day }) => day === undefined)) {
      const fixes = [...asWeekday(on.span, nths), ...inMonth];
      yield finding("day/ordinal-in-week", on.span, { written: written(text, on.span) }, { fixes });
    }
    const others = [...nthsOf(trigger.clauses)].filter((nth) => !nths.includes(nth) && nth.day === undefined);
    const behind = nthsOf(trigger.clauses).flatMap(({ day, rel }) => (rel && day !== undefined ? [rel] : []));
    for (const nth of [...others, ...behind]) {
      const name = written(text, nth.span);
      const ofWeek = others.includes(nth as Nth)
        ? [unsafe(`count in the week: \`${name} day\``, insert(nth.span.end, " day"))]
        : [];
      yield finding("day/ordinal-in-week", nth.span, { written: name }, { fixes: [...ofWeek, ...inMonth] });
    }
  },
};

function asWeekday(span: Span, [first, ...rest]: readonly Nth[]) {
  if (!first || rest.length > 0 || first.to !== undefined || first.nth < 1 || first.nth > 7) return [];
  const weekday = printDay({ kind: "named", from: first.nth, span: first.span }, "singular");
  return [unsafe(`that day of the week: \`on ${weekday}\``, replace(span, `on ${weekday}`))];
}
