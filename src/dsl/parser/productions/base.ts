/**
 * The ground of the parser: places, reports, lists, and statements that may break.
 *
 * The chapters of the grammar are a chain of classes upon this one, because Chevrotain's rule methods are protected; the
 * last of them closes the parser. Rules build the tree as they go. While Chevrotain records the grammar, rules run on
 * empty tokens: so they look into what they were given only inside `ACTION`.
 */
import {
  createTokenInstance,
  EmbeddedActionsParser,
  EOF,
  type IToken,
  NoViableAltException,
  type TokenType,
} from "chevrotain";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { vocabulary } from "../../lexer/lexer.ts";
import { LBrace, RBrace } from "../../lexer/punctuation.ts";
import { endOf } from "../../lexer/spans.ts";
import { Newline } from "../../lexer/trivia.ts";
import type { Span } from "../../source/span.ts";
import type { Report } from "../values/report.ts";

/** The rules that parse one statement, by the kind of block that holds it. */
export type StatementRule = "topStatement" | "setting" | "calendarEntry" | "groupItem" | "bodyItem" | "tailItem";

/** A statement that could not be parsed: the indices of its first token, after its last, and of where the parser stopped. */
export interface Failure {
  readonly stopped: number;
  readonly rule: StatementRule;
  readonly from: number;
  readonly to: number;
}

/** What one parse reads and collects. */
export interface Session {
  readonly ends: Int32Array;
  readonly spoiled: ReadonlySet<number>;
  readonly docs: ReadonlyMap<number, string>;
  readonly maxList: number;
  readonly findings: Finding[];
  readonly failures: Failure[];
}

const nothing = createTokenInstance(EOF, "", 0, 0, 0, 0, 0, 0);

/** Ends the parsing of a statement. Where it broke is read from the tokens, so one exception serves all. */
const breakOff = new NoViableAltException("the statement is broken", nothing, nothing);

export interface ParserOptions {
  /** Chevrotain's own proof that the grammar is unambiguous with two tokens of lookahead; slow, so only tests ask for it. */
  readonly validate: boolean;
}

export abstract class BaseParser extends EmbeddedActionsParser {
  private session: Session | undefined;
  private faulty = false;
  /** Of the tokens given: Chevrotain adds some of its own to `input`. */
  private length = 0;

  constructor(options: ParserOptions) {
    super([...vocabulary], {
      maxLookahead: 2,
      recoveryEnabled: false,
      skipValidations: !options.validate,
    });
  }

  /** Begins a parse. The tokens must come from `arrange`: each one's place is its payload. */
  begin(tokens: readonly IToken[], session: Session): void {
    this.input = [...tokens];
    this.length = tokens.length;
    this.session = session;
    this.faulty = false;
  }

  /** Lets go of the text that was parsed. */
  end(): void {
    this.input = [];
    this.session = undefined;
  }

  protected readonly report: Report = (found) => {
    if (this.RECORDING_PHASE) return;
    this.faulty = true;
    this.session?.findings.push(found);
  };

  protected get place(): number {
    return this.LA(1).startOffset;
  }

  /** From a place to the end of the last token consumed. */
  protected since(start: number): Span {
    return { start, end: endOf(this.LA(0)) };
  }

  /** The documentation above the token that comes next. */
  protected get doc(): { readonly doc?: string } {
    const doc = this.session?.docs.get(this.LA(1).startOffset);
    return doc === undefined ? {} : { doc };
  }

  /** The list as it is; longer than the limit it is a finding. */
  protected limited<T>(items: readonly T[], start: number): readonly T[] {
    const limit = this.session?.maxList ?? Number.POSITIVE_INFINITY;
    if (items.length > limit) {
      this.report(finding("file/list-too-long", this.since(start), { length: items.length, limit }));
    }
    return items;
  }

  /** One of several alternatives, all of one type. */
  protected choose<T>(index: number, alternatives: { readonly ALT: () => T }[]): T {
    return this.or(index, alternatives);
  }

  /** A word that stands for a value. */
  protected means<const T>(type: TokenType, value: T): T {
    this.consume(0, type);
    return value;
  }

  /** `{ … }`. */
  protected braced<T>(rule: StatementRule, parse: () => T): readonly T[] {
    this.CONSUME(LBrace);
    const items = this.statements(rule, parse);
    this.CONSUME(RBrace);
    return items;
  }

  /**
   * Statements, each on its line. One that breaks is noted and skipped, so that it costs nothing but itself: this replaces
   * Chevrotain's loop, which would leave at the first word that begins no statement, and its recovery, which guesses.
   */
  protected statements<T>(rule: StatementRule, parse: () => T): readonly T[] {
    const items: T[] = [];
    if (this.RECORDING_PHASE) {
      this.MANY_SEP({ SEP: Newline, DEF: parse });
      return items;
    }
    for (let next = this.LA(1).tokenType; next !== RBrace && next !== EOF; next = this.LA(1).tokenType) {
      if (next === Newline) this.consume(0, Newline);
      else this.attempt(rule, parse, items);
    }
    return items;
  }

  private attempt<T>(rule: StatementRule, parse: () => T, items: T[]): void {
    const { session } = this;
    if (!session) throw new Error("a parse begins with begin()");
    const from = this.index();
    const to = session.ends[from] || from + 1;
    const outer = this.faulty;
    this.faulty = false;
    try {
      if (!session.spoiled.has(from)) {
        const item = parse();
        if (this.index() !== to) session.failures.push({ rule, from, to, stopped: this.index() });
        else if (!this.faulty) items.push(item);
      }
    } catch (error) {
      if (error !== breakOff) throw error;
      session.failures.push({ rule, from, to, stopped: this.index() });
    }
    this.faulty = outer;
    this.skipTo(to);
  }

  private index(): number {
    const { payload } = this.LA(1) as { payload?: number };
    return payload ?? this.length;
  }

  private skipTo(index: number): void {
    while (this.LA(1).tokenType !== EOF && this.index() < index) this.consume(0, this.LA(1).tokenType);
  }

  // In the place of Chevrotain's own two: they word a message that nobody sees, from all that could have stood there.

  protected raiseNoAltException(): never {
    throw breakOff;
  }

  protected consumeInternalError(): never {
    throw breakOff;
  }
}
