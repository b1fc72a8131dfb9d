/**
 * A trigger as written: which days fire, and at what times of each, over every day there is.
 *
 * Lists of times are few and shared: days that fire alike give the very same array, so whatever was worked out for a
 * list holds for all of its days.
 */
import type { Calendar, CalendarTrigger, Point, Scope, Times } from "../../runtime/model/index.ts";
import { asWritten, localTime, parseDate, resolvePoint, weekdayOf, writtenTime } from "../../runtime/trigger/index.ts";
import { addDay, type DaySet, daysIn, firstDay, hasDay, noDays } from "./day-set.ts";

export const daySeconds = 86_400;

export interface Written {
  /** Whose clock the times are read on. */
  readonly zone: string;
  /** The days that fire. */
  readonly days: DaySet;
  /** In seconds from the day's midnight, ascending; past 86,400 in the tail of a range that it opened. */
  timesOf(day: number): readonly number[];
  /** The life span in local seconds since 1970, both ends within; infinite where nothing bounds it. */
  readonly first: number;
  readonly last: number;
}

export const noTimes: readonly number[] = [];

/** A calendar trigger whose windows and bounds all go by its own clock. */
export function writtenCalendar(trigger: CalendarTrigger, times: Exclude<Times, { readonly random: string }>): Written {
  const found = asWritten(trigger, times);
  const open = noDays();
  for (let day = found.nextDay(firstDay); day !== undefined; day = found.nextDay(day + 1)) addDay(open, day);
  return restricted(trigger, open, keyOf(trigger, times, open), (day) => found.timesOf(day));
}

/**
 * Days with their times, cut to the life span and less the spans that are taken out. Days of one key fire alike
 * before the cut.
 */
export function restricted(
  scope: Scope,
  open: DaySet,
  key: (day: number) => number,
  listOf: (day: number) => readonly number[],
): Written {
  const { first, last } = lifeOf(scope);
  const cuts = (scope.except?.spans ?? []).map(
    ([from, to]) => [localSecond(from, scope.zone), localSecond(to, scope.zone)] as const,
  );
  const lists = new Map<number, readonly number[]>();
  const own = new Map<number, readonly number[]>();
  const timesOf = (day: number): readonly number[] => {
    if (!hasDay(open, day)) return noTimes;
    const id = key(day);
    let list = lists.get(id);
    if (list === undefined) {
      list = listOf(day);
      lists.set(id, list);
    }
    const start = day * daySeconds;
    const [begin, end] = [start + (list[0] ?? 0), start + (list.at(-1) ?? 0)];
    // Most days lie wholly within the life span or wholly outside; only those between need a list of their own.
    if (end < first || begin > last || cuts.some(([from, to]) => begin >= from && end < to)) return noTimes;
    if (begin >= first && end <= last && !cuts.some(([from, to]) => from <= end && to > begin)) return list;
    let kept = own.get(day);
    if (kept === undefined) {
      kept = list.filter((time) => {
        const local = start + time;
        return local >= first && local <= last && !cuts.some(([from, to]) => local >= from && local < to);
      });
      own.set(day, kept);
    }
    return kept;
  };
  return { zone: scope.zone, days: firing(open, timesOf), timesOf, first, last };
}

/** The days of a set that have a time. */
export function firing(open: DaySet, timesOf: (day: number) => readonly number[]): DaySet {
  const days = noDays();
  for (const day of daysIn(open)) if (timesOf(day).length > 0) addDay(days, day);
  return days;
}

/** Where the life span begins and ends by the trigger's own clock. */
export function lifeOf({ from, until, zone }: Scope): { readonly first: number; readonly last: number } {
  return {
    first: from === undefined ? Number.NEGATIVE_INFINITY : localSecond(from, zone),
    last: until === undefined ? Number.POSITIVE_INFINITY : localSecond(until, zone),
  };
}

/** What the clock shows at a point, as seconds since 1970: what was written, or the clock at a given instant. */
export function localSecond(point: Point, zone: string): number {
  return writtenTime(point) ?? localSecondAt(resolvePoint(point, zone), zone);
}

export function localSecondAt(instant: number, zone: string): number {
  const { date, seconds } = localTime(zone, instant);
  return parseDate(date) * daySeconds + seconds;
}

/**
 * Times hang on the weekday where ranges or windows do, on the days beside it where ranges reach over midnight, and on
 * which of the three are workdays where those ask for them.
 */
function keyOf(
  { during, except, calendar }: CalendarTrigger,
  times: Exclude<Times, { readonly random: string }>,
  open: DaySet,
): (day: number) => number {
  const windows = during !== undefined || except?.windows !== undefined;
  if (!windows && !("every" in times)) return () => 0;
  const workdays = calendar ? workdaysOf(calendar) : noDays();
  const near = (set: DaySet, day: number): number =>
    (hasDay(set, day - 1) ? 1 : 0) + (hasDay(set, day) ? 2 : 0) + (hasDay(set, day + 1) ? 4 : 0);
  return (day) => weekdayOf(day) * 64 + near(open, day) * 8 + near(workdays, day);
}

/** The days that a calendar leaves open. */
export function workdaysOf(calendar: Calendar): DaySet {
  const times = { at: [] };
  const days = asWritten(
    { kind: "calendar", zone: "UTC", days: [{ open: true }], times, dst: { gap: "skip", overlap: "both" }, calendar },
    times,
  );
  const open = noDays();
  for (let day = days.nextDay(firstDay); day !== undefined; day = days.nextDay(day + 1)) addDay(open, day);
  return open;
}
