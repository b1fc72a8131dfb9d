/** `except …`: days, dates, days of the year, windows and spans that are taken out. */
import type { DateTimeNode, DayItem, ExceptClause, ExceptItem, Nth } from "../../../dsl/index.ts";
import type { DayRule, Exceptions, Holidays, Point, Window } from "../../../runtime/model/index.ts";
import { clockText, dateText, dateTimeText } from "./civil-text.ts";
import type { LowerContext } from "./context.ts";
import { monthSet } from "./days.ts";
import { ordered } from "./order.ts";
import { nthPick, type PickPeriod } from "./picks.ts";
import { clockRanges, daySpan } from "./ranges.ts";
import { dayAlternatives, dayClasses } from "./weekdays.ts";
import { windowFilter, windowNamed } from "./windows.ts";

/** The exceptions while they are gathered. */
type Mutable<T> = { -readonly [K in keyof T]?: T[K] extends readonly (infer I)[] | undefined ? I[] : never };

/** `period` is the one in which `the nth` counts under the sentence's head. */
export function exceptions(clause: ExceptClause, period: PickPeriod, context: LowerContext): Exceptions {
  const { items } = clause;
  const found: Mutable<Exceptions> = {};
  const windows: Window[] = items.flatMap((item) => windowOf(item, context) ?? []);
  if (windows.length > 0) found.windows = [...ordered(windows)];
  const holidays = items.flatMap((item) => holidaysOf(item, context) ?? []);
  if (holidays.length > 0) found.holidays = [...ordered(holidays)];
  const days = dayRules(items, period);
  if (days.length > 0) found.days = [...ordered(days)];
  const dates = items.flatMap((item) =>
    item.kind === "dateSpan" ? [[dateText(item.from), dateText(item.to ?? item.from)] as const] : [],
  );
  if (dates.length > 0) found.dates = [...ordered(dates)];
  const yearly = items.flatMap((item) => {
    if (item.kind !== "yearDays") return [];
    const to = item.to ?? item.from;
    return [[item.from.month, item.from.day, to.month, to.day] as const];
  });
  if (yearly.length > 0) found.yearly = [...ordered(yearly)];
  const spans = items.flatMap((item) => (item.kind === "instantSpan" ? [span(item.from, item.to)] : []));
  if (spans.length > 0) found.spans = [...ordered(spans)];
  return found;
}

/** A range, a clock or a named window; undefined for what takes out days or spans. */
function windowOf(item: ExceptItem, context: LowerContext): Window | undefined {
  switch (item.kind) {
    case "hours":
    case "clocks":
      return { ranges: clockRanges([daySpan(item, "without")]) };
    case "clock": {
      const at = clockText(item.seconds % 86_400);
      return { ranges: [[at, at]] };
    }
    case "named":
      // A day's name carries places, a window's and a calendar's a word.
      if (!("name" in item) || context.calendarNamed(item.name.text)) return undefined;
      return windowFilter(windowNamed(item.name, context), "without");
    default:
      return undefined;
  }
}

/** A named calendar by what it closes: its weekend is not taken out. */
function holidaysOf(item: ExceptItem, context: LowerContext): Holidays | undefined {
  if (item.kind !== "named" || !("name" in item)) return undefined;
  const calendar = context.calendarNamed(item.name.text);
  if (calendar === undefined) return undefined;
  const { weekend: _, ...holidays } = calendar;
  return holidays;
}

/** One rule a kind of item, so that their order in the list means nothing. */
function dayRules(items: readonly ExceptItem[], period: PickPeriod): readonly DayRule[] {
  const named = items.filter(
    (item): item is DayItem => item.kind === "class" || (item.kind === "named" && !("name" in item)),
  );
  const months = items.flatMap((item) => (item.kind === "months" ? [item.month] : []));
  const nths = items.filter((item): item is Nth => item.kind === "nth");
  const rules: DayRule[] = [];
  if (named.length > 0) {
    rules.push(...dayAlternatives(dayClasses(named)));
  }
  if (months.length > 0) rules.push({ months: monthSet(months) });
  if (nths.length > 0) rules.push({ picks: [nthPick(period, nths)] });
  return rules;
}

/** A single DATETIME takes out its own second. */
function span(from: DateTimeNode, to: DateTimeNode | undefined): readonly [Point, Point] {
  const start = dateTimeText(from);
  return [start, to ? dateTimeText(to) : { at: start, plus: 1_000 }];
}
