/** A random text for each kind of token, one that means something. */
import type { TokenType } from "chevrotain";
import { NameToken, NumberLiteral } from "../../src/dsl/lexer/arguments.ts";
import { Ident, keywordOf, spellings, Unit, Word } from "../../src/dsl/lexer/keywords.ts";
import * as literal from "../../src/dsl/lexer/literals.ts";
import { ordinalText } from "../../src/dsl/parser/values/number.ts";
import type { Random } from "./random.ts";

const names = ["f", "businessTask", "a1", "_x", "$jobs", "größe", "データ", "isLeader", "nightly", "every_day"];
/** As a line goes on after `and` and `or`, these two are written with parentheses as names. */
const words = [...names, ...keywordOf.keys()].filter((word) => word !== "and" && word !== "or");
const strings = ['""', '"x"', '"tasks.ts"', '"r:{userId}"', '"\\n\\u{1F600}\\x41\\""', '"größe 😀 // no comment"'];
const two = (n: number): string => String(n).padStart(2, "0");

function date(random: Random): string {
  return `${1900 + random.below(500)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

function time(random: Random): string {
  const seconds = random.chance(0.2) ? `:${two(random.below(60))}` : "";
  return `${random.below(24)}:${two(random.below(60))}${seconds}`;
}

const texts: ReadonlyMap<TokenType, (random: Random) => string> = new Map<TokenType, (random: Random) => string>([
  [Ident, (random) => random.pick(names)],
  [NameToken, (random) => random.pick([...words, "true", "null", "and", "or"])],
  [Word, (random) => random.pick(words)],
  [literal.Int, (random) => String(1 + random.below(23))],
  [NumberLiteral, (random) => random.pick(["0", "3", "-1", "51.5", "-0.1", "2e6"])],
  [literal.Ordinal, (random) => ordinalText(1 + random.below(31))],
  [literal.Time, time],
  [literal.AmPm, (random) => `${1 + random.below(11)}${random.pick(["am", "pm", ":30AM", ":05pm"])}`],
  [literal.MinuteMark, (random) => `:${two(random.below(60))}${random.chance(0.2) ? ":15" : ""}`],
  [literal.Duration, (random) => random.pick(["15m", "1h30m", "500ms", "2w", "3d", "1h2m3s", "90s", "0s"])],
  [literal.DateLiteral, date],
  [
    literal.DateTime,
    (random) =>
      `${date(random)}T${two(random.below(24))}:${two(random.below(60))}${random.pick(["", ":15", "Z", "+01:00", "-09:30"])}`,
  ],
  [literal.Zone, (random) => random.pick(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])],
  [literal.StringLiteral, (random) => random.pick(strings)],
]);

/** Right after `every`, days and units stand in the singular. */
export function textOf(type: TokenType, random: Random, afterEvery: boolean): string {
  if (type === Unit) {
    const units = [...spellings.keys()].filter(({ CATEGORIES }) => CATEGORIES?.includes(Unit));
    return textOf(random.pick(units), random, afterEvery);
  }
  const text = texts.get(type);
  if (text) return text(random);
  const spelled = spellings.get(type) ?? [type.LABEL ?? type.name];
  if (type !== literal.DayName && type !== literal.MonthName)
    return afterEvery ? (spelled[0] ?? "") : random.pick(spelled);
  const long = random.pick(type === literal.DayName && afterEvery ? spelled.slice(0, 7) : spelled);
  const written = random.chance(0.4) ? long.slice(0, 3) : long;
  return random.chance(0.2) ? written.toUpperCase() : written;
}
