/** Names and classes of days as sets of ISO weekdays. */
import type { DayItem, Located } from "../../../dsl/index.ts";
import type { DayRule, Weekday } from "../../../runtime/model/index.ts";
import { ascending } from "./order.ts";
import { refuse } from "./refusal.ts";

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Which days a list of names and classes has: those of the week, undefined for all of them, or workdays. */
export interface DayClasses {
  readonly weekdays: readonly Weekday[] | undefined;
  readonly workdays: boolean;
}

/** A list that has every day of the week needs no workdays. */
export function dayClasses(items: readonly DayItem[]): DayClasses {
  const weekdays = weekdaySet(items);
  return { weekdays, workdays: weekdays !== undefined && items.some(isWorkday) };
}

/** The same as alternatives of a rule: a day that one of them has is in the list. */
export function dayAlternatives({ weekdays, workdays }: DayClasses): readonly Pick<DayRule, "weekdays" | "open">[] {
  if (weekdays === undefined) return [{}];
  return [...(weekdays.length > 0 ? [{ weekdays }] : []), ...(workdays ? [{ open: true as const }] : [])];
}

/** A workday is no matter of the week; only the calendar knows it. */
export function isWorkday(item: DayItem): boolean {
  return item.kind === "class" && item.of === "workday";
}

/** Undefined where the list holds every day of the week; its workdays are left out. */
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
      return [];
  }
}

/** `fri-mon` goes on over the end of the week. */
function wrap(place: Located, from: number, to: number): readonly Weekday[] {
  const length = ((to - from + 7) % 7) + 1;
  const days = Array.from({ length }, (_, i) => week[(from - 1 + i) % 7]);
  return days.map((day) => day ?? refuse(place, "no such day of the week"));
}
