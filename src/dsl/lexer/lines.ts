/**
 * From tokens to lines: which line ends end a statement, where each statement ends, and which braces belong together.
 *
 * What comes out has balanced braces and one `NL` between two statements of a block, so the parser never loses its place:
 * a statement that breaks is skipped to the end found here. It is one pass with a stack of its own, so that no depth of
 * nesting can exhaust the machine's.
 */
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import type { Limits } from "../limits.ts";
import { hardNesting } from "../limits.ts";
import { ArgumentsBreak } from "./arguments.ts";
import { And, Import, Or } from "./keywords.ts";
import { missingBraces } from "./missing-braces.ts";
import {
  Comma,
  Equals,
  LBrace,
  ListClose,
  ListOpen,
  LParen,
  ObjectClose,
  ObjectOpen,
  RBrace,
  RParen,
} from "./punctuation.ts";
import { endOf, spanOf } from "./spans.ts";
import { startsStatement } from "./statement-words.ts";
import { Newline, OddBlank } from "./trivia.ts";

export interface Lines {
  /** What the parser reads. Each token's place in this list is its `payload`. */
  readonly tokens: readonly IToken[];
  /** For the index of a statement's first token: the index after its last; elsewhere 0. */
  readonly ends: Int32Array;
  /** Statements that already have their finding and are not to be parsed, by their first token. */
  readonly spoiled: ReadonlySet<number>;
  readonly findings: readonly Finding[];
}

interface Block {
  /** The index of the statement that opened the block, in the output. */
  readonly statement: number;
  readonly brace: IToken;
}

const continues: ReadonlySet<TokenType> = new Set([Comma, And, Or, Equals]);
const opensNested: ReadonlySet<TokenType> = new Set([ObjectOpen, ListOpen, LParen]);
const closesNested: ReadonlySet<TokenType> = new Set([ObjectClose, ListClose, RParen]);

/** A token that was not written, at the place where it belongs. */
function invented(type: TokenType, offset: number): IToken {
  return createTokenInstance(type, "", offset, offset, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
}

export function arrange(text: string, raw: readonly IToken[], limits: Limits): Lines {
  const findings: Finding[] = [];
  const tokens: IToken[] = [];
  const ends: number[] = [];
  const spoiled = new Set<number>();
  const blocks: Block[] = [];
  const nesting = Math.min(limits.nesting, hardNesting);
  const autoClose = missingBraces(raw);

  /** The statement being read: its first token's index, -1 between statements. */
  let statement = -1;
  let importBrace: IToken | undefined;
  let paren: IToken | undefined;
  let inner = 0;
  let tooDeep = false;

  const push = (token: IToken): void => {
    token.payload = tokens.length;
    if (statement < 0 && token.tokenType !== Newline) statement = tokens.length;
    tokens.push(token);
    ends.push(0);
  };
  const endStatement = (): void => {
    if (statement >= 0) ends[statement] = tokens.length;
    statement = -1;
    importBrace = undefined;
    tooDeep = false;
  };
  const endLine = (offset: number): void => {
    if (statement < 0) return;
    endStatement();
    push(invented(Newline, offset));
  };
  const dropLastNewline = (): void => {
    if (tokens.at(-1)?.tokenType === Newline) {
      tokens.pop();
      ends.pop();
    }
  };
  const closeBlock = (brace: IToken): void => {
    endStatement();
    dropLastNewline();
    const block = blocks.pop();
    statement = block?.statement ?? -1;
    push(brace);
  };
  const tooDeepAt = (token: IToken): void => {
    if (!tooDeep) findings.push(finding("file/too-deep", spanOf(token), { limit: nesting }));
    tooDeep = true;
    if (statement >= 0) spoiled.add(statement);
  };
  const closeMissing = (before: IToken): void => {
    for (let n = autoClose.get(before) ?? 0; n > 0; n--) {
      const block = blocks.at(-1);
      if (!block) return;
      unclosed(block.brace);
      const last = tokens.at(-1);
      closeBlock(invented(RBrace, last ? endOf(last) : before.startOffset));
    }
    endLine(before.startOffset);
  };
  const unclosed = (open: IToken): void => {
    findings.push(finding("syntax/unclosed", spanOf(open), { open: open.tokenType === LParen ? "(" : "{" }));
  };

  for (let i = 0; i < raw.length; i++) {
    const token = raw[i];
    if (!token) break;
    const type = token.tokenType;
    if (autoClose.has(token)) closeMissing(token);

    if (type === OddBlank) {
      if (token.startOffset === 0 && token.image === "\ufeff") continue;
      findings.push(
        finding(
          "syntax/odd-space",
          spanOf(token),
          {},
          {
            fixes: [{ title: "use a plain space", edits: [{ span: spanOf(token), text: " " }], applicability: "safe" }],
          },
        ),
      );
      continue;
    }

    if (paren) {
      if (type === ArgumentsBreak) {
        unclosed(paren);
        spoiled.add(statement);
        paren = undefined;
        endLine(token.startOffset);
        continue;
      }
      if (opensNested.has(type) && blocks.length + ++inner > nesting) tooDeepAt(token);
      if (closesNested.has(type)) inner--;
      if (type === RParen) paren = undefined;
      if (!tooDeep) push(token);
      continue;
    }

    if (type === Newline) {
      if (statement < 0) continue;
      const last = tokens.at(-1);
      const next = raw[i + 1];
      if (importBrace) {
        if (!next || !startsStatement(raw, i + 1)) continue;
        unclosed(importBrace);
        spoiled.add(statement);
      } else if (last && continues.has(last.tokenType) && next && !startsStatement(raw, i + 1)) continue;
      else if (braceFollows(raw, i)) {
        const brace = raw[nextVisible(raw, i)];
        if (brace && last) findings.push(braceBelow(text, last, brace));
        continue;
      }
      endLine(token.startOffset);
      continue;
    }

    if (type === LBrace) {
      const first = tokens[statement]?.tokenType;
      if (first === Import && !importBrace) {
        importBrace = token;
        push(token);
        continue;
      }
      if (blocks.length + 1 > nesting) tooDeepAt(token);
      push(token);
      blocks.push({ statement, brace: token });
      statement = -1;
      continue;
    }

    if (type === RBrace) {
      if (importBrace) {
        push(token);
        importBrace = undefined;
        continue;
      }
      if (blocks.length === 0) {
        findings.push(
          finding(
            "syntax/unopened",
            spanOf(token),
            {},
            {
              fixes: [{ title: "remove it", edits: [{ span: spanOf(token), text: "" }], applicability: "unsafe" }],
            },
          ),
        );
        continue;
      }
      closeBlock(token);
      const next = raw[i + 1];
      if (next && next.tokenType !== Newline && next.tokenType !== RBrace && next.tokenType !== OddBlank) {
        findings.push(
          finding(
            "syntax/same-line",
            spanOf(next),
            { found: next.image },
            {
              fixes: [
                {
                  title: "begin a new line",
                  edits: [{ span: { start: next.startOffset, end: next.startOffset }, text: "\n" }],
                  applicability: "safe",
                },
              ],
            },
          ),
        );
        endLine(next.startOffset);
      }
      continue;
    }

    if (type === LParen) {
      paren = token;
      inner = 1;
      if (blocks.length + 1 > nesting) tooDeepAt(token);
    }
    push(token);
  }

  if (paren) {
    unclosed(paren);
    if (statement >= 0) spoiled.add(statement);
  } else if (importBrace) {
    unclosed(importBrace);
    if (statement >= 0) spoiled.add(statement);
  }
  while (blocks.length > 0) {
    const block = blocks.at(-1);
    if (block) unclosed(block.brace);
    closeBlock(invented(RBrace, text.length));
  }
  endStatement();
  dropLastNewline();
  return { tokens, ends: Int32Array.from(ends), spoiled, findings };
}

function nextVisible(raw: readonly IToken[], from: number): number {
  let i = from;
  while (raw[i] && (raw[i]?.tokenType === Newline || raw[i]?.tokenType === OddBlank)) i++;
  return i;
}

function braceFollows(raw: readonly IToken[], from: number): boolean {
  return raw[nextVisible(raw, from)]?.tokenType === LBrace;
}

/** A brace on a line of its own opens the block of the line above; only blanks between them make the move safe. */
function braceBelow(text: string, last: IToken, brace: IToken): Finding {
  const gap = { start: endOf(last), end: brace.startOffset };
  const blank = text.slice(gap.start, gap.end).trim() === "";
  return finding(
    "syntax/brace-below",
    spanOf(brace),
    {},
    {
      fixes: blank
        ? [{ title: "put the brace on the line above", edits: [{ span: gap, text: " " }], applicability: "safe" }]
        : [],
    },
  );
}
