/**
 * From tokens to lines: which line ends end a statement, where each statement ends, and which braces belong together.
 *
 * What comes out has balanced braces and one `NL` between two statements of a block, so the parser never loses its place:
 * a statement that breaks is skipped to the end found here. It is one pass with a stack of its own, so that no depth of
 * nesting can exhaust the machine's.
 */
import type { IToken, TokenType } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import { hardNesting, type Limits } from "../limits.ts";
import { ArgumentsBreak } from "./arguments.ts";
import { braceBelow, oddBlank, sameLine, unclosed, unopened } from "./brace-findings.ts";
import { And, Import, Or } from "./keywords.ts";
import { createLineWriter } from "./line-writer.ts";
import { StringLiteral } from "./literals.ts";
import { missingBraces } from "./missing-braces.ts";
import * as sign from "./punctuation.ts";
import { spanOf } from "./spans.ts";
import { startsStatement } from "./statement-words.ts";
import { isClosed, unterminatedString } from "./strings.ts";
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

const continues: ReadonlySet<TokenType> = new Set([sign.Comma, And, Or, sign.Equals]);
const opens: ReadonlySet<TokenType> = new Set([sign.ObjectOpen, sign.ListOpen, sign.LParen]);
const closes: ReadonlySet<TokenType> = new Set([sign.ObjectClose, sign.ListClose, sign.RParen]);

export function arrange(text: string, raw: readonly IToken[], limits: Limits): Lines {
  const findings: Finding[] = [];
  const writer = createLineWriter();
  const nesting = Math.min(limits.nesting, hardNesting);
  const forgotten = missingBraces(raw);
  /** The open brace of an import, the open parenthesis of arguments, and how deep those are. */
  let importBrace: IToken | undefined;
  let paren: IToken | undefined;
  let inner = 0;

  const tooDeep = (token: IToken): void => {
    findings.push(finding("file/too-deep", spanOf(token), { limit: nesting }));
    writer.spoil();
  };
  const leaveImport = (): void => {
    if (!importBrace) return;
    findings.push(unclosed(importBrace));
    writer.spoil();
    importBrace = undefined;
  };
  const leaveArguments = (): void => {
    if (!paren) return;
    findings.push(unclosedArguments(paren, writer.tokens));
    writer.spoil();
    paren = undefined;
  };

  const readArgument = (token: IToken): void => {
    const { tokenType: type } = token;
    if (type === ArgumentsBreak) {
      leaveArguments();
      writer.endLine(token.startOffset);
      return;
    }
    if (opens.has(type) && writer.depth + ++inner === nesting + 1) tooDeep(token);
    if (writer.depth + inner <= nesting) writer.push(token);
    if (closes.has(type)) inner--;
    if (type === sign.RParen) paren = undefined;
  };

  const readLineEnd = (token: IToken, at: number): void => {
    const last = writer.tokens.at(-1);
    if (!writer.inStatement || !last) return;
    const goesOn = !startsStatement(raw, at + 1);
    if (importBrace && goesOn) return;
    if (importBrace) leaveImport();
    else if (continues.has(last.tokenType) && goesOn && at + 1 < raw.length) return;
    else {
      const brace = raw[nextVisible(raw, at)];
      if (brace?.tokenType === sign.LBrace) {
        findings.push(braceBelow(text, last, brace));
        return;
      }
    }
    writer.endLine(token.startOffset);
  };

  const readOpenBrace = (token: IToken): void => {
    if (writer.opening === Import && !importBrace) {
      importBrace = token;
      writer.push(token);
      return;
    }
    if (writer.depth === nesting) tooDeep(token);
    writer.openBlock(token);
  };

  const readCloseBrace = (token: IToken, at: number): void => {
    if (importBrace) {
      importBrace = undefined;
      writer.push(token);
      return;
    }
    if (writer.depth === 0) {
      findings.push(unopened(token));
      return;
    }
    writer.closeBlock(token);
    const next = raw[at + 1];
    if (!next || next.tokenType === Newline || next.tokenType === sign.RBrace || next.tokenType === OddBlank) return;
    findings.push(sameLine(next));
    writer.endLine(next.startOffset);
  };

  for (const [at, token] of raw.entries()) {
    const { tokenType: type } = token;
    const ended = forgotten.get(token);
    if (ended !== undefined) {
      for (let n = ended; n > 0 && writer.brace; n--) {
        findings.push(unclosed(writer.brace));
        writer.closeForgotten(token.startOffset);
      }
      writer.endLine(token.startOffset);
    }
    if (type === OddBlank) {
      if (token.startOffset > 0 || token.image !== "\ufeff") findings.push(oddBlank(token));
    } else if (paren) readArgument(token);
    else if (type === Newline) readLineEnd(token, at);
    else if (type === sign.LBrace) readOpenBrace(token);
    else if (type === sign.RBrace) readCloseBrace(token, at);
    else {
      if (type === sign.LParen) {
        paren = token;
        inner = 1;
        if (writer.depth === nesting) tooDeep(token);
      }
      writer.push(token);
    }
  }

  leaveArguments();
  leaveImport();
  while (writer.brace) {
    findings.push(unclosed(writer.brace));
    writer.closeForgotten(text.length);
  }
  return { ends: writer.ends(), tokens: writer.tokens, spoiled: writer.spoiled, findings };
}

function nextVisible(raw: readonly IToken[], from: number): number {
  let at = from;
  while (raw[at]?.tokenType === Newline || raw[at]?.tokenType === OddBlank) at++;
  return at;
}

/** A string that runs to the end of its line took the parenthesis with it: then the string is the mistake. */
function unclosedArguments(paren: IToken, tokens: readonly IToken[]): Finding {
  for (let at = Number(paren.payload) + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.tokenType === StringLiteral && !isClosed(token.image)) return unterminatedString(token);
  }
  return unclosed(paren);
}
