/** The days that a test speaks of: by weekday, by date, or by a question of its own. */
import { type CivilDate, SchedcError, type Weekday } from "../../model/index.ts";
import { civilOf, formatDate, monthLength, parseDate, weekdayOf } from "../../trigger/index.ts";

export interface Day {
  readonly date: CivilDate;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Of the month. */
  readonly day: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: Weekday;
}

export type DayWord = (typeof WEEKDAYS)[number] | "weekday" | "weekend";

/**
 * A weekday, `weekday` for Monday to Friday, `weekend`; a date `2026-12-24`, or `12-24` for that of every year; several
 * of these; or a question about a day.
 */
export type Days = DayWord | (string & {}) | readonly (DayWord | (string & {}))[] | ((day: Day) => boolean);

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Asks of a day, as a count from 1970-01-01, whether it is one of them. */
export function readDays(days: Days): (day: number) => boolean {
  if (typeof days === "function") return (day) => days(describeDay(day));
  const tests = (typeof days === "string" ? [days] : days).map(readDay);
  if (tests.length === 0) throw new SchedcError("toNeverFireOn was given no days.", { code: "test/no-days" });
  return (day) => tests.some((test) => test(day));
}

function readDay(text: string): (day: number) => boolean {
  if (text === "weekend") return (day) => weekdayOf(day) > 5;
  if (text === "weekday") return (day) => weekdayOf(day) <= 5;
  const weekday = (WEEKDAYS as readonly string[]).indexOf(text) + 1;
  if (weekday > 0) return (day) => weekdayOf(day) === weekday;
  if (/^\d{4}-/.test(text)) {
    const date = parseDate(text);
    return (day) => day === date;
  }
  const [, month, date] = /^(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  // A leap year, so that February 29 is a day of the year.
  const known = month !== undefined && month >= 1 && month <= 12 ? monthLength(2000 * 12 + month - 1) : 0;
  if (month === undefined || date === undefined || date < 1 || date > known) {
    throw new SchedcError(
      `"${text}" is no day; one is written monday, weekday, weekend, 2026-12-24, or 12-24 for every year.`,
      { code: "test/day" },
    );
  }
  return (day) => {
    const civil = civilOf(day);
    return civil.month === month && civil.date === date;
  };
}

function describeDay(day: number): Day {
  const { year, month, date } = civilOf(day);
  return { date: formatDate(day), year, month, day: date, weekday: weekdayOf(day) as Weekday };
}
