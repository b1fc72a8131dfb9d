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
  return dayStep(sorted) ?? hourStep(sorted) ?? product(sorted);
}

function listed(sorted: readonly number[]): Times {
  return { at: sorted.map(clockText) };
}

/** From midnight to midnight in even steps. */
function dayStep(sorted: readonly number[]): Times | undefined {
  const step = evenStep(sorted);
  if (step === undefined || sorted[0] !== 0 || sorted.length * step !== daySeconds) return undefined;
  return { every: step * 1000, ranges: [["00:00", "23:59:59"]] };
}

/** Whole hours in a row, each filled evenly from its start. */
function hourStep(sorted: readonly number[]): Times | undefined {
  const [step, first] = [evenStep(sorted), sorted[0]];
  if (step === undefined || first === undefined || 3600 % step !== 0 || first % 3600 !== 0) return undefined;
  const length = sorted.length * step;
  if (length % 3600 !== 0) return undefined;
  return { every: step * 1000, ranges: [[clockText(first), clockText(first + length - 1)]] };
}

/** The distance from each to the next, where it is the same; undefined for fewer than two. */
function evenStep(sorted: readonly number[]): number | undefined {
  const [first = 0, second] = sorted;
  if (second === undefined) return undefined;
  const step = second - first;
  return sorted.every((clock, i) => clock === first + i * step) ? step : undefined;
}

/** All combinations of the hours, minutes and seconds that occur, where all of them do. */
function product(sorted: readonly number[]): Times | undefined {
  const hours = ascending(sorted.map((clock) => Math.floor(clock / 3600)));
  const minutes = ascending(sorted.map((clock) => Math.floor(clock / 60) % 60));
  const seconds = ascending(sorted.map((clock) => clock % 60));
  // Every clock is in the product, so the sizes alone decide.
  return hours.length * minutes.length * seconds.length === sorted.length ? { hours, minutes, seconds } : undefined;
}
