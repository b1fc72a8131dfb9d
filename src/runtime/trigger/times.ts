/** The clock times of a day: when a day that opened fires, in seconds from its midnight. */
import type { Clock, Times } from "../model/index.ts";
import { secondsOf } from "./clock.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Days } from "./days.ts";
import { createProduct } from "./product.ts";
import { requireList } from "./shape.ts";
import { ascending, firstFrom } from "./sorted.ts";
import { createSteps } from "./steps.ts";

/** Times as the clock writes them; what is drawn at random is drawn from instants, and no matter of a day's clock. */
export type WrittenTimes = Exclude<Times, { readonly random: string }>;

export function createTimes(times: WrittenTimes, days: Days): DayTimes {
  if ("at" in times) {
    requireList(times.at, "at");
    return createClocks(times.at);
  }
  if ("every" in times) {
    requireList(times.ranges, "ranges");
    return createSteps(times.every, times.ranges, days);
  }
  requireList(times.hours, "hours");
  requireList(times.minutes, "minutes");
  requireList(times.seconds, "seconds");
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
