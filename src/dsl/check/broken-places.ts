/** Where the parser found something, made ready to be asked about often: a long file may have many of both. */
import type { Span } from "../source/span.ts";

export interface BrokenPlaces {
  /** Whether any of them shares a character with the span. */
  readonly overlap: (span: Span) => boolean;
  /** Whether any of them begins within the span, its end included. */
  readonly beginIn: (span: Span) => boolean;
  /** How often the text has a word; 0 where nothing is broken, for then nobody needs to know. */
  readonly mentions: (word: string) => number;
}

export function brokenPlaces(spans: readonly Span[], text: string): BrokenPlaces {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  // The furthest end of all up to each: what begins earlier may still reach over.
  let furthest = 0;
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  let words: ReadonlyMap<string, number> | undefined;
  return {
    overlap: ({ start, end }) => {
      const before = firstNotBelow(starts, end) - 1;
      return before >= 0 && (reach[before] ?? 0) > start;
    },
    beginIn: ({ start, end }) => {
      const first = starts[firstNotBelow(starts, start)];
      return first !== undefined && first <= end;
    },
    mentions: (word) => {
      if (spans.length === 0) return 0;
      words ??= countWords(text);
      return words.get(word) ?? 0;
    },
  };
}

/** The index of the first number that is not below the wanted one; the length where all are. */
function firstNotBelow(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/[^\p{L}\p{N}_$]+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
