/** Written times: days × clock times as one ascending set of local seconds, before any zone has its say. */
import { DAY, weekdayOf } from "./civil.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Days } from "./days.ts";
import { BEFORE_ALL, FIRST_DAY, LAST_DAY, NEVER } from "./range.ts";
import { createSameDay } from "./same-day.ts";
import type { Sieve } from "./wall.ts";

export interface Written {
  /** The first written time from a local second on, or `NEVER`. */
  next(local: number): number;
  /** The last written time up to a local second, or `BEFORE_ALL`. */
  previous(local: number): number;
}

export function createWritten(days: Days, times: DayTimes): Written {
  const { last } = times;
  // Days back that can still write a time into a given day.
  const reach = (last / DAY) | 0;
  if (reach === 0) return createSameDay(days, times);
  return {
    next(local) {
      let best = NEVER;
      let day = days.next(Math.floor(local / DAY) - reach);
      while (day <= LAST_DAY && day * DAY < best) {
        const from = local - day * DAY;
        const time = times.next(day, Math.max(from, 0));
        if (time >= 0) {
          const found = day * DAY + time;
          if (found < best) best = found;
        }
        day = days.next(day + 1);
      }
      return best;
    },
    previous(local) {
      let best = BEFORE_ALL;
      let day = days.previous(Math.floor(local / DAY));
      while (day >= FIRST_DAY && day * DAY + last > best) {
        const to = local - day * DAY;
        const time = times.previous(day, Math.min(to, last));
        if (time >= 0) {
          const found = day * DAY + time;
          if (found > best) best = found;
        }
        day = days.previous(day - 1);
      }
      return best;
    },
  };
}

/** The written times that pass a sieve. */
export function sift(written: Written, sieve: Sieve | undefined): Written {
  if (sieve === undefined) return written;
  return {
    next(local) {
      let time = written.next(local);
      while (time !== NEVER) {
        const passed = sieve.next(time);
        if (passed === time) break;
        time = written.next(passed);
      }
      return time;
    },
    previous(local) {
      let time = written.previous(local);
      while (time !== BEFORE_ALL) {
        const passed = sieve.previous(time);
        if (passed === time) break;
        time = written.previous(passed);
      }
      return time;
    },
  };
}

/**
 * The weekdays, as bits with Monday lowest, on which a time can pass the sieve. Both repeat every week, so days of the
 * other weekdays need not be looked at; a trigger whose windows miss all its times is found out at once.
 */
export function passingWeekdays(times: DayTimes, sieve: Sieve): number {
  let weekdays = 0;
  for (let day = 0; day < 7; day++) {
    let time = times.next(day, 0);
    while (time !== NO_TIME) {
      const passed = sieve.next(day * DAY + time) - day * DAY;
      if (passed === time) {
        weekdays |= 1 << (weekdayOf(day) - 1);
        break;
      }
      time = passed > times.last ? NO_TIME : times.next(day, passed);
    }
  }
  return weekdays;
}
