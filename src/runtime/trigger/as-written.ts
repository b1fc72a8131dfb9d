/**
 * A calendar trigger as it is written: its days, and the clock times of each, before any zone has its say.
 *
 * What is proven about a trigger is proven about this. Windows of another zone and spans of instants are no part of
 * it: they are held against instants, which a written time alone does not have.
 */
import type { CalendarTrigger, Window } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { NO_TIME } from "./day-times.ts";
import { createDays } from "./days.ts";
import { LAST_DAY } from "./range.ts";
import { createLimits } from "./scope.ts";
import { createTimes, type WrittenTimes } from "./times.ts";

export interface AsWritten {
  /** The first open day from a day on; undefined when there is none. */
  nextDay(day: number): number | undefined;
  /** The times of a day that opened, in seconds from its midnight, ascending; past 86,400 in its tail. */
  timesOf(day: number): readonly number[];
}

/** `times` are the trigger's own; random times are drawn from instants and cannot be written down. */
export function asWritten(trigger: CalendarTrigger, times: WrittenTimes): AsWritten {
  const days = createDays(trigger.days, trigger);
  const clocks = createTimes(times, days);
  const own = (windows: readonly Window[] | undefined): readonly Window[] =>
    (windows ?? []).filter(({ zone }) => zone === undefined || zone === trigger.zone).map(withoutZone);
  const during = own(trigger.during);
  const windows = own(trigger.except?.windows);
  const { written } = createLimits({
    zone: "UTC",
    ...(during.length > 0 && during.length === trigger.during?.length && { during }),
    ...(windows.length > 0 && { except: { windows } }),
    ...(trigger.calendar && { calendar: trigger.calendar }),
  });
  return {
    nextDay(day) {
      const found = days.next(day);
      return found > LAST_DAY ? undefined : found;
    },
    timesOf(day) {
      const found: number[] = [];
      for (let time = clocks.next(day, 0); time !== NO_TIME; time = clocks.next(day, time + 1)) {
        const local = day * DAY + time;
        if (written === undefined || written.next(local) === local) found.push(time);
      }
      return found;
    },
  };
}

function withoutZone({ zone: _zone, ...window }: Window): Window {
  return window;
}
