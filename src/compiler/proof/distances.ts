/** The shortest and the longest time between two fires as written. */
import { daysIn } from "./day-set.ts";
import { byDate } from "./merge.ts";
import { daySeconds, type Written } from "./written.ts";

/** In seconds; `after` is the local second of the fire before the longest. */
export interface Distances {
  readonly shortest: number;
  readonly longest: number;
  readonly after: number;
}

/** Undefined for fewer than two fires. Of several longest the first is told that begins at a local second or later. */
export function distancesOf(written: Written, seekFrom: number = Number.NEGATIVE_INFINITY): Distances | undefined {
  const dated = byDate(written);
  const within = new Map<readonly number[], Distances | undefined>();
  let [shortest, longest, after] = [Number.POSITIVE_INFINITY, 0, 0];
  const see = (length: number, from: number): void => {
    if (length < longest || (length === longest && (after >= seekFrom || from < seekFrom))) return;
    [longest, after] = [length, from];
  };
  let before: number | undefined;
  for (const day of daysIn(dated.days)) {
    const times = dated.timesOf(day);
    const start = day * daySeconds;
    const first = start + (times[0] ?? 0);
    if (before !== undefined) {
      shortest = Math.min(shortest, first - before);
      see(first - before, before);
    }
    if (!within.has(times)) within.set(times, inList(times));
    const inner = within.get(times);
    if (inner) {
      shortest = Math.min(shortest, inner.shortest);
      see(inner.longest, start + inner.after);
    }
    before = start + (times.at(-1) ?? 0);
  }
  return longest === 0 ? undefined : { shortest, longest, after };
}

function inList(times: readonly number[]): Distances | undefined {
  let [shortest, longest, after] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 1; i < times.length; i++) {
    const [from = 0, to = 0] = [times[i - 1], times[i]];
    shortest = Math.min(shortest, to - from);
    if (to - from > longest) [longest, after] = [to - from, from];
  }
  return longest === 0 ? undefined : { shortest, longest, after };
}
