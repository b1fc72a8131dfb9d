/** What may stand somewhere, in words. Names of tokens are never shown. */
import type { TokenType } from "chevrotain";
import { NameToken, NumberLiteral } from "../../lexer/arguments.ts";
import * as word from "../../lexer/keywords.ts";
import { spellings } from "../../lexer/keywords.ts";
import * as literal from "../../lexer/literals.ts";
import { Newline } from "../../lexer/trivia.ts";

/** Groups of tokens that one phrase stands for, when enough of their members may stand. */
const phrases: readonly { readonly say: string; readonly of: readonly TokenType[]; readonly least: number }[] = [
  {
    say: "a trigger such as `every day`",
    of: [word.Every, word.Once, word.After, word.Cron, word.Custom],
    least: 5,
  },
  {
    say: "a declaration such as `job`",
    of: [word.Import, word.Defaults, word.Calendar, word.Window, word.Template, word.Group, word.Job],
    least: 6,
  },
  {
    say: "a policy such as `max 1`",
    of: [
      ...[word.Max, word.Overlap, word.Coalesce, word.Grace, word.Catch, word.Retry, word.Timeout, word.Jitter],
      ...[word.Spread, word.Limit, word.When, word.Unless, word.Paused, word.Priority, word.Dst, word.Must],
      ...[word.Interrupted, word.Id, word.NameWord, word.Tags, word.Renamed, word.On],
    ],
    least: 15,
  },
  {
    say: "a clause such as `at 9:00`",
    of: [word.At, word.On, word.In, word.During, word.From, word.Until, word.Except],
    least: 6,
  },
  {
    say: "a clause such as `from 2026-01-31`",
    of: [word.In, word.During, word.From, word.Until, word.Except],
    least: 4,
  },
  { say: "a time such as `9:00`", of: [literal.Time, literal.AmPm, word.Midnight, word.Noon], least: 4 },
  {
    say: "an ordinal such as `1st`",
    of: [literal.Ordinal, word.First, word.Third, word.Fourth, word.Fifth],
    least: 5,
  },
  {
    say: "a day such as `monday`",
    of: [literal.DayName, word.Weekday, word.Weekend, word.Workday, word.Day],
    least: 3,
  },
  { say: "a length such as `15m`", of: [literal.Duration], least: 1 },
  { say: "a number", of: [literal.Int, NumberLiteral], least: 1 },
  { say: "a date such as `2026-01-31`", of: [literal.DateLiteral], least: 1 },
  { say: "an instant such as `2026-01-31T09:00`", of: [literal.DateTime], least: 1 },
  { say: "minutes such as `:30`", of: [literal.MinuteMark], least: 1 },
  { say: "a time zone such as `Europe/Berlin`", of: [literal.Zone], least: 1 },
  { say: "a month such as `dec`", of: [literal.MonthName], least: 1 },
  { say: "a text in double quotes", of: [literal.StringLiteral], least: 1 },
  { say: "a unit such as `minutes`", of: [word.Unit], least: 1 },
  { say: "a name", of: [word.Word, NameToken], least: 1 },
  { say: "a name of your own", of: [word.Ident], least: 1 },
];

const most = 8;

/** `it could be …`, for a message. */
export function sayExpected(expected: ReadonlySet<TokenType>, mayEnd: boolean): string {
  const rest = new Set(expected);
  const names: string[] = [];
  for (const { say, of, least } of phrases) {
    const found = of.filter((type) => rest.has(type));
    if (found.length < least) continue;
    for (const type of found) rest.delete(type);
    names.push(say);
  }
  rest.delete(Newline);
  const words = [...rest].map((type) => `\`${spellings.get(type)?.[0] ?? type.LABEL ?? type.name}\``);
  const all = [...words, ...names, ...(mayEnd ? ["the end of the line"] : [])];
  const shown = all.length > most ? [...all.slice(0, most), "something else"] : all;
  if (shown.length === 0) return "nothing may follow";
  const last = shown.at(-1) ?? "";
  return shown.length === 1 ? `${last} is expected` : `it could be ${shown.slice(0, -1).join(", ")} or ${last}`;
}

/** The words that may stand, for did-you-mean. */
export function expectedWords(expected: ReadonlySet<TokenType>): readonly string[] {
  return [...expected].flatMap((type) => spellings.get(type) ?? (type === word.Unit ? unitWords : []));
}

const unitWords = [...spellings].flatMap(([type, words]) => (type.CATEGORIES?.includes(word.Unit) ? words : []));
