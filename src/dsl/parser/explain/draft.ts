/** A broken statement while it is being mended: its tokens, and where in the file each of them comes from. */
import type { IToken } from "chevrotain";
import { Import } from "../../lexer/keywords.ts";
import { type Mode, tokenize } from "../../lexer/lexer.ts";
import { LBrace, LParen, RBrace, RParen } from "../../lexer/punctuation.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Span } from "../../source/span.ts";

export interface Draft {
  readonly tokens: readonly IToken[];
  /** The place of each token in the file; of a token that a repair put in: the place it replaces. */
  readonly spans: readonly Span[];
  /** Which tokens a repair put in. */
  readonly mended: readonly boolean[];
}

/** The statement's own tokens: what stands in its block is left out, the braces stay. */
export function draftOf(tokens: readonly IToken[], from: number, to: number): Draft {
  const own: IToken[] = [];
  const isImport = tokens[from]?.tokenType === Import;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.tokenType === RBrace && !isImport) depth--;
    if (depth === 0) own.push(token);
    if (token.tokenType === LBrace && !isImport) depth++;
  }
  return { tokens: own, spans: own.map(spanOf), mended: own.map(() => false) };
}

/** The place between two tokens, or that of the tokens from one to another. */
export function spanBetween({ spans }: Draft, from: number, to: number): Span {
  const first = spans[from];
  const last = spans[to - 1];
  if (from === to) {
    const at = first?.start ?? last?.end ?? 0;
    return { start: at, end: at };
  }
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** The draft with other text in the place of some tokens. */
export function replaced(draft: Draft, from: number, to: number, text: string): Draft {
  const fresh = tokenize(text, modeAt(draft, from)).tokens;
  const span = spanBetween(draft, from, to);
  return {
    tokens: [...draft.tokens.slice(0, from), ...fresh, ...draft.tokens.slice(to)],
    spans: [...draft.spans.slice(0, from), ...fresh.map(() => span), ...draft.spans.slice(to)],
    mended: [...draft.mended.slice(0, from), ...fresh.map(() => true), ...draft.mended.slice(to)],
  };
}

function modeAt({ tokens }: Draft, index: number): Mode {
  for (let i = index - 1; i >= 0; i--) {
    if (tokens[i]?.tokenType === LParen) return "arguments";
    if (tokens[i]?.tokenType === RParen) return "statements";
  }
  return "statements";
}
