/** The days that exceptions close: by rule, by date, and by day of the year. */
import type { Exceptions } from "../model/index.ts";
import { bitsBetween } from "./bits.ts";
import { monthStart } from "./civil.ts";
import type { MonthDays } from "./picks.ts";
import { parseDate } from "./point.ts";
import { createRules } from "./rules.ts";

/** Without exceptions of days it closes none. */
export function createShut(except: Exceptions | undefined): MonthDays {
  if (!except?.days && !except?.dates && !except?.yearly) return () => 0;
  const rules = createRules(except.days ?? []);
  const yearly = yearlyBits(except.yearly ?? []);
  const dated = datedBits(except.dates ?? []);
  return (month) => rules.days(month) | (yearly[month % 12] as number) | dated(month);
}

/** The days of a month that spans of dates cover: spans may be many and long, so none is walked day by day. */
function datedBits(spans: NonNullable<Exceptions["dates"]>): MonthDays {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [first, last] of spans.map((span) => span.map(parseDate)).sort(([a = 0], [b = 0]) => a - b)) {
    if (first === undefined || last === undefined || last < first) continue;
    const end = ends.at(-1);
    if (end === undefined || first > end + 1) {
      starts.push(first);
      ends.push(last);
    } else ends[ends.length - 1] = Math.max(end, last);
  }
  return (month) => {
    const first = monthStart(month);
    const last = monthStart(month + 1) - 1;
    let days = 0;
    for (let at = firstFrom(ends, first); at < ends.length && (starts[at] as number) <= last; at++) {
      const [from, to] = [Math.max(starts[at] as number, first), Math.min(ends[at] as number, last)];
      days |= bitsBetween(from - first, to - first);
    }
    return days;
  };
}

/** The place of the first number from `least` on in an ascending list; its length where there is none. */
function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each month of the year the days that recurring spans cover; one that ends before it starts runs over New Year. */
function yearlyBits(spans: NonNullable<Exceptions["yearly"]>): readonly number[] {
  const bits = new Array<number>(12).fill(0);
  for (const [month, date, toMonth, toDate] of spans) {
    const first = month * 32 + date;
    const last = toMonth * 32 + toDate;
    for (let place = 0; place < 12 * 31; place++) {
      const at = (Math.floor(place / 31) + 1) * 32 + (place % 31) + 1;
      const within = first <= last ? at >= first && at <= last : at >= first || at <= last;
      if (within) bits[Math.floor(place / 31)] = (bits[Math.floor(place / 31)] as number) | (1 << (place % 31));
    }
  }
  return bits;
}
