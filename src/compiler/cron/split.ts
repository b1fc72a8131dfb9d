/** An expression cut into its fields, each with its place. */

/** A part of the expression. */
export interface Piece {
  readonly text: string;
  /** Offset in the expression. */
  readonly start: number;
}

/** The parts between separators, empty ones among them. */
export function pieces(text: string, separator: RegExp, start = 0): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(separator)) {
    found.push({ text: text.slice(at, match.index), start: start + at });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at), start: start + at });
  return found;
}

/** The fields, whatever white space stands around them. */
export function splitFields(expression: string): readonly Piece[] {
  return pieces(expression, /[ \t]+/g).filter(({ text }) => text !== "");
}
