/** Looking at the tokens around a mistake. */
import type { TokenType } from "chevrotain";
import type { Place } from "../explain/repair.ts";

/** The word or sign at an index, in lower case; empty beyond the ends. */
export function wordAt({ draft }: Place, index: number): string {
  return draft.tokens[index]?.image.toLowerCase() ?? "";
}

export function imageAt({ draft }: Place, index: number): string {
  return draft.tokens[index]?.image ?? "";
}

export function typeAt({ draft }: Place, index: number): TokenType | undefined {
  return draft.tokens[index]?.tokenType;
}

export function isAt(place: Place, index: number, ...types: readonly TokenType[]): boolean {
  const type = typeAt(place, index);
  return type !== undefined && types.includes(type);
}

/** Whether nothing, not even a blank, stands between two tokens. */
export function touches({ draft }: Place, index: number): boolean {
  return draft.spans[index]?.end === draft.spans[index + 1]?.start;
}

/** The text from one token to before another, as written. */
export function textBetween({ text, draft }: Place, from: number, to: number): string {
  const first = draft.spans[from];
  const last = draft.spans[to - 1];
  return first && last ? text.slice(first.start, last.end) : "";
}
