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
import { FIRST_SECOND, LAST_SECOND } from "./range.ts";
import type { Zone, ZoneCursor } from "./zone-cursor.ts";

/** `starts[i]` is where `offsets[i]` begins; one more start stands at the end. */
interface Table {
  readonly starts: Float64Array;
  readonly offsets: Int32Array;
  /** For each bucket of time the segment in which it begins. */
  readonly buckets: Uint16Array;
}

/** Wide enough for whoever is near the ends of the span of fire times. */
const FIRST = FIRST_SECOND - 400 * DAY;
const LAST = LAST_SECOND + 400 * DAY;
const LAST_YEAR = 2401;

/** A bucket is 2^23 seconds, some 97 days: few segments begin in one. */
const BUCKET = 2 ** 23;

const WEEKDAYS = "montuewedthufrisatsun";

/** The text is read when the first cursor is asked for, and once. */
export function rulesZone(name: string, text: string): Zone {
  let table: Table | undefined;
  return {
    name,
    cursor() {
      table ??= readTable(name, text);
      return createCursor(table);
    },
  };
}

function createCursor({ starts, offsets, buckets }: Table): ZoneCursor {
  const last = offsets.length - 1;
  const cursor = {
    start: 0,
    end: 0,
    offset: 0,
    before: 0,
    after: 0,
    seek(second: number): void {
      if (second >= cursor.start && second < cursor.end) return;
      const bucket = Math.max(0, Math.min(buckets.length - 1, Math.floor((second - FIRST) / BUCKET)));
      let at = buckets[bucket] as number;
      while (at < last && (starts[at + 1] as number) <= second) at++;
      cursor.start = starts[at] as number;
      cursor.end = starts[at + 1] as number;
      cursor.offset = offsets[at] as number;
      cursor.before = offsets[at === 0 ? 0 : at - 1] as number;
      cursor.after = offsets[at === last ? last : at + 1] as number;
    },
  };
  return cursor;
}

function readTable(name: string, text: string): Table {
  const [first = "", ...words] = text.split(" ");
  const malformed = (word: string): never => {
    throw new SchedcError(`The carried rules of ${name} hold "${word}", which this runtime cannot read.`);
  };
  let offset = readOffset(first) ?? malformed(first);
  const starts = [FIRST];
  const offsets = [offset];
  for (let at = 0; at < words.length; ) {
    const word = words[at++] as string;
    const years = /^(\d{4})(?:(\.\.)(\d{4})?)?$/.exec(word) ?? malformed(word);
    const rules: Rule[] = [];
    for (; at < words.length && words[at]?.[2] === "-"; at++) {
      rules.push(readRule(words[at] as string) ?? malformed(words[at] as string));
    }
    const from = Number(years[1]);
    const until = years[2] ? Number(years[3] ?? LAST_YEAR) : from;
    for (let year = from; year <= until; year++) {
      for (const rule of rules) {
        const start = startOf(rule, year) - offset;
        if (!(start > (starts.at(-1) as number))) malformed(word);
        starts.push(start);
        offset = rule.after;
        offsets.push(offset);
      }
    }
  }
  starts.push(LAST);
  return { starts: Float64Array.from(starts), offsets: Int32Array.from(offsets), buckets: bucketsOf(starts) };
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

function bucketsOf(starts: readonly number[]): Uint16Array {
  const buckets = new Uint16Array(Math.ceil((LAST - FIRST) / BUCKET));
  let at = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    while (at < starts.length - 2 && (starts[at + 1] as number) <= FIRST + bucket * BUCKET) at++;
    buckets[bucket] = at;
  }
  return buckets;
}
