/**
 * A zone read from `Intl`: what serves a zone that no module carries.
 *
 * It is asked for a stretch of about a year at a time; a stretch's edge may end a segment whose offset goes on, which
 * nobody need notice, since the offsets on both sides are equal.
 */
import { SchedcError } from "../model/index.ts";
import { DAY, dayOf } from "./civil.ts";
import type { Zone } from "./zone-cursor.ts";
import { createTable, type Stretch, tableZone } from "./zone-table.ts";

/** Blocks of 32 days: somewhat more than a year. */
const TOGETHER = 12;

/** How far past its edges a stretch looks for a change: longer than any gap or overlap. */
const MARGIN = 2 * DAY;

/** Below the shortest time for which any zone has kept an offset, so that no grid point can jump over one. */
const GRID = 5 * DAY;

/** A zone as this machine has it; an unknown one is a `SchedcError`. */
export function intlZone(name: string): Zone {
  return createZone(name, createProbe(name));
}

/** Whether this machine has a zone of that name. */
export function isIntlZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A zone read through a function that gives the offset at any second. */
export function createZone(name: string, offsetAt: (second: number) => number): Zone {
  return tableZone(name, () => createTable((from, until) => readStretch(offsetAt, from, until), TOGETHER));
}

function readStretch(offsetAt: (second: number) => number, edge: number, end: number): Stretch {
  const starts = [edge];
  const offsets = [offsetAt(edge)];
  let before = offsets[0] as number;
  const early = offsetAt(edge - MARGIN);
  if (early !== before) {
    starts[0] = firstWith(offsetAt, edge - MARGIN, edge, early);
    before = early;
  }
  let offset = offsets[0] as number;
  let low = edge;
  for (;;) {
    const high = Math.min(low + GRID, end + MARGIN);
    if (offsetAt(high) !== offset) {
      low = firstWith(offsetAt, low, high, offset);
      offset = offsetAt(low);
      starts.push(low);
      offsets.push(offset);
      if (low >= end) return { before, starts, offsets, end: low };
    } else if (high < end + MARGIN) low = high;
    else return { before, starts, offsets, end };
  }
}

/** The first second above `low` whose offset is no longer `offset`; `high` is known to be one such. */
function firstWith(offsetAt: (second: number) => number, low: number, high: number, offset: number): number {
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** Reads the wall clock of `Intl` to the second: its own names for offsets drop the seconds in some engines. */
function createProbe(name: string): (second: number) => number {
  if (!isIntlZone(name)) throw new SchedcError(`There is no time zone "${name}"; IANA names look like Europe/Berlin.`);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (second) => {
    const read = format.format(second * 1000).match(/\d+/g);
    if (read?.length !== 6) throw new SchedcError(`This engine's Intl does not give the wall clock of ${name}.`);
    const [month = 0, date = 0, year = 0, hour = 0, minute = 0, seconds = 0] = read.map(Number);
    // Some engines write midnight as 24 in spite of h23.
    return dayOf(year, month, date) * DAY + (hour % 24) * 3600 + minute * 60 + seconds - second;
  };
}
