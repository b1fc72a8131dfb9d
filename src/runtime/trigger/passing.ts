/** Which weekdays are worth a look at all, where windows come back every week. */
import { DAY, weekdayOf } from "./civil.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Sieve } from "./wall.ts";

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
