/** The two modes of the lexer and the order in which tokens are tried. */
import { type IToken, Lexer, type TokenType } from "chevrotain";
import { ArgumentsBreak, ArgumentsNewline, NameToken, NumberLiteral } from "./arguments.ts";
import { Ident, keywordOf, keywords, Miscased, Unit, Word } from "./keywords.ts";
import {
  DateLiteral,
  DateTime,
  DayName,
  Duration,
  literals,
  MonthName,
  StringLiteral,
  Time,
  Utc,
  Zone,
} from "./literals.ts";
import * as sign from "./punctuation.ts";
import { Blank, commentGroup, comments, Newline, OddBlank, Stray } from "./trivia.ts";

export type Mode = "statements" | "arguments";

const blanks = [Blank, OddBlank, ...comments];

export const modes: Readonly<Record<Mode, readonly TokenType[]>> = {
  statements: [
    Newline,
    ...blanks,
    StringLiteral,
    ...literals,
    ...keywords,
    Utc,
    DayName,
    MonthName,
    Ident,
    ...[sign.LBrace, sign.RBrace, sign.LParen, sign.Comma, sign.Dot, sign.Equals, sign.Dash, sign.Star],
    Stray,
  ],
  arguments: [
    ArgumentsBreak,
    ArgumentsNewline,
    ...blanks,
    StringLiteral,
    ...[DateTime, DateLiteral, Time, Duration, NumberLiteral, NameToken],
    ...[sign.RParen, sign.ObjectOpen, sign.ObjectClose, sign.ListOpen, sign.ListClose],
    ...[sign.Comma, sign.Dot, sign.Colon, sign.Bar, sign.Question, sign.Equals, sign.AtSign],
    Stray,
  ],
};

/** Every type of token the grammar may name: those of both modes and the categories. */
export const vocabulary: readonly TokenType[] = [...modes.statements, ...modes.arguments, Word, Unit, Zone, Miscased];

let lexer: Lexer | undefined;

export interface Tokens {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
}

/** Cuts any text into tokens; what fits nowhere is a `Stray`, so that nothing is lost and nothing fails. */
export function tokenize(text: string, mode: Mode = "statements"): Tokens {
  lexer ??= new Lexer(
    { modes: { statements: [...modes.statements], arguments: [...modes.arguments] }, defaultMode: "statements" },
    { ensureOptimizations: true, positionTracking: "onlyOffset", skipValidations: true },
  );
  const { tokens, groups } = lexer.tokenize(text, mode);
  for (const token of tokens) {
    if (token.tokenType === Ident && isMiscased(token.image)) retype(token, Miscased);
  }
  return { tokens, comments: groups[commentGroup] ?? [] };
}

function isMiscased(word: string): boolean {
  const lower = word.toLowerCase();
  return lower !== word && keywordOf.has(lower);
}

/** Turns a token into one of another type. */
function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}
