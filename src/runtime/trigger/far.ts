/**
 * The long way to a fire: whatever lies near a change of the zone's offset, segment by segment.
 *
 * Inside one segment of the zone instants follow written times in order. What a gap swallowed belongs to the segment
 * after it (`moved.ts`); of what an overlap shows twice, `dst.overlap` cuts one pass off a segment's end or start.
 */
import type { DstPolicy } from "../model/index.ts";
import { DAY } from "./civil.ts";
import type { Days } from "./days.ts";
import { createMoved } from "./moved.ts";
import { BEFORE_ALL, FIRST_SECOND, LAST_SECOND, NEVER } from "./range.ts";
import type { Limits } from "./scope.ts";
import { type Written, writtenFrom, writtenUpTo } from "./written.ts";
import type { ZoneCursor } from "./zone.ts";

/** All in seconds. */
export interface Far {
  /** The first fire from a second on, or `NEVER`. */
  next(from: number): number;
  /** The last fire up to a second, or `BEFORE_ALL`. */
  previous(upTo: number): number;
}

/** `days` are all that stand behind the written times. */
export function createFar(
  { gap, overlap }: DstPolicy,
  written: Written,
  days: readonly Days[],
  limits: Limits,
  zone: ZoneCursor,
): Far {
  const { instants } = limits;
  const moved = createMoved(gap, written, days, limits, zone);

  /** The first fire from a second on that lies in the cursor's segment, or `NEVER`. */
  const nextHere = (from: number): number => {
    const { start, end, offset, before, after } = zone;
    let best = before < offset ? moved.next(from) : NEVER;
    let local = from + offset;
    if (before > offset && overlap === "first" && local < start + before) local = start + before;
    const stop = after < offset && overlap === "second" ? end + after : end + offset;
    for (;;) {
      const time = writtenFrom(written, local);
      if (time >= stop || time - offset >= best) return best;
      const second = time - offset;
      const passed = instants === undefined ? second : instants.next(second);
      if (passed === second) best = second;
      else local = passed + offset;
    }
  };

  /** The last fire up to a second in the cursor's segment, or `BEFORE_ALL`. */
  const previousHere = (to: number): number => {
    const { start, end, offset, before, after } = zone;
    let best = before < offset ? moved.previous(to) : BEFORE_ALL;
    let local = to + offset;
    if (after < offset && overlap === "second" && local >= end + after) local = end + after - 1;
    const stop = before > offset && overlap === "first" ? start + before : start + offset;
    for (;;) {
      const time = writtenUpTo(written, local);
      if (time < stop || time - offset <= best) return best;
      const second = time - offset;
      const passed = instants === undefined ? second : instants.previous(second);
      if (passed === second) best = second;
      else local = passed + offset;
    }
  };

  return {
    next(from) {
      let second = from;
      while (second <= LAST_SECOND) {
        zone.seek(second);
        moved.enter();
        const found = nextHere(second);
        if (found !== NEVER) return found;
        // An offset is less than a day, so whole segments before the next written time can be passed over.
        const { end } = zone;
        second = Math.max(end, writtenFrom(written, end + Math.min(zone.offset, zone.after)) - DAY);
      }
      return NEVER;
    },
    previous(upTo) {
      let second = upTo;
      while (second >= FIRST_SECOND) {
        zone.seek(second);
        moved.enter();
        const found = previousHere(second);
        if (found !== BEFORE_ALL) return found;
        const { start } = zone;
        second = Math.min(start - 1, writtenUpTo(written, start + Math.max(zone.offset, zone.before)) + DAY);
      }
      return BEFORE_ALL;
    },
  };
}
