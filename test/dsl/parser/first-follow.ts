/** First and follow sets of the grammar: what an optional part may begin with, and what may stand behind it. */
import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";

export interface Clash {
  readonly rule: string;
  readonly tokens: readonly string[];
}

type Names = ReadonlySet<string>;
type Grammar = Readonly<Record<string, Rule>>;

/** Every optional part that begins with a token that could as well follow it: there the parser's choice is not the grammar's. */
export function clashes(grammar: Grammar, vocabulary: readonly TokenType[]): readonly Clash[] {
  const membersOf = (type: TokenType): readonly string[] => [
    type.name,
    ...vocabulary.filter(({ CATEGORIES }) => CATEGORIES?.includes(type)).map(({ name }) => name),
  ];
  const first = (parts: readonly IProduction[], rest: Names): Names => {
    const [head, ...tail] = parts;
    if (!head) return rest;
    const after = (): Names => first(tail, rest);
    if (head instanceof Terminal) return new Set(membersOf(head.terminalType));
    if (head instanceof NonTerminal) return first([...head.referencedRule.definition, ...tail], rest);
    const inside = definitionOf(head);
    if (head instanceof Alternation) {
      return union(...inside.map((alternative) => first([...definitionOf(alternative), ...tail], rest)));
    }
    return union(first(inside, new Set()), after());
  };

  const follow = new Map<string, Set<string>>(Object.keys(grammar).map((name) => [name, new Set<string>()]));
  const found = new Map<string, Clash>();
  let grew = true;
  const walk = (rule: string, parts: readonly IProduction[], behind: Names): void => {
    parts.forEach((part, i) => {
      const after = first(parts.slice(i + 1), behind);
      if (part instanceof NonTerminal) {
        const known = follow.get(part.nonTerminalName);
        for (const name of after) {
          if (!known || known.has(name)) continue;
          known.add(name);
          grew = true;
        }
        return;
      }
      const inside = definitionOf(part);
      if (part instanceof Alternation) for (const way of inside) walk(rule, definitionOf(way), after);
      if (!(part instanceof Option || part instanceof Repetition || part instanceof RepetitionWithSeparator)) return;
      const begins = first(inside, new Set());
      const again =
        part instanceof Option
          ? after
          : union(after, part instanceof Repetition ? begins : new Set(membersOf(part.separator)));
      walk(rule, inside, again);
      const tokens = [...begins].filter((name) => after.has(name)).sort();
      if (tokens.length > 0) found.set(rule, { rule, tokens });
    });
  };
  while (grew) {
    grew = false;
    for (const [name, rule] of Object.entries(grammar)) walk(name, rule.definition, follow.get(name) ?? new Set());
  }
  return [...found.values()];
}

function definitionOf(production: IProduction): readonly IProduction[] {
  return (production as { readonly definition?: readonly IProduction[] }).definition ?? [];
}

function union(...sets: readonly Names[]): Names {
  return new Set(sets.flatMap((set) => [...set]));
}
