/** Bounds, windows and exceptions in words. */
import type { Calendar, DaySet, Exceptions, Holidays, Point, Scope, Window } from "../../runtime/model/index.ts";
import { rangesWords } from "./clock-words.ts";
import { exceptedWords } from "./day-words.ts";
import { dayName, lengthWords, listed, monthName } from "./lists.ts";

/** One line a limit; the zone always, since every time is read in it. */
export function scopeWords({ zone, from, until, during, except, calendar }: Scope): readonly string[] {
  return [
    `times are those of ${zone}`,
    ...(from === undefined ? [] : [`not before ${pointWords(from)}`]),
    ...(until === undefined ? [] : [`not after ${pointWords(until)}`]),
    ...(during ? [`only ${listed(during.map(windowWords), "or")}`] : []),
    ...(except ? exceptWords(except) : []),
    ...(calendar ? calendarWords(calendar) : []),
  ];
}

function exceptWords({ windows, spans, holidays, ...set }: Exceptions): readonly string[] {
  const parts = [
    ...setWords(set),
    ...(holidays ?? []).map(holidaysWords),
    ...(windows ?? []).map(windowWords),
    ...(spans ?? []).map(([start, end]) => `from ${pointWords(start)} up to ${pointWords(end)}`),
  ];
  return parts.length === 0 ? [] : [`never ${listed(parts, "or")}`];
}

function setWords({ days, dates, yearly }: DaySet): readonly string[] {
  return [
    ...(days ?? []).map(exceptedWords),
    ...(dates ?? []).map(([first, last]) => (first === last ? `on ${first}` : `from ${first} to ${last}`)),
    ...(yearly ?? []).map(([month, date, toMonth, toDate]) => yearWords([month, date], [toMonth, toDate])),
  ];
}

/** How many days are named one by one; a year of holidays is more than a line holds. */
const shown = 6;

function someWords(set: DaySet | undefined): string {
  const words = set ? setWords(set) : [];
  if (words.length <= shown) return listed(words);
  return `${words.slice(0, shown).join(", ")} and ${words.length - shown} more`;
}

function holidaysWords({ holidays, open }: Holidays): string {
  if (holidays === undefined) return "on holidays, of which the calendar has none";
  return `on the holidays ${someWords(holidays)}${open ? `, unless opened ${someWords(open)}` : ""}`;
}

function calendarWords({ weekend, holidays, open, covers }: Calendar): readonly string[] {
  const closed = [...weekend.map((day) => `on ${dayName(day)}s`), ...(holidays ? [someWords(holidays)] : [])];
  const line = closed.length > 0 ? `workdays are all days but those ${listed(closed)}` : "every day is a workday";
  return [
    open ? `${line}; workdays all the same are those ${someWords(open)}` : line,
    ...(covers ? [`the dates of its calendar are known until ${covers}`] : []),
  ];
}

function yearWords(from: readonly [number, number], to: readonly [number, number]): string {
  const first = `${monthName(from[0])} ${from[1]}`;
  const last = `${monthName(to[0])} ${to[1]}`;
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}

function windowWords({ ranges, zone }: Window): string {
  return `${rangesWords(ranges)}${zone ? ` by the clock of ${zone}` : ""}`;
}

/** A point as a reader writes it: no `T`, no seconds that are none. */
export function pointWords(point: Point): string {
  if (typeof point === "string") return point.replace("T", " ").replace(/:00(?=Z?$)/, "");
  const { at, plus } = point;
  return `${lengthWords(Math.abs(plus))} ${plus < 0 ? "before" : "after"} ${pointWords(at)}`;
}
