/**
 * The short way to a fire: where question and answer lie clear of every change of the zone's offset, the written time
 * alone decides, and one subtraction makes it an instant. `calendar.ts` goes the long way for the rest.
 *
 * Why it may. Clear of the changes means: at the start of a segment past what a gap moved there and past what an
 * overlap shows again, at its end before what an overlap will show again. So every later fire was written later than
 * the question's own time, and every earlier one earlier, whichever segment it lies in.
 *
 * Both directions seek the segment in place: behind a function of its own that costs a zone a fifth of an answer.
 */
import { DAY_MS } from "./civil.ts";
import type { Search } from "./prepared.ts";
import { NO_DAY } from "./range.ts";
import type { Written } from "./written.ts";
import { CLEAR_END, CLEAR_START, OFFSET, segmentAt, type ZoneTable } from "./zone-table.ts";

/** The fires from `first` to `last`, both in milliseconds; what is not told here is asked of `otherwise`. */
export function createNear(written: Written, zone: ZoneTable, first: number, last: number, otherwise: Search): Search {
  // The segment asked for last, which for most questions is the right one.
  let place = 0;
  const earliest = first - 1;

  /** Tells of a written time in another segment, if it is clear there. */
  const settles = (day: number, time: number, answers: Float64Array, at: number): boolean => {
    if (Math.abs(day) === NO_DAY) return false;
    const found = segmentAt(zone, day, time);
    const { segments } = zone;
    const instant = day * DAY_MS + time - (segments[found + OFFSET] as number);
    if (instant < (segments[found + CLEAR_START] as number) || instant >= (segments[found + CLEAR_END] as number)) {
      return false;
    }
    if (instant < first || instant > last) return false;
    answers[at] = instant;
    return true;
  };

  return {
    next(utcDay, utcTime, answers, at) {
      const from = utcDay * DAY_MS + utcTime;
      if (
        !(from < (zone.segments[place + CLEAR_END] as number) && from >= (zone.segments[place + CLEAR_START] as number))
      ) {
        place = segmentAt(zone, utcDay, utcTime);
      }
      const { segments } = zone;
      const end = segments[place + CLEAR_END] as number;
      if (!(from < end && from >= (segments[place + CLEAR_START] as number) && from >= earliest)) {
        otherwise.next(utcDay, utcTime, answers, at);
        return;
      }
      const offset = segments[place + OFFSET] as number;
      const time = (utcTime + offset) | 0;
      const days = daysOver(time);
      const day = written.next(utcDay + days, (((time - days * DAY_MS) / 1000) | 0) + 1);
      const local = day * DAY_MS + written.time * 1000;
      if (local - offset < end && local - offset <= last) answers[at] = local - offset;
      else if (!settles(day, written.time * 1000, answers, at)) otherwise.next(utcDay, utcTime, answers, at);
    },
    previous(utcDay, utcTime, answers, at) {
      const upTo = utcDay * DAY_MS + utcTime;
      if (
        !(upTo < (zone.segments[place + CLEAR_END] as number) && upTo >= (zone.segments[place + CLEAR_START] as number))
      ) {
        place = segmentAt(zone, utcDay, utcTime);
      }
      const { segments } = zone;
      const start = segments[place + CLEAR_START] as number;
      if (!(upTo >= start && upTo < (segments[place + CLEAR_END] as number) && upTo <= last)) {
        otherwise.previous(utcDay, utcTime, answers, at);
        return;
      }
      const offset = segments[place + OFFSET] as number;
      const time = (utcTime + offset) | 0;
      const days = daysOver(time);
      const day = written.previous(utcDay + days, ((time - days * DAY_MS) / 1000) | 0);
      const local = day * DAY_MS + written.time * 1000;
      if (local - offset >= start && local - offset >= first) answers[at] = local - offset;
      else if (!settles(day, written.time * 1000, answers, at)) otherwise.previous(utcDay, utcTime, answers, at);
    },
  };
}

/** By how many days a time of day that an offset was added to has left its day: an offset is less than one. */
function daysOver(time: number): number {
  return time < 0 ? -1 : time >= DAY_MS ? 1 : 0;
}
