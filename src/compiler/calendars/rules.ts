/** Recurrence rules: which ones are read at all, and which go on as they are instead of being listed. */
import type { DayChoice, DayRule, Weekday } from "../../runtime/model/index.ts";
import type { Recur } from "./library.ts";

const weekdays: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Why a rule is not read; undefined for one that is. Days do not recur by the hour, and the library never comes back
 * from some rules that no day fulfils.
 */
export function refusalOf({ freq, interval, parts }: Recur): string | undefined {
  const names = Object.keys(parts);
  if (!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(freq)) return `a rule of FREQ=${freq} makes no days`;
  const hourly = names.find((name) => ["BYHOUR", "BYMINUTE", "BYSECOND"].includes(name));
  if (hourly !== undefined) return `a rule with ${hourly} makes no days`;
  if (freq === "DAILY" && names.some((name) => name !== "BYDAY" || interval !== 1)) {
    return `a rule of FREQ=DAILY with ${names.join(" and ")} is not read`;
  }
  if (freq === "WEEKLY" && names.some((name) => name !== "BYDAY")) {
    return `a rule of FREQ=WEEKLY with ${names.join(" and ")} is not read`;
  }
  const [months, days] = [numbers(parts.BYMONTH), numbers(parts.BYMONTHDAY)];
  const lacking = days.find((day) => months.length > 0 && months.every((month) => Math.abs(day) > lengthOf(month)));
  return lacking === undefined ? undefined : `a rule asks for day ${lacking} of months that have none`;
}

/**
 * A yearly rule without an end as a rule of ours, from the year of its first day on; undefined where it has to be
 * listed. `first` is that day, `length` how many days each time lasts.
 */
export function endlessRule(
  rule: Recur,
  first: { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number },
  length: number,
): DayRule | undefined {
  if (rule.freq !== "YEARLY" || rule.count || rule.until) return undefined;
  const cycle = { every: rule.interval, unit: "year", anchor: `${first.year}-01-01` } as const;
  const { BYMONTH, BYMONTHDAY, BYDAY, ...others } = rule.parts;
  if (Object.keys(others).length > 0) return undefined;
  const [months, days] = [numbers(BYMONTH), numbers(BYMONTHDAY)];
  if (months.length > 1 || days.length > 1 || (months[0] ?? first.month) !== first.month) return undefined;
  if (BYDAY === undefined) {
    if ((days[0] ?? first.day) !== first.day || (days.length > 0 && months.length === 0)) return undefined;
    const of = datesFrom(first.month, first.day, length);
    return of && { cycle, picks: [{ in: "year", of }] };
  }
  const [text, more] = texts(BYDAY);
  const read = /^([+-]?[1-5])([A-Z]{2})$/.exec(text ?? "");
  const day = weekdays[read?.[2] ?? ""];
  if (!read || day === undefined || more !== undefined || days.length > 0 || months.length === 0) return undefined;
  const nth = Number(read[1]);
  // The day that an event begins on counts even where its rule does not have it; such a one is listed.
  const fits = day === first.weekday && (nth < 0 || Math.ceil(first.day / 7) === nth);
  if (length !== 1 || !fits || (nth < 0 && nth !== -1) || (nth === -1 && first.day + 7 <= lengthOf(first.month))) {
    return undefined;
  }
  return { cycle, months: [first.month], picks: [{ in: "month", of: [{ nth, day }] }] };
}

/** The dates of a year from one on; undefined where they run over New Year or February 29. */
function datesFrom(month: number, date: number, length: number): readonly DayChoice[] | undefined {
  if (length === 1) return [{ month, date }];
  const dates: DayChoice[] = [];
  for (let at = { month, date }; dates.length < length; ) {
    if (at.month > 12 || (at.month === 2 && at.date === 29) || dates.length > 31) return undefined;
    dates.push(at);
    const last = at.month === 2 ? 28 : lengthOf(at.month);
    at = at.date >= last ? { month: at.month + 1, date: 1 } : { month: at.month, date: at.date + 1 };
    if (at.month === 3 && at.date === 1 && dates.length < length) return undefined;
  }
  return dates;
}

function lengthOf(month: number): number {
  return longest[month - 1] ?? 0;
}

function numbers(part: unknown): readonly number[] {
  return (Array.isArray(part) ? part : part === undefined ? [] : [part]).map(Number);
}

function texts(part: unknown): readonly string[] {
  return (Array.isArray(part) ? part : [part]).map(String);
}
