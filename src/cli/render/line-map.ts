/** Offsets of a text as lines and columns. A line ends at `\n`; a `\r` before it belongs to the end. */

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export interface LineMap {
  readonly lines: number;
  position(offset: number): Position;
  /** The text of a line, counted from 1, without its end. */
  line(number: number): string;
  /** Where a line starts. */
  start(number: number): number;
}

export function createLineMap(text: string): LineMap {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const start = (number: number): number => starts[number - 1] ?? text.length;
  return {
    lines: starts.length,
    start,
    line: (number) => text.slice(start(number), starts[number] ?? text.length).replace(/\r?\n$/, ""),
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.min(offset, text.length) - (starts[low] ?? 0) + 1 };
    },
  };
}
