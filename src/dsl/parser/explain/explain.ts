/**
 * What is wrong with the statements that could not be parsed.
 *
 * A statement is mended on a copy, mistake by mistake: each gets its finding, and the search goes on behind it as if it had
 * been repaired, until the statement stands or a mistake has no known repair.
 */
import type { IToken } from "chevrotain";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { StringLiteral } from "../../lexer/literals.ts";
import { isClosed, unterminatedString } from "../../lexer/strings.ts";
import type { Limits } from "../../limits.ts";
import { follow } from "../grammar/follow.ts";
import type { Failure, Session } from "../productions/base.ts";
import { draftOf } from "./draft.ts";
import { mend } from "./mend.ts";
import { notUnderstood } from "./place-findings.ts";

const mostMistakes = 12;

export function explainFailures(
  text: string,
  tokens: readonly IToken[],
  session: Session,
  limits: Limits,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const failure of session.failures) {
    const isPastLimit = session.findings.length + findings.length > limits.findings;
    if (isPastLimit) findings.push(unexamined(text, tokens, failure));
    else findings.push(...explain(text, tokens, failure, session.findings));
  }
  return findings;
}

/** Past the limit a mistake only counts, so its words are not looked for. */
function unexamined(text: string, tokens: readonly IToken[], { rule, from, to }: Failure): Finding {
  return notUnderstood({ text, rule, draft: draftOf(tokens, from, to), at: 0, followed: follow(rule, []) });
}

function explain(
  text: string,
  tokens: readonly IToken[],
  { rule, from, to, stopped }: Failure,
  known: readonly Finding[],
): readonly Finding[] {
  const findings: Finding[] = [];
  let draft = draftOf(tokens, from, to);
  while (findings.length < mostMistakes) {
    let followed = follow(rule, draft.tokens);
    if (followed.reached === draft.tokens.length && followed.mayEnd) {
      if (findings.length > 0) return findings;
      // The parser prefers a longer clause where the grammar alone would go on: it knows best where it stopped.
      followed = follow(rule, draft.tokens.slice(0, draft.tokens.indexOf(tokens[stopped] as IToken)));
    }
    const at = followed.reached;
    const open = draft.tokens.slice(0, at + 1).find(isOpenString);
    if (open) {
      if (!known.some((found) => isAbout(found, open))) findings.push(unterminatedString(open));
      return findings;
    }
    if (draft.mended[at]) return findings;
    const mended = mend({ text, rule, draft, at, followed });
    findings.push(mended.finding);
    if (!mended.draft) return findings;
    draft = mended.draft;
  }
  return findings;
}

function isOpenString({ tokenType, image }: IToken): boolean {
  return tokenType === StringLiteral && !isClosed(image);
}

function isAbout({ code, span }: Finding, token: IToken): boolean {
  return code === "syntax/unterminated-string" && span.start === token.startOffset;
}
