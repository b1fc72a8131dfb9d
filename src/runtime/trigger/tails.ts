/** Days whose times run on past midnight, told as days that keep them: a tail becomes a matter of the day it runs into. */
import { DAY } from "./civil.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Days } from "./days.ts";

/** What of days and times a search for written times needs. */
export interface Timed {
  readonly days: Pick<Days, "next" | "previous" | "within">;
  readonly times: DayTimes;
}

/** With tails a day counts as open when it or the one before it opens, whether or not that leaves it a time. */
export function withinDays(days: Days, times: DayTimes): Timed {
  if (times.last < DAY) return { days, times };
  return {
    days: {
      next: (day) => (days.has(day - 1) ? day : days.next(day)),
      previous(day) {
        const found = days.previous(day);
        return found === day ? day : found + 1;
      },
      within: (first) => days.within(first) | days.within(first - 1),
    },
    times: {
      last: DAY - 1,
      next(day, from) {
        const own = days.has(day) ? times.next(day, from) : NO_TIME;
        const tail = days.has(day - 1) ? times.next(day - 1, from + DAY) - DAY : NO_TIME;
        if (own < 0 || own >= DAY) return Math.max(tail, NO_TIME);
        return tail < 0 ? own : Math.min(own, tail);
      },
      previous(day, to) {
        const own = days.has(day) ? times.previous(day, to) : NO_TIME;
        const tail = days.has(day - 1) ? times.previous(day - 1, to + DAY) - DAY : NO_TIME;
        return Math.max(own, tail, NO_TIME);
      },
    },
  };
}
