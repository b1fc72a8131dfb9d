/** Dates, clocks and points as the trigger spells them; civil arithmetic without a zone. */
import type { DateNode, DateTimeNode } from "../../../dsl/index.ts";
import type { CivilDate, Clock } from "../../../runtime/model/index.ts";
import {
  type CivilDay,
  civilOf,
  dayOf,
  localTime,
  monthLength,
  monthStart,
  parseDate,
  weekdayOf,
} from "../../../runtime/trigger/index.ts";

export const daySeconds = 86_400;

/** A civil date; months and days from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** `HH:MM`, with `:SS` where there are seconds; beyond 24 hours in the tail of a day. */
export function clockText(seconds: number): Clock {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return s === 0 ? `${two(h)}:${two(m)}` : `${two(h)}:${two(m)}:${two(s)}`;
}

/** `YYYY-MM-DD`. */
export function dateText({ year, month, day }: Civil): CivilDate {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The date so many days later. */
export function addDays({ year, month, day }: Civil, days: number): Civil {
  return fromEngine(civilOf(dayOf(year, month, day) + days));
}

/** The date so many months later; a day that the month lacks becomes its last. */
export function addMonths({ year, month, day }: Civil, months: number): Civil {
  const target = year * 12 + month - 1 + months;
  return fromEngine(civilOf(monthStart(target) + Math.min(day, monthLength(target)) - 1));
}

/** ISO: 1 for Monday. */
export function weekdayOfDate({ year, month, day }: Civil): number {
  return weekdayOf(dayOf(year, month, day));
}

function fromEngine({ year, month, date }: CivilDay): Civil {
  return { year, month, day: date };
}

/** A date and a second of it, which may lie in days beside it. */
export function localText(date: Civil, seconds: number): string {
  const day = addDays(date, Math.floor(seconds / daySeconds));
  const within = ((seconds % daySeconds) + daySeconds) % daySeconds;
  return `${dateText(day)}T${two(Math.floor(within / 3600))}:${two(Math.floor(within / 60) % 60)}:${two(within % 60)}`;
}

/** A local point, or an instant in UTC where an offset was written. */
export function dateTimeText({ date, seconds, offset }: DateTimeNode): string {
  return offset === undefined ? localText(date, seconds) : `${localText(date, seconds - offset * 60)}Z`;
}

/** The date that the clock of a zone shows at a point: the one written, unless an offset from UTC stands beside it. */
export function localDate(point: DateTimeNode, zone: string): Civil {
  return point.offset === undefined ? point.date : fromEngine(civilOf(localDay(point, zone)));
}

/** Where the offset of a point is known, what the clock of a zone shows then. */
export function localPoint(point: DateTimeNode, zone: string): { readonly date: Civil; readonly seconds: number } {
  if (point.offset === undefined) return point;
  return { date: localDate(point, zone), seconds: localTime(zone, instantOf(point)).seconds };
}

function localDay(point: DateTimeNode, zone: string): number {
  return parseDate(localTime(zone, instantOf(point)).date);
}

/** Of a point whose offset was written. */
function instantOf({ date, seconds, offset = 0 }: DateTimeNode): number {
  return (dayOf(date.year, date.month, date.day) * daySeconds + seconds - offset * 60) * 1000;
}

/** The first second of a date, as a local point. */
export function startOf(date: DateNode): string {
  return localText(date, 0);
}

/** The last second of a date, as a local point. */
export function endOf(date: DateNode): string {
  return localText(date, daySeconds - 1);
}
