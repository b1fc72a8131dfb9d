/** Which days open: the head, `on`, offsets by days, months and parity as day rules. */
import type { BoundClause, Located, MonthItem } from "../../../dsl/index.ts";
import type { Cycle, DayChoice, DayRule, Pick } from "../../../runtime/model/index.ts";
import { addDays, type Civil, dateText, dateTimeText, localDate, weekdayOfDate } from "./civil-text.ts";
import type { Clauses } from "./clauses.ts";
import type { HeadMeaning } from "./head.ts";
import { ascending, ordered } from "./order.ts";
import { isOpen, noParameters, type Parameters, periodHole } from "./parameters.ts";
import { nthPick, offsetPick, type PickPeriod, pick, yearDays } from "./picks.ts";
import { refuse } from "./refusal.ts";
import { both, type DayClasses, dayAlternatives, dayClasses } from "./weekdays.ts";

/** The rules of the days that open; no rule at all where the clauses contradict each other. */
export function openDays(
  node: Located,
  head: HeadMeaning,
  clauses: Clauses,
  zone: string,
  parameters: Parameters = noParameters,
): readonly DayRule[] {
  const period = countedIn(head, clauses);
  let classes = head.kind === "weekdays" ? dayAlternatives(head) : [{}];
  let months = clauses.inMonths && monthSet(clauses.inMonths.months);
  const picks: Pick[] = [];

  const { on, offset } = clauses;
  if (on?.what.kind === "days") {
    const chosen = dayClasses(on.what.days);
    if (on.adjust !== undefined) picks.push(pick("week", classChoices(chosen), on.adjust));
    else classes = bothClasses(classes, dayAlternatives(chosen));
  } else if (on?.what.kind === "nth") {
    picks.push(nthPick(period, on.what.nths, on.adjust));
  } else if (on?.what.kind === "yearDays") {
    // The months test the day as written, so they are settled here: a pick in the year is counted from January.
    const days = on.what.days.flatMap(({ from, to }) => yearDays(from, to));
    const kept = days.filter(({ month }) => months?.includes(month) ?? true);
    if (kept.length === 0) return [];
    picks.push(
      pick(
        "year",
        kept.map(({ month, day }) => ({ month, date: day })),
        on.adjust,
      ),
    );
    months = undefined;
  }
  if (offset?.of.kind === "nth") picks.push(offsetPick(period, offset, offset.of));

  refuseWithoutDay(node, head, on?.what.kind, picks.length);
  if (classes.length === 0) return [];
  const cycle = cycleOf(node, head, clauses.from, zone, parameters);
  if (cycle?.kind === "months") months = months?.filter((month) => cycle.months.includes(month)) ?? cycle.months;
  if (months?.length === 0) return [];
  return ordered(
    classes.map((days) => ({
      ...days,
      ...(cycle?.kind === "cycle" && { cycle: cycle.cycle }),
      ...(months && months.length < 12 && { months }),
      ...(clauses.inWeeks && { weeks: clauses.inWeeks.parity }),
      ...(picks.length > 0 && { picks }),
    })),
  );
}

type ClassRule = ReturnType<typeof dayAlternatives>[number];

/** Every pair of alternatives that have a day in common. */
function bothClasses(a: readonly ClassRule[], b: readonly ClassRule[]): readonly ClassRule[] {
  return a.flatMap((one) =>
    b.flatMap((two) => {
      const weekdays = both(one.weekdays, two.weekdays);
      if (weekdays?.length === 0) return [];
      return [{ ...(weekdays && { weekdays }), ...((one.open || two.open) && { open: true as const }) }];
    }),
  );
}

/** The days of a list as choices within a week. */
function classChoices({ weekdays = [1, 2, 3, 4, 5, 6, 7], workdays }: DayClasses): readonly DayChoice[] {
  return [...(weekdays.length > 0 ? [{ weekdays }] : []), ...(workdays ? [{ open: true as const }] : [])];
}

/** The period in which `the nth` counts under this head. */
export function countedIn(head: HeadMeaning, clauses: Clauses): PickPeriod {
  if (head.kind !== "period" || head.unit === "day") return "month";
  return head.unit === "year" && clauses.inMonths ? "month" : head.unit;
}

/** Ascending; `nov-feb` goes on over the new year. */
export function monthSet(items: readonly MonthItem[]): readonly number[] {
  return ascending(
    items.flatMap(({ from, to = from }) =>
      Array.from({ length: ((to - from + 12) % 12) + 1 }, (_, i) => ((from - 1 + i) % 12) + 1),
    ),
  );
}

/** A month or longer needs to be told which of its days; a week too. */
function refuseWithoutDay(node: Located, head: HeadMeaning, on: string | undefined, picks: number): void {
  if (head.kind !== "period" || head.unit === "day" || picks > 0) return;
  if (on === undefined) refuse(node, `every ${head.unit} does not say which day`);
  if (on === "days" && head.unit !== "week") refuse(node, `every ${head.unit} does not say which of these days`);
}

/** How `every 2 months` is counted. */
type CycleMeaning =
  | { readonly kind: "cycle"; readonly cycle: Cycle }
  /** Without `from`, what divides the year starts in January. */
  | { readonly kind: "months"; readonly months: readonly number[] };

/** Undefined where each period counts. */
function cycleOf(
  node: Located,
  head: HeadMeaning,
  from: BoundClause | undefined,
  zone: string,
  parameters: Parameters,
): CycleMeaning | undefined {
  if (head.kind !== "period" || head.every === 1) return undefined;
  const { every, unit } = head;
  if (from === undefined) {
    if (unit !== "month" || 12 % every !== 0) refuse(node, `every ${every} ${unit}s needs a start: from DATE`);
    const months = Array.from({ length: 12 / every }, (_, i) => i * every + 1);
    return { kind: "months", months };
  }
  return { kind: "cycle", cycle: { every, unit, anchor: anchorText(unit, from, zone, parameters) } };
}

/** The first day of the period that holds the date: one anchor for one meaning. */
function firstDay(unit: Cycle["unit"], date: Civil): Civil {
  switch (unit) {
    case "day":
      return date;
    case "week":
      return addDays(date, 1 - weekdayOfDate(date));
    case "month":
      return { ...date, day: 1 };
    case "quarter":
      return { ...date, month: date.month - ((date.month - 1) % 3), day: 1 };
    case "year":
      return { ...date, month: 1, day: 1 };
  }
}

/** The first day of the period that holds the local date of the bound; a hole where a value decides about either. */
function anchorText(unit: Cycle["unit"], { instant }: BoundClause, zone: string, parameters: Parameters): string {
  if (instant.kind === "parameter") return periodHole(instant.name, unit);
  if (instant.kind === "date") return dateText(firstDay(unit, instant));
  if (parameters.size > 0 && isOpen(zone) && instant.offset !== undefined)
    return periodHole(dateTimeText(instant), unit);
  return dateText(firstDay(unit, localDate(instant, zone)));
}
