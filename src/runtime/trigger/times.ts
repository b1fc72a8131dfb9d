/** The clock times of a day: when a day that opened fires, in seconds from its midnight. */
import type { Clock, Times } from "../model/index.ts";
import { secondsOf } from "./clock.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Days } from "./days.ts";
import { createProduct } from "./product.ts";
import { requireFields } from "./shape.ts";
import { ascending, firstFrom } from "./sorted.ts";
import { createSteps } from "./steps.ts";

/** Times as the clock writes them; what is drawn at random is drawn from instants, and no matter of a day's clock. */
export type WrittenTimes = Exclude<Times, { readonly random: string }>;

export function createTimes(times: WrittenTimes, days: Days): DayTimes {
  requireFields(times, "set of times", fieldsOf(times));
  if ("at" in times) return createClocks(times.at);
  if ("every" in times) return createSteps(times.every, times.ranges, days);
  return createProduct(times.hours, times.minutes, times.seconds);
}

function fieldsOf(times: WrittenTimes): Readonly<Record<string, "list">> {
  if ("at" in times) return { at: "list" };
  return "every" in times ? { ranges: "list" } : { hours: "list", minutes: "list", seconds: "list" };
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
