/** Which days are worth a look at all, where windows come back every week or with the workdays. */
import { bitsBetween, lowest } from "./bits.ts";
import { DAY, monthLength, monthStart, weekdayOf } from "./civil.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { MonthDays } from "./month-days.ts";
import type { Sieve } from "./wall.ts";
import type { Workdays } from "./workdays.ts";

/**
 * The days on which a time can pass the sieve. Times and sieve say the same of two days of one weekday that are, with
 * both their neighbours, alike in being workdays: so few days are looked at, and a trigger whose windows miss all its
 * times is found out at once. `times` are to heed no other days than these.
 */
export function createPassing(times: DayTimes, sieve: Sieve | undefined, workdays: Workdays | undefined): MonthDays {
  // By kind of day: 0 for one that is not looked at yet, 1 for no, 2 for yes.
  const known = new Uint8Array(7 * 8);
  const open: MonthDays = workdays ? workdays.days : () => 0;
  return (month, among = -1) => {
    const start = monthStart(month);
    const last = monthLength(month) - 1;
    const today = open(month);
    const yesterday = (today << 1) | (open(month - 1) >>> (monthLength(month - 1) - 1));
    const tomorrow = (today >>> 1) | ((open(month + 1) & 1) << last);
    const first = weekdayOf(start) - 1;
    let days = 0;
    for (let left = among & bitsBetween(0, last); left !== 0; left &= left - 1) {
      const at = lowest(left);
      const kind =
        ((first + at) % 7) * 8 + ((yesterday >>> at) & 1) * 4 + ((today >>> at) & 1) * 2 + ((tomorrow >>> at) & 1);
      if (known[kind] === 0) known[kind] = passes(times, sieve, start + at) ? 2 : 1;
      if (known[kind] === 2) days |= 1 << at;
    }
    return days;
  };
}

/** Whether any time of a day passes. */
function passes(times: DayTimes, sieve: Sieve | undefined, day: number): boolean {
  let time = times.next(day, 0);
  while (time !== NO_TIME) {
    const passed = sieve === undefined ? time : sieve.next(day * DAY + time) - day * DAY;
    if (passed === time) return true;
    time = passed > times.last ? NO_TIME : times.next(day, passed);
  }
  return false;
}
