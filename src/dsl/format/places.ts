/** Spans in order of their start, asked by place in logarithmic time, so that formatting stays linear in a file's length. */
import type { Span } from "../source/span.ts";

/** The first index whose span starts at or after the offset. */
function firstFrom(spans: readonly { readonly span: Span }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that start within the region, its end excluded. */
export function startingIn<T extends { readonly span: Span }>(sorted: readonly T[], region: Span): readonly T[] {
  return sorted.slice(firstFrom(sorted, region.start), firstFrom(sorted, region.end));
}
