/** The fires of one trigger that lie among the times of another, by the day that each belongs to. */
import { type DaySet, daysIn, firstDay, intersection } from "./day-set.ts";
import { listwise, pairwise } from "./merge.ts";
import { daySeconds, type Written } from "./written.ts";

/** How many are told. */
const told = 4;

/**
 * Local seconds of the first fires of `written`, from the day `seekFrom` on and then from the start, that `filter` holds:
 * on a day that both have, at a time of its clock whichever of the two ranges reached over midnight to it.
 */
export function findFires(written: Written, filter: Written, seekFrom: number): readonly number[] {
  const clocksOf = listwise((held) => new Set(held.map((time) => time % daySeconds)));
  const meet = pairwise((times, held) => times.filter((time) => clocksOf(held).has(time % daySeconds)));
  const shared = intersection(written.days, filter.days);
  const found: number[] = [];
  for (const day of daysFrom(shared, seekFrom)) {
    for (const time of meet(written.timesOf(day), filter.timesOf(day))) {
      found.push(day * daySeconds + time);
      if (found.length === told) return found;
    }
  }
  return found;
}

function* daysFrom(set: DaySet, from: number): Generator<number, void, undefined> {
  yield* daysIn(set, from);
  for (const day of daysIn(set, firstDay)) {
    if (day >= from) return;
    yield day;
  }
}
