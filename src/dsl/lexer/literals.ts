/**
 * Dates, times, numbers, strings and names of days, months and zones.
 *
 * The patterns are wider than the language: what has the shape of a date is one token even when there is no such date,
 * so that the finding can speak of it as a whole.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";
import { Ident, spellings, Word } from "./keywords.ts";
import { scanString } from "./strings.ts";

/** No letter or digit may follow: `15min` is not `15m` and a rest. */
const end = "(?![A-Za-z0-9_$])";

function literal(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern });
}

export const DateTime = literal(
  "DATETIME",
  /\d{4}-\d{1,2}-\d{1,2}[Tt]\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?(?![A-Za-z0-9_$:])/,
);
export const DateLiteral = literal("DATE", new RegExp(`\\d{4}-\\d{1,2}-\\d{1,2}${end}`));
export const AmPm = literal("AMPM", new RegExp(`\\d{1,2}(?::\\d{1,2}(?::\\d{1,2})?)?[aApP][mM]${end}`));
export const Time = literal("TIME", new RegExp(`\\d+:\\d{1,2}(?::\\d{1,2})?${end}`));
export const MinuteMark = literal("MINUTE", new RegExp(`:\\d{1,2}(?::\\d{1,2})?${end}`));
export const Ordinal = literal("ORDINAL", new RegExp(`\\d+(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])${end}`));
export const Duration = literal("DURATION", new RegExp(`(?:\\d+(?:ms|[smhdw]))+${end}`));
export const Int = literal("INT", /\d+/);

/** A time zone by name. */
export const Zone: TokenType = createToken({ name: "ZONE", pattern: Lexer.NA });
export const AreaCity = createToken({
  name: "AREA/CITY",
  pattern: /[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+/,
  categories: [Zone],
});
export const Utc = createToken({ name: "UTC", pattern: "UTC", longer_alt: Ident, categories: [Zone, Word] });

/** Read in any case and in the singular or plural; `mon` and `monday`, `jan` and `january`. */
export const DayName = createToken({
  name: "DAY",
  pattern: new RegExp(
    `(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tue|wed|thu|fri|sat|sun)${end}`,
    "i",
  ),
  categories: [Word],
});
export const MonthName = createToken({
  name: "MONTH",
  pattern: new RegExp(
    `(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)${end}`,
    "i",
  ),
  categories: [Word],
});

export const StringLiteral = createToken({
  name: "STRING",
  pattern: scanString,
  start_chars_hint: ['"', "'", "\u201c", "\u201d", "\u2018", "\u2019"],
  line_breaks: false,
});

spellings.set(Utc, ["UTC"]);
spellings.set(DayName, [
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ...["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"],
]);
spellings.set(MonthName, [
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september"],
  ...["october", "november", "december"],
]);

/** In the order in which they are tried. */
export const literals: readonly TokenType[] = [
  ...[DateTime, DateLiteral, AmPm, Time, MinuteMark, Ordinal, Duration, Int, AreaCity],
];
