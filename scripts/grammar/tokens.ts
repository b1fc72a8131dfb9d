/** What each kind of token is, for readers of the grammar. */

export const tokenTexts: Readonly<Record<string, string>> = {
  AMPM: "a clock time with am or pm, in any case: 9am, 9:30pm",
  DATE: "a day: 2026-01-31",
  DATETIME: "an instant: 2026-01-31T09:00 or 2026-01-31T09:00:15, local unless Z or an offset such as +01:00 follows",
  DAY: "monday … sunday or mon … sun, in any case; the long names also in the plural",
  DURATION: "a length out of numbers and ms, s, m, h, d, w: 15m, 1h30m",
  IDENT: "a word that is no keyword",
  INT: "a whole number: 15",
  MINUTE: "a minute of the hour: :30 or :30:15",
  MONTH: "january … december or jan … dec, in any case",
  NAME: "a word inside parentheses, where none is a keyword",
  NL: 'the end of a line; none counts inside parentheses and import braces, nor after "," "and" "or" "="',
  NUMBER: "a number inside parentheses, as TypeScript writes it: 3, -0.1, 2e6",
  ORDINAL: "1st, 2nd, 3rd, 4th …",
  STRING: "text in double quotes on one line, with TypeScript's escapes",
  TIME: "a clock time: 9:00 or 9:00:15",
  UNIT: "second, minute, hour, day, week, month, quarter or year, in either number",
  WORD: "any word, also a keyword: a letter, _ or $, then letters, digits, _ or $",
  ZONE: "a time zone of the IANA list: Europe/Berlin, UTC",
};
