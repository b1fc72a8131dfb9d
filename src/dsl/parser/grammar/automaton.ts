/**
 * The grammar as an automaton with a stack, made from the parser's own rules: the one source of what may stand where.
 *
 * Chevrotain says that a statement is wrong; this says from which token on, and what could have stood there instead.
 */
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

export type State =
  | { readonly kind: "token"; readonly type: TokenType; readonly next: State }
  | { readonly kind: "call"; readonly rule: string; readonly next: State }
  | { readonly kind: "fork"; readonly ways: readonly State[] }
  | { readonly kind: "end" };

/** For each rule its first state. */
export type Automaton = ReadonlyMap<string, State>;

const end: State = { kind: "end" };

export function automatonOf(rules: Iterable<Rule>): Automaton {
  const automaton = new Map<string, State>();
  for (const rule of rules) automaton.set(rule.name, sequence(rule.definition, end));
  return automaton;
}

function sequence(productions: readonly IProduction[], next: State): State {
  return productions.reduceRight((after, production) => state(production, after), next);
}

function state(production: IProduction, next: State): State {
  if (production instanceof Terminal) return { kind: "token", type: production.terminalType, next };
  if (production instanceof NonTerminal) return { kind: "call", rule: production.nonTerminalName, next };
  if (production instanceof Alternative) return sequence(production.definition, next);
  if (production instanceof Alternation) {
    return {
      kind: "fork",
      ways: production.definition.map((alternative) => state(alternative, next)),
    };
  }
  if (production instanceof Option) return { kind: "fork", ways: [sequence(production.definition, next), next] };
  if (production instanceof Repetition) {
    const ways: State[] = [];
    const loop: State = { kind: "fork", ways };
    ways.push(sequence(production.definition, loop), next);
    return loop;
  }
  if (production instanceof RepetitionWithSeparator) {
    const ways: State[] = [];
    const more: State = { kind: "fork", ways };
    ways.push({ kind: "token", type: production.separator, next: sequence(production.definition, more) }, next);
    return { kind: "fork", ways: [sequence(production.definition, more), next] };
  }
  throw new Error(`the grammar uses a production that the automaton does not know: ${production.constructor.name}`);
}
