/** Places of tokens. */
import type { IToken } from "chevrotain";
import type { Span } from "../source/span.ts";

/** The end of a token, exclusive. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}
