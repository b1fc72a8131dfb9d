/** Lists in the one order that the plan keeps: ascending, nothing twice. */
import { canonical } from "../canonical.ts";

export function ascending<N extends number>(values: Iterable<N>): readonly N[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Plain data ordered by its canonical bytes. */
export function ordered<T>(values: readonly T[]): readonly T[] {
  const byText = new Map(values.map((value) => [canonical(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
