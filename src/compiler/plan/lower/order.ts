/** Lists in the one order that the plan keeps: ascending, nothing twice. */
import { canonical } from "../canonical.ts";

/** Numbers in their order, each once. */
export function ascending<N extends number>(values: Iterable<N>): readonly N[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Plain data ordered by a number where there is one to go by, then by its canonical bytes. */
export function ordered<T>(values: readonly T[], by: (value: T) => number = () => 0): readonly T[] {
  if (values.length < 2) return values;
  const byText = new Map(values.map((value) => [canonical(value), value]));
  return [...byText]
    .sort(([a, one], [b, two]) => by(one) - by(two) || (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value);
}
