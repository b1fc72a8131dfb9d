/** The grammar of the parser as plain terms, and how its terminals are shown. */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { spellings, Unit } from "../../src/dsl/lexer/keywords.ts";
import { DayName, MonthName } from "../../src/dsl/lexer/literals.ts";
import { SchedParser } from "../../src/dsl/parser/productions/files.ts";

export type Term =
  /** What is written as it stands. */
  | { readonly kind: "literal"; readonly text: string }
  /** A kind of token, explained below the rules. */
  | { readonly kind: "token"; readonly name: string }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "sequence"; readonly items: readonly Term[] }
  | { readonly kind: "choice"; readonly items: readonly Term[] }
  | { readonly kind: "option"; readonly item: Term }
  | { readonly kind: "repetition"; readonly item: Term }
  /** At least one, with a separator between. */
  | { readonly kind: "list"; readonly item: Term; readonly separator: Term };

export interface NamedTerm {
  readonly name: string;
  readonly term: Term;
}

/** Every rule, from the file down, each before those it uses first. */
export function grammarRules(): readonly NamedTerm[] {
  const productions = new SchedParser({ validate: true }).getGAstProductions();
  const rules: NamedTerm[] = [];
  const seen = new Set<string>();
  const add = (name: string): void => {
    const rule: Rule | undefined = productions[name];
    if (!rule || seen.has(name)) return;
    seen.add(name);
    const term = sequence(rule.definition);
    rules.push({ name, term });
    for (const used of rulesOf(term)) add(used);
  };
  add("file");
  const unreached = Object.keys(productions).filter((name) => !seen.has(name));
  if (unreached.length > 0) throw new Error(`rules that no file can use: ${unreached.join(", ")}`);
  return rules;
}

function sequence(productions: readonly IProduction[]): Term {
  const items = productions.map(termOf);
  const [only] = items;
  return items.length === 1 && only ? only : { kind: "sequence", items };
}

function termOf(production: IProduction): Term {
  if (production instanceof Terminal) return terminal(production.terminalType);
  if (production instanceof NonTerminal) return { kind: "rule", name: production.nonTerminalName };
  if (production instanceof Alternative) return sequence(production.definition);
  if (production instanceof Alternation) return { kind: "choice", items: production.definition.map(termOf) };
  if (production instanceof Option) return { kind: "option", item: sequence(production.definition) };
  if (production instanceof RepetitionWithSeparator) {
    const item = sequence(production.definition);
    return { kind: "option", item: { kind: "list", item, separator: terminal(production.separator) } };
  }
  if (production instanceof Repetition) return { kind: "repetition", item: sequence(production.definition) };
  throw new Error(`a production without a picture: ${production.constructor.name}`);
}

/** Words and signs are shown as they are written, a plural as `(s)`; kinds of tokens in capitals. */
export function terminal(type: TokenType): Term {
  if (type === DayName || type === MonthName || type === Unit) return { kind: "token", name: type.name };
  const written = spellings.get(type);
  if (written) return { kind: "literal", text: written.length > 1 ? `${written[0]}(s)` : (written[0] ?? "") };
  if (/^[A-Z]+$/.test(type.name)) return { kind: "token", name: type.name };
  return { kind: "literal", text: type.LABEL ?? type.name };
}

function rulesOf(term: Term): readonly string[] {
  if (term.kind === "rule") return [term.name];
  return childrenOf(term).flatMap(rulesOf);
}

/** The kinds of tokens a term names. */
export function tokensOf(term: Term): readonly string[] {
  if (term.kind === "token") return [term.name];
  return childrenOf(term).flatMap(tokensOf);
}

function childrenOf(term: Term): readonly Term[] {
  if (term.kind === "sequence" || term.kind === "choice") return term.items;
  if (term.kind === "list") return [term.item, term.separator];
  return term.kind === "option" || term.kind === "repetition" ? [term.item] : [];
}
