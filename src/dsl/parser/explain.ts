/** What is wrong with the statements that could not be parsed. */
import type { IToken } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import { endOf } from "../lexer/spans.ts";
import type { Limits } from "../limits.ts";
import type { Failure, Session } from "./productions/base.ts";

export function explainFailures(tokens: readonly IToken[], session: Session, _limits: Limits): readonly Finding[] {
  return session.failures.map((failure) => explain(tokens, failure));
}

function explain(tokens: readonly IToken[], { from, to }: Failure): Finding {
  const first = tokens[from];
  const last = tokens[to - 1];
  const span = { start: first?.startOffset ?? 0, end: last ? endOf(last) : 0 };
  return finding("syntax/unexpected", span, { found: first?.image ?? "", wanted: "" });
}
