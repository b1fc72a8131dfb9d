/**
 * One form for equal sets of clock times.
 *
 * Steps, minute patterns and cron fields can say the same, so they meet here: a step where the clocks fill whole
 * hours or the whole day evenly, else the product of hours, minutes and seconds, else the list.
 */
import type { Times } from "../../../runtime/model/index.ts";
import { clockText, daySeconds } from "./civil-text.ts";
import { ascending } from "./order.ts";

/** Above this many, clock times are a product where they are one. */
const longestList = 24;

/** Clock times that stand for themselves. */
export function fixedTimes(clocks: Iterable<number>): Times {
  const sorted = ascending(clocks);
  return (sorted.length > longestList ? product(sorted) : undefined) ?? listed(sorted);
}

/** Clock times of a pattern. */
export function patternTimes(clocks: Iterable<number>): Times {
  const sorted = ascending(clocks);
  return compact(sorted) ?? listed(sorted);
}

/** The step or product that these clocks are, if they are one. */
export function compact(sorted: readonly number[]): Times | undefined {
  const [first = 0, second] = sorted;
  const step = second === undefined ? 0 : second - first;
  const even = step > 0 && sorted.every((clock, i) => clock === first + i * step);
  return (even ? evenTimes(first, step, sorted.length) : undefined) ?? product(sorted);
}

/** So many clocks in even steps as one step, where they fill the day from midnight or whole hours in a row. */
export function evenTimes(first: number, step: number, count: number): Times | undefined {
  if (count < 2) return undefined;
  const length = count * step;
  if (first === 0 && length === daySeconds) return { every: step * 1000, ranges: [["00:00", "23:59:59"]] };
  if (3600 % step !== 0 || first % 3600 !== 0 || length % 3600 !== 0) return undefined;
  return { every: step * 1000, ranges: [[clockText(first), clockText(first + length - 1)]] };
}

function listed(sorted: readonly number[]): Times {
  return { at: sorted.map(clockText) };
}

/** All combinations of the hours, minutes and seconds that occur, where all of them do. */
function product(sorted: readonly number[]): Times | undefined {
  const [hours, minutes, seconds]: [true[], true[], true[]] = [[], [], []];
  for (const clock of sorted) {
    hours[Math.floor(clock / 3600)] = true;
    minutes[Math.floor(clock / 60) % 60] = true;
    seconds[clock % 60] = true;
  }
  const all = { hours: placesIn(hours), minutes: placesIn(minutes), seconds: placesIn(seconds) };
  // Every clock is in the product, so the sizes alone decide.
  return all.hours.length * all.minutes.length * all.seconds.length === sorted.length ? all : undefined;
}

function placesIn(flags: readonly true[]): readonly number[] {
  return flags.flatMap((_, place) => [place]);
}
