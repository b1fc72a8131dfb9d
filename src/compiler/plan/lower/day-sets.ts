/** Sets of days in one form: spans that meet are one span, rules and days of the year stand in order. */
import type { CivilDate, DaySet } from "../../../runtime/model/index.ts";
import { formatDate, parseDate } from "../../../runtime/trigger/index.ts";
import { ordered } from "./order.ts";

type DateSpan = readonly [CivilDate, CivilDate];

/** Undefined where they have no day. */
export function joinSets(sets: readonly DaySet[]): DaySet | undefined {
  const days = ordered(sets.flatMap((set) => set.days ?? []));
  const dates = joinSpans(sets.flatMap((set) => set.dates ?? []));
  const yearly = ordered(
    sets.flatMap((set) => set.yearly ?? []),
    ([month, date]) => month * 100 + date,
  );
  if (days.length + dates.length + yearly.length === 0) return undefined;
  return {
    ...(days.length > 0 && { days }),
    ...(dates.length > 0 && { dates }),
    ...(yearly.length > 0 && { yearly }),
  };
}

/** Dates as text sort by time. */
export function joinSpans(spans: readonly DateSpan[]): readonly DateSpan[] {
  const joined: DateSpan[] = [];
  for (const [first, last] of [...spans].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const open = joined.at(-1);
    if (open && first <= dayAfter(open[1])) {
      joined[joined.length - 1] = [open[0], later(open[1], last)];
    } else if (first <= last) joined.push([first, last]);
  }
  return joined;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}

function dayAfter(date: CivilDate): CivilDate {
  return formatDate(parseDate(date) + 1);
}
