/** Places in a text: UTF-16 offsets from 0, the end exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from the start of one to the end of another. */
export function join(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}
