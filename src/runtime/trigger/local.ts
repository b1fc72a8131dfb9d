/** What the clock shows in a zone, and when its offset changes: for those who print and analyze fire times. */
import type { CivilDate } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { formatDate } from "./point.ts";
import { zoneOf } from "./zone.ts";

/** The offset from UTC in seconds at an instant (epoch milliseconds). */
export function offsetAt(zone: string, instant: number): number {
  const second = Math.floor(instant / 1000);
  const cursor = zoneOf(zone).cursor();
  cursor.seek(second);
  return cursor.offset;
}

export interface Transition {
  /** The first instant (epoch milliseconds) of the new offset. */
  readonly at: number;
  /** The offsets from UTC, in seconds, until then and from then on. */
  readonly before: number;
  readonly after: number;
}

/** The changes of a zone's offset from one instant up to another, both within, in order. */
export function transitions(zone: string, from: number, until: number): readonly Transition[] {
  const found: Transition[] = [];
  const cursor = zoneOf(zone).cursor();
  const last = Math.floor(until / 1000);
  for (let second = Math.ceil(from / 1000); second <= last; second = cursor.end) {
    cursor.seek(second);
    const { start, offset, before } = cursor;
    if (start === second && before !== offset) found.push({ at: start * 1000, before, after: offset });
  }
  return found;
}

export interface LocalTime {
  readonly date: CivilDate;
  /** Seconds since that date's midnight as the clock shows them. */
  readonly seconds: number;
}

/** What the clock of a zone shows at an instant (epoch milliseconds). */
export function localTime(zone: string, instant: number): LocalTime {
  const local = Math.floor(instant / 1000) + offsetAt(zone, instant);
  const day = Math.floor(local / DAY);
  return { date: formatDate(day), seconds: local - day * DAY };
}
