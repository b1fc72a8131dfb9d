/**
 * Where closing braces were forgotten.
 *
 * Only a file with more opening than closing braces is searched. There, a line that begins a declaration which cannot stand
 * in the open block shows that the block ended above it.
 */
import type { IToken, TokenType } from "chevrotain";
import { Calendar, Defaults, Group, Import, Job, Template, Window } from "./keywords.ts";
import { LBrace, RBrace } from "./punctuation.ts";
import { Newline, OddBlank } from "./trivia.ts";

const topOnly: ReadonlySet<TokenType> = new Set([Import, Template, Window, Defaults]);
const inGroups: ReadonlySet<TokenType> = new Set([Job, Group]);
const holdsNoJobs: ReadonlySet<TokenType> = new Set([Job, Calendar, Defaults, Template]);

/** For the first token of such a line: how many blocks end before it. */
export function missingBraces(raw: readonly IToken[]): ReadonlyMap<IToken, number> {
  const missing = new Map<IToken, number>();
  let balance = 0;
  for (const token of raw) {
    if (token.tokenType === LBrace) balance++;
    else if (token.tokenType === RBrace) balance--;
  }
  if (balance <= 0) return missing;

  const open: (TokenType | undefined)[] = [];
  /** The outermost open block that can hold no job. */
  let holder = -1;
  let first: TokenType | undefined;
  for (let i = 0; i < raw.length; i++) {
    const token = raw[i];
    if (!token) break;
    const type = token.tokenType;
    // A byte order mark, or a blank that is none, begins no line.
    if (type === OddBlank) continue;
    if (type === Newline) {
      first = undefined;
      continue;
    }
    if (first === undefined) {
      first = type;
      const count = open.length > 0 && balance > 0 ? blocksEnded(type, open.length, holder, lineHasBrace(raw, i)) : 0;
      if (count > 0) {
        const closed = Math.min(count, balance);
        missing.set(token, closed);
        open.length -= closed;
        balance -= closed;
      }
    }
    if (type === LBrace) {
      if (holder < 0 && first && holdsNoJobs.has(first)) holder = open.length;
      open.push(first);
      first = undefined;
    } else if (type === RBrace) open.pop();
    if (holder >= open.length) holder = -1;
  }
  return missing;
}

function blocksEnded(type: TokenType, open: number, holder: number, brace: boolean): number {
  if (topOnly.has(type) || (type === Calendar && brace)) return open;
  return inGroups.has(type) && brace && holder >= 0 ? open - holder : 0;
}

function lineHasBrace(raw: readonly IToken[], from: number): boolean {
  for (let i = from; i < raw.length && i < from + 8; i++) {
    const type = raw[i]?.tokenType;
    if (type === Newline) return false;
    if (type === LBrace) return true;
  }
  return false;
}
