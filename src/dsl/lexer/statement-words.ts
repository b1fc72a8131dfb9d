/** Which words open a statement, so that a line which begins with one is never the rest of the line before. */
import type { IToken, TokenType } from "chevrotain";
import {
  Calendar,
  Completes,
  Cron,
  Custom,
  Defaults,
  Every,
  Expect,
  Fails,
  Group,
  Import,
  Job,
  Once,
  Run,
  Succeeds,
  Template,
  Window,
} from "./keywords.ts";
import { Comma, Dot, RBrace } from "./punctuation.ts";
import { Newline } from "./trivia.ts";

const opening: ReadonlySet<TokenType> = new Set([
  ...[Calendar, Cron, Custom, Defaults, Every, Expect, Group, Import, Job, Once, Run, Template, Window],
]);

/** Behind these the word was a name in a list after all, as in `tags nightly, ⏎ run, slow`. */
const onlyAfterNames: ReadonlySet<TokenType> = new Set([Comma, Dot, RBrace, Newline, Succeeds, Fails, Completes]);

export function startsStatement(raw: readonly IToken[], at: number): boolean {
  const word = raw[at]?.tokenType;
  if (!word || !opening.has(word)) return false;
  const next = raw[at + 1]?.tokenType;
  return next !== undefined && !onlyAfterNames.has(next);
}
