/**
 * Whole hours behind a month, or in one list with a month's day, read as days of the month. The order of clauses
 * is free, so this looks at what was written next to what; clock times such as `9:00-17:00` cannot be mistaken and
 * may stand anywhere.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Span } from "../../source/span.ts";
import type { ExceptItem, RangeNode } from "../../tree/nodes.ts";
import { clauseOf, clausesOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

type Hours = Extract<RangeNode, { kind: "hours" }>;

export const timeHoursAfterMonth: Rule = {
  *trigger({ trigger, of }) {
    const { text } = of.in;
    const clauses = clausesOf(trigger);
    for (const [index, clause] of clauses.entries()) {
      const next = clauses[index + 1];
      if (clause.kind !== "inMonths" || next?.kind !== "ranges") continue;
      const [hours] = next.ranges;
      if (hours?.kind !== "hours") continue;
      const [months, ranges] = [written(text, clause.span), written(text, next.span)];
      const swap = unsafe(
        `put the hours first: \`${ranges} ${months}\``,
        replace(clause.span, ranges),
        replace(next.span, months),
      );
      yield doubt(text, hours, clause.span, swap);
    }
    const items = clauseOf(clauses, "except")?.items ?? [];
    for (const [index, item] of items.entries()) {
      const before = items.slice(0, index).findLast((earlier) => isOfMonth(earlier));
      const rightBehind = items[index - 1]?.kind === "months";
      if (item.kind === "hours" && before && (rightBehind || before.kind === "yearDays")) {
        yield doubt(text, item, before.span);
      }
    }
  },
};

function isOfMonth(item: ExceptItem): boolean {
  return item.kind === "yearDays" || item.kind === "months";
}

function doubt(text: string, hours: Hours, before: Span, ...swap: ReturnType<typeof unsafe>[]) {
  // What is taken out ends before its last clock time, what is left in with it.
  const last = hours.to.value + (swap.length === 0 ? 1 : 0);
  const clocks = `${hours.from.value}:00-${last}:00`;
  const params = { hours: written(text, hours.span), before: written(text, before) };
  const asClocks = unsafe(`write clock times: \`${clocks}\``, replace(hours.span, clocks));
  return finding("time/hours-after-month", hours.span, params, { fixes: [...swap, asClocks] });
}
