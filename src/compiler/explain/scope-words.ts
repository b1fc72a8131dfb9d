/** Bounds, windows and exceptions in words. */
import type { Exceptions, Point, Scope, Window } from "../../runtime/model/index.ts";
import { rangesWords } from "./clock-words.ts";
import { exceptedWords } from "./day-words.ts";
import { lengthWords, listed, monthName } from "./lists.ts";

/** One line a limit; the zone always, since every time is read in it. */
export function scopeWords({ zone, from, until, during, except }: Scope): readonly string[] {
  return [
    `times are those of ${zone}`,
    ...(from === undefined ? [] : [`not before ${pointWords(from)}`]),
    ...(until === undefined ? [] : [`not after ${pointWords(until)}`]),
    ...(during ? [`only ${listed(during.map(windowWords), "or")}`] : []),
    ...(except ? exceptWords(except) : []),
  ];
}

function exceptWords({ days, dates, yearly, windows, spans }: Exceptions): readonly string[] {
  const parts = [
    ...(days ?? []).map(exceptedWords),
    ...(dates ?? []).map(([first, last]) => (first === last ? `on ${first}` : `from ${first} to ${last}`)),
    ...(yearly ?? []).map(([month, date, toMonth, toDate]) => yearWords([month, date], [toMonth, toDate])),
    ...(windows ?? []).map(windowWords),
    ...(spans ?? []).map(([start, end]) => `from ${pointWords(start)} up to ${pointWords(end)}`),
  ];
  return parts.length === 0 ? [] : [`never ${listed(parts, "or")}`];
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
