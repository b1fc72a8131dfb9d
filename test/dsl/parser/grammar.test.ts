import { readFileSync } from "node:fs";
import { type Alternative, GAstVisitor, type IProduction } from "chevrotain";
import { expect, test } from "vitest";
import { ebnf } from "../../../scripts/grammar/ebnf.ts";
import { railroad } from "../../../scripts/grammar/railroad.ts";
import { grammarRules, tokensOf } from "../../../scripts/grammar/terms.ts";
import { keywords } from "../../../src/dsl/lexer/keywords.ts";
import { vocabulary } from "../../../src/dsl/lexer/lexer.ts";
import { literals } from "../../../src/dsl/lexer/literals.ts";
import { SchedParser } from "../../../src/dsl/parser/productions/files.ts";
import { clashes } from "./first-follow.ts";

const written = (name: string): string => readFileSync(new URL(`../../../grammar/${name}`, import.meta.url), "utf8");

test("Chevrotain finds the grammar unambiguous with two tokens of lookahead", () => {
  const parser = new SchedParser({ validate: true });
  expect((parser as unknown as { maxLookahead: number }).maxLookahead).toBe(2);
});

test("no rule asks that its ambiguities be ignored", () => {
  const ignored: string[] = [];
  class Ignoring extends GAstVisitor {
    override visitAlternative(node: Alternative): void {
      if (node.ignoreAmbiguities) ignored.push(JSON.stringify(node.definition.length));
    }
    override visitNonTerminal = nothing;
    override visitOption = nothing;
    override visitRepetition = nothing;
    override visitRepetitionMandatory = nothing;
    override visitRepetitionMandatoryWithSeparator = nothing;
    override visitRepetitionWithSeparator = nothing;
    override visitAlternation = nothing;
    override visitTerminal = nothing;
    override visitRule = nothing;
  }
  const rules = Object.values(new SchedParser({ validate: false }).getGAstProductions());
  expect(rules.length).toBeGreaterThan(70);
  for (const rule of rules) rule.accept(new Ignoring());
  expect(ignored).toEqual([]);
});

test("an optional part never begins like what follows it, but for the day of a month", () => {
  const rules = new SchedParser({ validate: false }).getGAstProductions();
  expect(clashes(rules, vocabulary)).toEqual([{ rule: "exceptMonth", tokens: ["INT"] }]);
});

test("every keyword and every literal is used by a rule", () => {
  const used = new Set(usedTokens());
  const unused = [...keywords, ...literals].filter(({ name, CATEGORIES = [] }) => {
    return !used.has(name) && !CATEGORIES.some((category) => used.has(category.name) && category.name !== "WORD");
  });
  expect(unused.map(({ name }) => name)).toEqual([]);
});

test("the files of the grammar are those the parser gives", () => {
  const rules = grammarRules();
  expect(written("sched.ebnf") === ebnf(rules), "run `npm run generate`").toBe(true);
  expect(written("railroad.html") === railroad(rules), "run `npm run generate`").toBe(true);
});

test("the files of the grammar need no other file and name no insides", () => {
  expect(written("railroad.html")).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script|<link|@import/);
  expect(new Set(grammarRules().flatMap(({ term }) => tokensOf(term)))).not.toContain("MISCASED");
});

function nothing(): void {}

function usedTokens(): string[] {
  const names: string[] = [];
  const visit = (productions: readonly IProduction[]): void => {
    for (const production of productions as readonly (IProduction & Partial<Inner>)[]) {
      if (production.terminalType) names.push(production.terminalType.name);
      else if (production.definition && !production.nonTerminalName) visit(production.definition);
    }
  };
  for (const rule of Object.values(new SchedParser({ validate: false }).getGAstProductions())) visit(rule.definition);
  return names;
}

interface Inner {
  readonly terminalType: { readonly name: string };
  readonly definition: readonly IProduction[];
  readonly nonTerminalName: string;
}
