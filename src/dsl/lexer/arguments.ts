/** What stands inside `( )` only: TypeScript's literals and names, on as many lines as they need. */
import { createToken, type IToken, type TokenType } from "chevrotain";
import { LParen, ObjectClose, ObjectOpen } from "./punctuation.ts";
import { matchWord, wordStarts } from "./word-pattern.ts";

/** A word in arguments; none is a keyword there. */
export const NameToken: TokenType = createToken({
  name: "NAME",
  pattern: matchWord,
  start_chars_hint: [...wordStarts],
  line_breaks: false,
});

export const NumberLiteral = createToken({ name: "NUMBER", pattern: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/ });

export const ArgumentsNewline = createToken({
  name: "ARGUMENTS NL",
  pattern: /\r\n?|\n/,
  line_breaks: true,
  group: "skipped",
});

const statementLine =
  /(?:\r\n?|\n)[ \t]*(?:every|once|after|cron|custom|run|job|group|import|defaults|calendar|window|template|expect|timezone)[ \t]+[\p{L}\d_$"{]/uy;
const closingLine = /(?:\r\n?|\n)[ \t]*\}/y;

/** How far back an object's opening brace is looked for. */
const lookBack = 5_000;

function insideObject(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0 && tokens.length - i < lookBack; i--) {
    const type = tokens[i]?.tokenType;
    if (type === LParen) return false;
    if (type === ObjectClose) depth++;
    if (type === ObjectOpen && depth-- === 0) return true;
  }
  return tokens.length >= lookBack;
}

/**
 * The end of a line after which a new statement or the end of a block follows although the parenthesis is still open: it
 * leaves the mode, so that a forgotten `)` costs one statement and not the file.
 */
export const ArgumentsBreak = createToken({
  name: "ARGUMENTS BREAK",
  pattern: (text: string, offset: number, tokens: IToken[]): [string] | null => {
    statementLine.lastIndex = offset;
    closingLine.lastIndex = offset;
    if (!statementLine.test(text) && !(closingLine.test(text) && !insideObject(tokens))) return null;
    return [text.startsWith("\r\n", offset) ? "\r\n" : text.charAt(offset)];
  },
  start_chars_hint: ["\r", "\n"],
  line_breaks: true,
  pop_mode: true,
});
