/** Ascending lists of numbers. */

/** The numbers once each, ascending. */
export function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The place of the first number that is at least `bound`; the length of the list when there is none. */
export function firstFrom(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans in order that do not meet, each from its start up to, not including, its end. */
export interface Spans {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The same numbers as the spans given, which may come in any order, overlap and be empty. */
export function joinSpans(spans: readonly (readonly [start: number, end: number])[]): Spans {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= start) continue;
    const last = ends.length - 1;
    if (start > (ends[last] ?? Number.NEGATIVE_INFINITY)) {
      starts.push(start);
      ends.push(end);
    } else ends[last] = Math.max(ends[last] as number, end);
  }
  return { starts, ends };
}

/** The place of the span that holds a number, or -1. */
export function spanOver({ starts, ends }: Spans, at: number): number {
  const place = firstFrom(ends, at + 1);
  return (starts[place] as number) <= at ? place : -1;
}
