/**
 * Whole hours behind a month, or in one list with a month's day, read as days of the month. The order of clauses
 * is free, so this looks at what was written next to what; clock times such as `9:00-17:00` cannot be mistaken and
 * may stand anywhere.
 */
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { remove, replace, unsafe } from "../../fix/edits.ts";
import { shortMonth } from "../../parser/values/names.ts";
import { ordinalText } from "../../parser/values/number.ts";
import type { Span } from "../../source/span.ts";
import type { ExceptItem, RangeNode, RangesClause } from "../../tree/nodes.ts";
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
      const asDays = clauseOf(clauses, "on") ? [] : daysInMonths(text, clause.span, next);
      yield doubt(text, hours, clause.span, [swap], asDays);
    }
    const items = clauseOf(clauses, "except")?.items ?? [];
    for (const [index, item] of items.entries()) {
      const before = items.slice(0, index).findLast((earlier) => isOfMonth(earlier));
      const rightBehind = items[index - 1]?.kind === "months";
      if (item.kind === "hours" && before && (rightBehind || before.kind === "yearDays")) {
        yield doubt(text, item, before.span, [], datesOf(before, item));
      }
    }
  },
};

function isOfMonth(item: ExceptItem): boolean {
  return item.kind === "yearDays" || item.kind === "months";
}

/** `in december 9-17` as days of it. */
function daysInMonths(text: string, months: Span, { ranges, span }: RangesClause): readonly Fix[] {
  const days = ranges.flatMap((range) =>
    range.kind === "hours" && isForward(range)
      ? [`${ordinalText(range.from.value)}-${ordinalText(range.to.value)}`]
      : [],
  );
  if (days.length < ranges.length) return [];
  const on = `on the ${days.join(", ")}`;
  const put = replace(months, `${on} ${written(text, months)}`);
  return [unsafe(`days of the month: \`${on}\``, put, remove(text, span))];
}

/** `dec 9, 12-15` and `dec, 9-17` as days of December. */
function datesOf(before: ExceptItem, hours: Hours): readonly Fix[] {
  if (!isForward(hours)) return [];
  if (before.kind === "yearDays") {
    const month = shortMonth((before.to ?? before.from).month);
    return [asDates(hours.span, month, hours)];
  }
  if (before.kind !== "months" || before.month.to !== undefined) return [];
  return [asDates({ start: before.span.start, end: hours.span.end }, shortMonth(before.month.from), hours)];
}

function asDates(span: Span, month: string, { from, to }: Hours): Fix {
  const dates = `${month} ${from.value} to ${month} ${to.value}`;
  return unsafe(`days of the month: \`${dates}\``, replace(span, dates));
}

function isForward({ from, to }: Hours): boolean {
  return from.value >= 1 && from.value < to.value;
}

function doubt(text: string, hours: Hours, before: Span, first: readonly Fix[], last: readonly Fix[]) {
  // What is taken out ends before its last clock time, what is left in with it.
  const end = hours.to.value + (first.length === 0 ? 1 : 0);
  const clocks = `${hours.from.value}:00-${end}:00`;
  const params = { hours: written(text, hours.span), before: written(text, before) };
  const asClocks = unsafe(`write clock times: \`${clocks}\``, replace(hours.span, clocks));
  return finding("time/hours-after-month", hours.span, params, { fixes: [...first, asClocks, ...last] });
}
