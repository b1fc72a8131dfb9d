/** Times of the day in words. */
import type { ClockRange, Times } from "../../runtime/model/index.ts";
import { dayName, listed, runs, stepWords } from "./lists.ts";

/** More clock times than this are told by their number. */
const shown = 8;

/** Behind a phrase about days: `at 9:00`, `every 15 minutes …`. */
export function timesWords(times: Times): string {
  if ("at" in times) return `at ${clockList(times.at.map(clockWords))}`;
  if ("random" in times)
    return `at a random second ${rangesWords(times.ranges)}, drawn anew for each day and the same everywhere`;
  if ("every" in times) {
    const step = `every ${stepWords(times.every)}`;
    return isWholeDay(times.ranges)
      ? `${step}, counted from midnight`
      : `${step} ${rangesWords(times.ranges)}, counted from the start`;
  }
  return productWords(times);
}

/** Each clock by itself while they are few, else minutes of hours. */
function productWords({ hours, minutes, seconds }: Extract<Times, { readonly hours: readonly number[] }>): string {
  const marks = minutes.flatMap((minute) => seconds.map((second) => mark(minute, second)));
  const clocks = hours.flatMap((hour) => marks.map((text) => clockWords(`${two(hour)}${text}`)));
  if (clocks.length <= shown) return `at ${listed(clocks)}`;
  const of = hours.length === 24 ? "every hour" : `the hours ${runs(hours, (hour) => String(hour % 24))}`;
  return marks.length <= shown ? `at ${listed(marks)} of ${of}` : `${marks.length} times in ${of}`;
}

function mark(minute: number, second: number): string {
  return second === 0 ? `:${two(minute)}` : `:${two(minute)}:${two(second)}`;
}

function clockList(clocks: readonly string[]): string {
  if (clocks.length <= shown) return listed(clocks);
  return `${clocks.length} times from ${clocks[0]} to ${clocks.at(-1)}`;
}

/** Both ends as the trigger has them, so that a whole hour ends at `:59:59`. */
export function rangesWords(ranges: readonly ClockRange[]): string {
  return listed(
    ranges.map(([from, to, weekdays]) => {
      const days = weekdays === "workday" ? " of workdays" : weekdays ? ` of ${runs(weekdays, dayName)}` : "";
      return `between ${clockWords(from)} and ${clockWords(to)}${days}`;
    }),
  );
}

function isWholeDay(ranges: readonly ClockRange[]): boolean {
  const [range, more] = ranges;
  return more === undefined && range?.[0] === "00:00" && range[1] === "23:59:59" && range[2] === undefined;
}

/** `26:00` is 2:00 of the day after. */
export function clockWords(clock: string): string {
  const [hours = 0, ...rest] = clock.split(":");
  const hour = Number(hours);
  return `${hour % 24}:${rest.join(":")}${hour >= 24 ? " of the day after" : ""}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
