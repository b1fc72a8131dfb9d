/**
 * The short way to a fire: where question and answer lie clear of every change of the zone's offset, the written time
 * alone decides, and one subtraction makes it an instant. `calendar.ts` goes the long way for the rest.
 *
 * Why it may. Clear of the changes means: at the start of a segment past what a gap moved there and past what an
 * overlap shows again, at its end before what an overlap will show again. So every later fire was written later than
 * the question's own time, and every earlier one earlier, whichever segment it lies in.
 */
import { BEFORE_ALL, NEVER } from "./range.ts";
import type { Written } from "./written.ts";
import type { ZoneCursor } from "./zone.ts";

export interface Settled {
  /** The first fire from a second on; `NEVER` also where the long way has to tell. */
  next(second: number): number;
  /** The last fire up to a second; `BEFORE_ALL` likewise. */
  previous(second: number): number;
}

/** `first` and `last` are the seconds of the life span; fires outside it are not told. */
export function createSettled(written: Written, zone: ZoneCursor, first: number, last: number): Settled {
  // The part of a segment that is clear, up to but not including `end`. Empty at first.
  let start = 0;
  let end = 0;
  let offset = 0;

  const enter = (second: number): void => {
    zone.seek(second);
    offset = zone.offset;
    start = Math.max(zone.start + Math.abs(offset - zone.before), first);
    end = Math.min(zone.end - Math.max(offset - zone.after, 0), last + 1);
  };

  return {
    next(second) {
      if (second < start || second >= end) {
        enter(second);
        if (second < start || second >= end) return NEVER;
      }
      const local = written.next(second + offset);
      if (local < end + offset) return local - offset;
      if (local === NEVER) return NEVER;
      enter(local - offset);
      return local >= start + offset && local < end + offset ? local - offset : NEVER;
    },
    previous(second) {
      if (second < start || second >= end) {
        enter(second);
        if (second < start || second >= end) return BEFORE_ALL;
      }
      const local = written.previous(second + offset);
      if (local >= start + offset) return local - offset;
      if (local === BEFORE_ALL) return BEFORE_ALL;
      enter(local - offset);
      return local >= start + offset && local < end + offset ? local - offset : BEFORE_ALL;
    },
  };
}
