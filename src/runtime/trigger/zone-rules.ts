/**
 * A zone read from the text that a module carries: all its changes from 1900 to 2400, in the words of its own clock.
 *
 *     +1 1980 04-06T2+2 09-28T3+1 1981..1995 03-sun25T2+2 09-sun24T3+1 1996.. 03-sun25T2+2 10-sun25T3+1
 *
 * First the offset from UTC that it begins with; then years, and what changes in each of them: the date and the time
 * which the clock shows as it changes, and the offset from then on. `03-sun25` is the first Sunday from 25 March on;
 * `1996..` has no end. Changes stand in the order in which they happen. Offsets and times are hours, with minutes and
 * seconds where there are any.
 */
import { SchedcError } from "../model/index.ts";
import { DAY, dayOf, weekdayOf } from "./civil.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";
import type { Zone } from "./zone-cursor.ts";
import { createTable, type Stretch, tableZone } from "./zone-table.ts";

const LAST_YEAR = 2401;

const WEEKDAYS = "montuewedthufrisatsun";

/** The text is read when the first cursor is asked for, and once. */
export function rulesZone(name: string, text: string): Zone {
  return tableZone(name, () => {
    const changes = readRules(name, text);
    return createTable(() => changes);
  });
}

/** All changes that the text tells of. */
function readRules(name: string, text: string): Stretch {
  const [first = "", ...words] = text.split(" ");
  const malformed = (word: string): never => {
    throw new SchedcError(`The carried rules of ${name} hold "${word}", which this runtime cannot read.`);
  };
  let offset = readOffset(first) ?? malformed(first);
  const before = offset;
  const starts = [BEFORE_ALL];
  const offsets = [offset];
  for (let at = 0; at < words.length; ) {
    const word = words[at++] as string;
    const years = /^(\d{4})(?:(\.\.)(\d{4})?)?$/.exec(word) ?? malformed(word);
    const rules: Rule[] = [];
    for (; at < words.length && words[at]?.[2] === "-"; at++) {
      rules.push(readRule(words[at] as string) ?? malformed(words[at] as string));
    }
    const firstYear = Number(years[1]);
    const lastYear = years[2] ? Number(years[3] ?? LAST_YEAR) : firstYear;
    for (let year = firstYear; year <= lastYear; year++) {
      for (const rule of rules) {
        const start = startOf(rule, year) - offset;
        if (!(start > (starts.at(-1) as number))) malformed(word);
        starts.push(start);
        offset = rule.after;
        offsets.push(offset);
      }
    }
  }
  return { before, starts, offsets, end: NEVER };
}

/** A change as it comes round each year. */
interface Rule {
  readonly month: number;
  readonly date: number;
  /** 1 for Monday to 7 for Sunday, the first from `date` on; 0 for the date itself. */
  readonly weekday: number;
  /** Seconds since midnight on the clock that changes. */
  readonly time: number;
  readonly after: number;
}

function readRule(word: string): Rule | undefined {
  const [, month, weekday, date, time = "", after = ""] =
    /^(0[1-9]|1[0-2])-(mon|tue|wed|thu|fri|sat|sun)?(\d\d)T([\d:]+)([+-].+)$/.exec(word) ?? [];
  const offset = readOffset(after);
  if (offset === undefined) return undefined;
  return {
    month: Number(month),
    date: Number(date),
    weekday: weekday ? WEEKDAYS.indexOf(weekday) / 3 + 1 : 0,
    time: readClock(time),
    after: offset,
  };
}

/** The local second at which the clock changes. */
function startOf({ month, date, weekday, time }: Rule, year: number): number {
  const day = dayOf(year, month, date);
  return (weekday === 0 ? day : day + ((weekday - weekdayOf(day) + 7) % 7)) * DAY + time;
}

function readOffset(text: string): number | undefined {
  const [, sign, clock = ""] = /^([+-])(\d+(?::\d\d){0,2})$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return sign === "-" ? -readClock(clock) : readClock(clock);
}

/** Hours, with minutes and seconds behind colons. */
function readClock(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
