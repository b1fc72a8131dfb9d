/** How the fires of two triggers stand to each other, decided for every fire there is. */
import { daysIn, union } from "./day-set.ts";
import { byDate, listwise, pairwise } from "./merge.ts";
import type { Written } from "./written.ts";

export interface Relation {
  readonly equal: boolean;
  readonly disjoint: boolean;
  /** Every fire of the first is one of the second. */
  readonly contained: boolean;
}

/** By the times as their clocks show them; both are taken to go by one clock. */
export function relationOf(one: Written, other: Written): Relation {
  const [a, b] = [byDate(one), byDate(other)];
  const members = listwise((times) => new Set(times));
  const compare = pairwise((left, right): Relation => {
    const shared = left.filter((time) => members(right).has(time)).length;
    const contained = shared === left.length;
    return { equal: contained && left.length === right.length, disjoint: shared === 0, contained };
  });
  let [equal, disjoint, contained] = [true, true, true];
  for (const day of daysIn(union(a.days, b.days))) {
    const found = compare(a.timesOf(day), b.timesOf(day));
    equal &&= found.equal;
    disjoint &&= found.disjoint;
    contained &&= found.contained;
    if (!equal && !disjoint && !contained) break;
  }
  return { equal, disjoint, contained };
}
