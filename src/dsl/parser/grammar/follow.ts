/** How far tokens follow the grammar, and what may come next. */
import { type IToken, type TokenType, tokenMatcher } from "chevrotain";
import { theParser } from "../parser.ts";
import type { StatementRule } from "../productions/base.ts";
import { type Automaton, automatonOf, type State } from "./automaton.ts";

export interface Followed {
  /** The index of the first token that cannot stand where it stands; the length where all can. */
  readonly reached: number;
  /** What may stand there. */
  readonly expected: ReadonlySet<TokenType>;
  /** Whether the statement may end there. */
  readonly mayEnd: boolean;
  /** All ways on from there. */
  readonly front: Front;
}

interface Frame {
  readonly next: State;
  readonly up: Frame | undefined;
}

interface Thread {
  readonly type: TokenType;
  readonly next: State;
  readonly up: Frame | undefined;
}

export interface Front {
  readonly threads: Thread[];
  mayEnd: boolean;
}

let automaton: Automaton | undefined;

/** Follows the rule along the tokens. As the grammar decides on two tokens, few threads live at any time. */
export function follow(rule: StatementRule, tokens: readonly IToken[]): Followed {
  const front: Front = { threads: [], mayEnd: false };
  enter(theAutomaton(), { kind: "call", rule, next: { kind: "end" } }, undefined, front);
  return along(front, tokens);
}

/** Goes on from where `follow` stopped, as if a token of this type stood there and then these tokens. */
export function followWith(stopped: Followed, type: TokenType, tokens: readonly IToken[]): Followed {
  return along(
    step(stopped.front, (thread) => thread.type === type),
    tokens,
  );
}

function along(start: Front, tokens: readonly IToken[]): Followed {
  let front = start;
  let reached = 0;
  for (const token of tokens) {
    const next = step(front, ({ type }) => tokenMatcher(token, type));
    if (next.threads.length === 0 && !next.mayEnd) break;
    front = next;
    reached++;
  }
  return { reached, expected: new Set(front.threads.map(({ type }) => type)), mayEnd: front.mayEnd, front };
}

function step(front: Front, matches: (thread: Thread) => boolean): Front {
  const next: Front = { threads: [], mayEnd: false };
  for (const thread of front.threads) {
    if (matches(thread)) enter(theAutomaton(), thread.next, thread.up, next);
  }
  return next;
}

function theAutomaton(): Automaton {
  automaton ??= automatonOf(Object.values(theParser().getGAstProductions()));
  return automaton;
}

/** Goes on to all tokens that may come next. */
function enter(rules: Automaton, state: State, up: Frame | undefined, into: Front): void {
  switch (state.kind) {
    case "token":
      into.threads.push({ type: state.type, next: state.next, up });
      return;
    case "call": {
      const first = rules.get(state.rule);
      if (first) enter(rules, first, { next: state.next, up }, into);
      return;
    }
    case "fork":
      for (const way of state.ways) enter(rules, way, up, into);
      return;
    case "end":
      if (up) enter(rules, up.next, up.up, into);
      else into.mayEnd = true;
  }
}
