/** Names and classes of days as sets of ISO weekdays. */
import type { DayItem, Located } from "../../../dsl/index.ts";
import type { Weekday } from "../../../runtime/model/index.ts";
import { ascending } from "./order.ts";
import { refuse } from "./refusal.ts";

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Undefined where the list holds every day of the week. */
export function weekdaySet(items: readonly DayItem[]): readonly Weekday[] | undefined {
  const all = ascending(items.flatMap(daysOf));
  return all.length === week.length ? undefined : all;
}

/** What both allow; undefined stands for every day. */
export function both(
  a: readonly Weekday[] | undefined,
  b: readonly Weekday[] | undefined,
): readonly Weekday[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.filter((day) => b.includes(day));
}

function daysOf(item: DayItem): readonly Weekday[] {
  if (item.kind === "named") return wrap(item, item.from, item.to ?? item.from);
  switch (item.of) {
    case "day":
      return week;
    case "weekday":
      return [1, 2, 3, 4, 5];
    case "weekend":
      return [6, 7];
    case "workday":
      return refuse(item, "a workday needs a calendar, and calendars are not compiled yet");
  }
}

/** `fri-mon` goes on over the end of the week. */
function wrap(place: Located, from: number, to: number): readonly Weekday[] {
  const length = ((to - from + 7) % 7) + 1;
  const days = Array.from({ length }, (_, i) => week[(from - 1 + i) % 7]);
  return days.map((day) => day ?? refuse(place, "no such day of the week"));
}
