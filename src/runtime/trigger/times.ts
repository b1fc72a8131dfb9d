/** The clock times of a day: when a day that opened fires, in seconds from its midnight. */
import type { Clock, Times } from "../model/index.ts";
import { atLeast, atMost, wideBits } from "./bits.ts";
import { secondsOf } from "./clock.ts";
import type { Days } from "./days.ts";
import { ascending, firstFrom } from "./sorted.ts";
import { createSteps } from "./steps.ts";

/** Stands for "no time". */
export const NO_TIME = -1;

export interface DayTimes {
  /** The latest time any day has; a day more and above it is the tail after midnight. */
  readonly last: number;
  /** The first time of a day that opened, at `from` or later; `NO_TIME` when there is none. */
  next(day: number, from: number): number;
  /** The last time of a day that opened, at `to` or earlier. */
  previous(day: number, to: number): number;
}

/** Times as the clock writes them; what is drawn at random is drawn from instants, and no matter of a day's clock. */
export type WrittenTimes = Exclude<Times, { readonly random: string }>;

export function createTimes(times: WrittenTimes, days: Days): DayTimes {
  if ("at" in times) return createClocks(times.at);
  if ("every" in times) return createSteps(times.every, times.ranges, days);
  return createProduct(times.hours, times.minutes, times.seconds);
}

/** The same listed clocks every day. */
function createClocks(clocks: readonly Clock[]): DayTimes {
  const times = ascending(clocks.map(secondsOf));
  return {
    last: times.at(-1) ?? NO_TIME,
    next: (_day, from) => times[firstFrom(times, from)] ?? NO_TIME,
    previous: (_day, to) => times[firstFrom(times, to + 1) - 1] ?? NO_TIME,
  };
}

/** Every combination of an hour, a minute and a second. */
function createProduct(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): DayTimes {
  const hour = wideBits(hours);
  const minute = wideBits(minutes);
  const second = wideBits(seconds);
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
