/** The times that hours, minutes and seconds make together, found by their bits. */
import { atLeast, atMost, wideBits } from "./bits.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import { within } from "./whole.ts";

/**
 * Every combination of an hour, a minute and a second. A search keeps what it can of the time it was given: the second
 * decides whether the minute may stay, the minute whether the hour may.
 */
export function createProduct(
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): DayTimes {
  const hour = wideBits(within(hours, 0, 47, "hour"));
  const minute = wideBits(within(minutes, 0, 59, "minute"));
  const second = wideBits(within(seconds, 0, 59, "second"));
  const firstMinute = atLeast(minute, 0);
  const lastMinute = atMost(minute, 59);
  const firstSecond = atLeast(second, 0);
  const lastSecond = atMost(second, 59);
  const none = hours.length === 0 || minutes.length === 0 || seconds.length === 0;
  return {
    last: none ? NO_TIME : atMost(hour, 47) * 3600 + lastMinute * 60 + lastSecond,
    next(_day, from) {
      if (none || from >= 172_800) return NO_TIME;
      const h = (from / 3600) | 0;
      const m = ((from - h * 3600) / 60) | 0;
      const atHour = atLeast(hour, h);
      if (atHour < 0) return NO_TIME;
      if (atHour === h) {
        const s = atLeast(second, from - h * 3600 - m * 60);
        // Without a second left in this minute the search goes on from the next.
        const atMinute = atLeast(minute, s < 0 ? m + 1 : m);
        if (atMinute >= 0) return h * 3600 + atMinute * 60 + (atMinute === m ? s : firstSecond);
        const later = atLeast(hour, h + 1);
        return later < 0 ? NO_TIME : later * 3600 + firstMinute * 60 + firstSecond;
      }
      return atHour * 3600 + firstMinute * 60 + firstSecond;
    },
    previous(_day, to) {
      if (none || to < 0) return NO_TIME;
      const h = (to / 3600) | 0;
      const m = ((to - h * 3600) / 60) | 0;
      const atHour = atMost(hour, Math.min(h, 47));
      if (atHour < 0) return NO_TIME;
      if (atHour === h) {
        const s = atMost(second, to - h * 3600 - m * 60);
        const atMinute = atMost(minute, s < 0 ? m - 1 : m);
        if (atMinute >= 0) return h * 3600 + atMinute * 60 + (atMinute === m ? s : lastSecond);
        const earlier = atMost(hour, h - 1);
        return earlier < 0 ? NO_TIME : earlier * 3600 + lastMinute * 60 + lastSecond;
      }
      return atHour * 3600 + lastMinute * 60 + lastSecond;
    },
  };
}
