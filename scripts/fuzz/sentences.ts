/** Random files that the grammar allows: a walk over the parser's own rules. */
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { Every, Unit, Weekday, Workday } from "../../src/dsl/lexer/keywords.ts";
import { Int, MonthName } from "../../src/dsl/lexer/literals.ts";
import * as sign from "../../src/dsl/lexer/punctuation.ts";
import { Newline } from "../../src/dsl/lexer/trivia.ts";
import { theParser } from "../../src/dsl/parser/parser.ts";
import type { Random } from "./random.ts";
import { textOf } from "./token-texts.ts";

/** Deeper than this the walk leaves out what it may. */
const depthLimit = 14;

export function randomFile(random: Random): string {
  for (;;) {
    const types: TokenType[] = [];
    walk([theParser().getGAstProductions().file as Rule], random, 0, types);
    if (!hasMonthBeforeCount(types)) return written(types, random);
  }
}

/** A number right after a month is its day, so no clause that begins with a number can follow a month. */
function hasMonthBeforeCount(types: readonly TokenType[]): boolean {
  return types.some((type, i) => {
    const after = types[i + 2];
    return type === MonthName && types[i + 1] === Int && after !== undefined && counted.has(after);
  });
}

const counted: ReadonlySet<TokenType> = new Set([sign.Dash, Unit, Weekday, Workday]);

function walk(productions: readonly IProduction[], random: Random, depth: number, into: TokenType[]): void {
  const deep = depth > depthLimit;
  for (const production of productions) {
    if (production instanceof Terminal) into.push(production.terminalType);
    else if (production instanceof NonTerminal) walk(production.referencedRule.definition, random, depth + 1, into);
    else if (production instanceof Alternation) {
      const alternatives: readonly Alternative[] = production.definition as unknown as readonly Alternative[];
      walk((deep ? shortest(alternatives) : random.pick(alternatives)).definition, random, depth, into);
    } else if (production instanceof Option) {
      if (!deep && random.chance(0.4)) walk(production.definition, random, depth, into);
    } else if (production instanceof RepetitionWithSeparator) {
      const count = deep ? 0 : random.below(4);
      for (let i = 0; i < count; i++) {
        if (i > 0) into.push(production.separator);
        walk(production.definition, random, depth, into);
      }
    } else if (production instanceof Repetition) {
      for (let i = deep ? 0 : random.below(3); i > 0; i--) walk(production.definition, random, depth, into);
    } else walk((production as Rule).definition, random, depth, into);
  }
}

/** The alternative that ends soonest: one of tokens only, if there is one. */
function shortest(alternatives: readonly Alternative[]): Alternative {
  const flat = alternatives.find(({ definition }) => definition.every((production) => production instanceof Terminal));
  const first = flat ?? alternatives[0];
  if (!first) throw new Error("an alternation without alternatives");
  return first;
}

const tight: ReadonlySet<TokenType> = new Set([sign.Dot, sign.Comma, sign.Dash, sign.LParen, sign.RParen, sign.AtSign]);

function written(types: readonly TokenType[], random: Random): string {
  const lineEnd = random.pick(["\n", "\n", "\r\n", "\r"]);
  let text = random.chance(0.05) ? "\ufeff" : "";
  let before: TokenType | undefined;
  for (const type of types) {
    if (type === Newline) {
      text += random.chance(0.1)
        ? ` // ${random.pick(["why", "größe", "/*"])}${lineEnd}`
        : lineEnd.repeat(1 + random.below(2));
    } else {
      const gap =
        (before && tight.has(before)) || tight.has(type)
          ? random.pick(["", "", " "])
          : random.pick([" ", " ", "\t", " /* x */ "]);
      text += `${before && before !== Newline ? gap : ""}${textOf(type, random, before === Every)}`;
    }
    before = type;
  }
  return random.chance(0.5) ? text + lineEnd : text;
}
