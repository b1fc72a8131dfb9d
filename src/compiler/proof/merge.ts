/** Triggers of one clock as one: equal times are one fire, and each fire has one day. */
import { addDay, daysIn, hasDay, noDays, union } from "./day-set.ts";
import { daySeconds, firing, noTimes, type Written } from "./written.ts";

/** A function of a list, worked out once for each array. */
export function listwise<T>(of: (list: readonly number[]) => T): (list: readonly number[]) => T {
  const known = new WeakMap<readonly number[], T>();
  return (list) => {
    let found = known.get(list);
    if (found === undefined) {
      found = of(list);
      known.set(list, found);
    }
    return found;
  };
}

/** A function of two lists, worked out once for each pair of arrays. */
export function pairwise<T>(
  of: (a: readonly number[], b: readonly number[]) => T,
): (a: readonly number[], b: readonly number[]) => T {
  const known = new WeakMap<readonly number[], WeakMap<readonly number[], T>>();
  return (a, b) => {
    let row = known.get(a);
    if (row === undefined) {
      row = new WeakMap();
      known.set(a, row);
    }
    let found = row.get(b);
    if (found === undefined) {
      found = of(a, b);
      row.set(b, found);
    }
    return found;
  };
}

/** A tail meets the times of the next day: what both write is the next day's, for it opened last. */
export function merged(parts: readonly Written[]): Written {
  const [only, ...others] = parts;
  if (only === undefined) throw new RangeError("nothing to merge");
  const all = others.reduce(both, only);
  const tailed = hasTails(all);
  if (!tailed) return all;
  const own = pairwise((today, tomorrow) => {
    const next = new Set(tomorrow);
    return today.filter((time) => time < daySeconds || !next.has(time - daySeconds));
  });
  const timesOf = (day: number): readonly number[] => own(all.timesOf(day), all.timesOf(day + 1));
  return { ...all, days: firing(all.days, timesOf), timesOf };
}

function both(a: Written, b: Written): Written {
  const join = pairwise((one, other) => [...new Set([...one, ...other])].sort((x, y) => x - y));
  return {
    zone: a.zone,
    days: union(a.days, b.days),
    timesOf(day) {
      const [one, other] = [a.timesOf(day), b.timesOf(day)];
      return one.length === 0 ? other : other.length === 0 ? one : join(one, other);
    },
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  };
}

function hasTails(written: Written): boolean {
  for (const day of daysIn(written.days)) if ((written.timesOf(day).at(-1) ?? 0) >= daySeconds) return true;
  return false;
}

/** The same fires by the date that the clock shows: tails belong to the day after. */
export function byDate(written: Written): Written {
  if (!hasTails(written)) return written;
  const dated = pairwise((yesterday, today) => {
    const tail = yesterday.filter((time) => time >= daySeconds).map((time) => time - daySeconds);
    return [...new Set([...tail, ...today.filter((time) => time < daySeconds)])].sort((a, b) => a - b);
  });
  const timesOf = (day: number): readonly number[] => {
    const times = dated(written.timesOf(day - 1), written.timesOf(day));
    return times.length === 0 ? noTimes : times;
  };
  const near = noDays();
  for (const day of daysIn(written.days)) {
    addDay(near, day);
    if (!hasDay(near, day + 1)) addDay(near, day + 1);
  }
  return { ...written, days: firing(near, timesOf), timesOf };
}
