/** Written times that a gap swallowed, and the instants they move to: what `dst gap` asks of the segment after the gap. */
import type { DstPolicy } from "../model/index.ts";
import { DAY } from "./civil.ts";
import type { Days } from "./days.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";
import type { Limits } from "./scope.ts";
import { type Written, writtenFrom, writtenUpTo } from "./written.ts";
import type { ZoneCursor } from "./zone.ts";

/** All of it speaks of the gap just before the segment on which the zone's cursor stands. */
export interface Moved {
  /** To be called whenever the cursor moved: closes the dates that the zone left out. */
  enter(): void;
  /** The first moved fire from a second on, or `NEVER`. */
  next(from: number): number;
  /** The last moved fire up to a second, or `BEFORE_ALL`. */
  previous(to: number): number;
}

export function createMoved(
  policy: DstPolicy["gap"],
  written: Written,
  days: readonly Days[],
  limits: Limits,
  zone: ZoneCursor,
): Moved {
  const closed = new Set<number>();
  /** The whole dates within the gap, as local seconds from the first up to the end. */
  const firstLost = (): number => Math.ceil((zone.start + zone.before) / DAY) * DAY;
  const lostEnd = (): number => Math.floor((zone.start + zone.offset) / DAY) * DAY;
  const isLost = (local: number): boolean => local >= firstLost() && local < lostEnd();

  const admits = (local: number, instant: number): boolean =>
    !isLost(local) && limits.admitsMoved(local, instant, instant + zone.offset);

  /** Under `after` all written times of the gap meet on one instant, which needs one of them to pass. */
  const meets = (): boolean => {
    const { start } = zone;
    const end = start + zone.offset;
    for (let local = writtenFrom(written, start + zone.before); local < end; local = writtenFrom(written, local + 1)) {
      if (admits(local, start)) return true;
    }
    return false;
  };

  return {
    enter() {
      if (zone.offset - zone.before >= DAY && lostEnd() > firstLost() && !closed.has(zone.start)) {
        closed.add(zone.start);
        for (const each of days) each.close(firstLost() / DAY, lostEnd() / DAY - 1);
      }
    },
    next(from) {
      const { start, end, offset, before } = zone;
      if (policy === "skip" || from >= start + offset - before) return NEVER;
      if (policy === "after") return from <= start && meets() ? start : NEVER;
      const stop = Math.min(start + offset, end + before);
      let local = writtenFrom(written, Math.max(from, start) + before);
      while (local < stop && !admits(local, local - before)) local = writtenFrom(written, local + 1);
      return local < stop ? local - before : NEVER;
    },
    previous(to) {
      const { start, end, offset, before } = zone;
      if (policy === "skip" || to < start) return BEFORE_ALL;
      if (policy === "after") return meets() ? start : BEFORE_ALL;
      const first = start + before;
      let local = writtenUpTo(written, Math.min(to + before, start + offset - 1, end + before - 1));
      while (local >= first && !admits(local, local - before)) local = writtenUpTo(written, local - 1);
      return local >= first ? local - before : BEFORE_ALL;
    },
  };
}
