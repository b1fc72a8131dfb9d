/** The tokens that the parser will read, as they are written line by line, with the statements and blocks still open. */
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import { RBrace } from "./punctuation.ts";
import { endOf } from "./spans.ts";
import { Newline } from "./trivia.ts";

interface Block {
  /** The statement that opened it, by its first token. */
  readonly statement: number;
  readonly brace: IToken;
}

export interface LineWriter {
  readonly tokens: readonly IToken[];
  /** Statements that are not to be parsed, by their first token. */
  readonly spoiled: ReadonlySet<number>;
  /** How many blocks are open. */
  readonly depth: number;
  /** The brace of the innermost open block. */
  readonly brace: IToken | undefined;
  /** Whether a statement is being written. */
  readonly inStatement: boolean;
  /** The type of the first token of the statement being written. */
  readonly opening: TokenType | undefined;
  push(token: IToken): void;
  /** Marks the statement being written as one that already has its finding. */
  spoil(): void;
  endStatement(): void;
  /** Ends the statement, if there is one, and puts a line end behind it. */
  endLine(offset: number): void;
  openBlock(brace: IToken): void;
  closeBlock(brace: IToken): void;
  /** Closes a block whose brace was forgotten. */
  closeForgotten(offset: number): void;
  /** For the index of a statement's first token: the index after its last; elsewhere 0. */
  ends(): Int32Array;
}

/** A token that was not written, at the place where it belongs. */
function invented(type: TokenType, offset: number): IToken {
  return createTokenInstance(type, "", offset, offset, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
}

export function createLineWriter(): LineWriter {
  const tokens: IToken[] = [];
  const ends: number[] = [];
  const spoiled = new Set<number>();
  const blocks: Block[] = [];
  let statement = -1;

  const push = (token: IToken): void => {
    token.payload = tokens.length;
    if (statement < 0 && token.tokenType !== Newline) statement = tokens.length;
    tokens.push(token);
    ends.push(0);
  };
  const endStatement = (): void => {
    if (statement >= 0) ends[statement] = tokens.length;
    statement = -1;
  };
  const dropLineEnd = (): void => {
    if (tokens.at(-1)?.tokenType !== Newline) return;
    tokens.pop();
    ends.pop();
  };
  const closeBlock = (brace: IToken): void => {
    endStatement();
    dropLineEnd();
    statement = blocks.pop()?.statement ?? -1;
    push(brace);
  };

  return {
    tokens,
    spoiled,
    get depth() {
      return blocks.length;
    },
    get brace() {
      return blocks.at(-1)?.brace;
    },
    get inStatement() {
      return statement >= 0;
    },
    get opening() {
      return tokens[statement]?.tokenType;
    },
    push,
    spoil: () => {
      if (statement >= 0) spoiled.add(statement);
    },
    endStatement,
    endLine: (offset) => {
      if (statement < 0) return;
      endStatement();
      push(invented(Newline, offset));
    },
    openBlock: (brace) => {
      push(brace);
      blocks.push({ statement, brace });
      statement = -1;
    },
    closeBlock,
    closeForgotten: (offset) => {
      const last = tokens.at(-1);
      closeBlock(invented(RBrace, last ? endOf(last) : offset));
    },
    ends: () => {
      endStatement();
      dropLineEnd();
      return Int32Array.from(ends);
    },
  };
}
