/**
 * What is wrong with the statements that could not be parsed.
 *
 * A statement is mended on a copy, mistake by mistake: each gets its finding, and the search goes on behind it as if it had
 * been repaired, until the statement stands or a mistake has no known repair.
 */
import type { IToken } from "chevrotain";
import { nearest } from "../../check/nearest.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { Miscased, Word } from "../../lexer/keywords.ts";
import { StringLiteral } from "../../lexer/literals.ts";
import { isClosed, unterminatedString } from "../../lexer/strings.ts";
import type { Limits } from "../../limits.ts";
import { printable } from "../../source/escape.ts";
import { follow } from "../grammar/follow.ts";
import { habits } from "../habits/habits.ts";
import type { Failure, Session } from "../productions/base.ts";
import { type Draft, draftOf, replaced, spanBetween } from "./draft.ts";
import { type Change, fixOf, type Place, type Repair } from "./repair.ts";
import { expectedWords, sayExpected } from "./say.ts";
import { wordFixes } from "./word-fixes.ts";

const mostMistakes = 12;

export function explainFailures(
  text: string,
  tokens: readonly IToken[],
  session: Session,
  limits: Limits,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const failure of session.failures) {
    const known = session.findings.length + findings.length > limits.findings;
    if (known) findings.push(plainFinding(text, tokens, failure));
    else findings.push(...explain(text, tokens, failure, session.findings));
  }
  return findings;
}

/** Past the limit a mistake only counts, so its words are not looked for. */
function plainFinding(text: string, tokens: readonly IToken[], { rule, from, to }: Failure): Finding {
  const draft = draftOf(tokens, from, to);
  return unexpected({ text, rule, draft, at: 0, followed: follow(rule, []) });
}

function explain(
  text: string,
  tokens: readonly IToken[],
  { rule, from, to, stopped }: Failure,
  known: readonly Finding[],
): readonly Finding[] {
  const findings: Finding[] = [];
  let draft = draftOf(tokens, from, to);
  for (let round = 0; round < mostMistakes; round++) {
    let followed = follow(rule, draft.tokens);
    if (followed.reached === draft.tokens.length && followed.mayEnd) {
      if (round > 0) return findings;
      followed = follow(rule, draft.tokens.slice(0, draft.tokens.indexOf(tokens[stopped] as IToken)));
    }
    const at = followed.reached;
    const open = draft.tokens
      .slice(0, at + 1)
      .find((token) => token.tokenType === StringLiteral && !isClosed(token.image));
    if (open) {
      const isKnown = known.some(
        ({ code, span }) => code === "syntax/unterminated-string" && span.start === open.startOffset,
      );
      if (!isKnown) findings.push(unterminatedString(open));
      return findings;
    }
    if (draft.mended[at]) return findings;
    const place: Place = { text, rule, draft, at, followed };
    const mended = mend(place, findings);
    if (!mended) return findings;
    draft = mended;
  }
  return findings;
}

/** Reports the first mistake; the draft without it, where it has one repair that is certain enough to go on with. */
function mend(place: Place, findings: Finding[]): Draft | undefined {
  const { text, draft, at, followed } = place;
  const token = draft.tokens[at];
  for (const habit of habits) {
    const repair = habit(place);
    if (!repair || !isUsable(place, repair)) continue;
    findings.push(habitFinding(place, repair));
    return repair.kind === "one" ? replaced(draft, repair.from, repair.to, repair.text) : undefined;
  }
  if (token?.tokenType === Miscased) {
    const lower = token.image.toLowerCase();
    const change = { from: at, to: at + 1, text: lower };
    if (goesOn(place, change)) {
      const fixes = [fixOf(place, change, true)];
      findings.push(
        finding(
          "syntax/keyword-case",
          spanBetween(draft, at, at + 1),
          { written: token.image, text: lower },
          { fixes },
        ),
      );
      return replaced(draft, at, at + 1, lower);
    }
  }
  if (token?.tokenType.CATEGORIES?.includes(Word)) {
    const meant = nearest(token.image, expectedWords(followed.expected));
    const change = { from: at, to: at + 1, text: meant ?? "" };
    if (meant !== undefined && meant !== token.image && goesOn(place, change)) {
      const fixes = [fixOf(place, change, false)];
      const params = { written: token.image, meant };
      findings.push(finding("syntax/unknown-word", spanBetween(draft, at, at + 1), params, { fixes }));
      return replaced(draft, at, at + 1, meant);
    }
  }
  findings.push(token ? unexpected(place) : unfinished(place));
  return undefined;

  function unfinished({ draft, followed }: Place): Finding {
    const end = draft.spans.at(-1)?.end ?? 0;
    const start = draft.spans.at(-1)?.start ?? 0;
    const wanted = sayExpected(followed.expected, false);
    return finding(
      "syntax/unfinished",
      { start, end },
      { last: excerpt(text.slice(start, end)), wanted },
      { fixes: wordFixes(place) },
    );
  }
}

function unexpected(place: Place): Finding {
  const { text, draft, at, followed } = place;
  const span = spanBetween(draft, at, at + 1);
  const found = excerpt(text.slice(span.start, span.end) || draft.tokens[at]?.image || "");
  const wanted = sayExpected(followed.expected, followed.mayEnd);
  return finding("syntax/unexpected", span, { found, wanted }, { fixes: wordFixes(place) });
}

function excerpt(written: string): string {
  const short = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  return `\`${printable(short)}\``;
}

function isUsable(place: Place, repair: Repair): boolean {
  if (repair.kind === "several") return repair.readings.every((change) => isFresh(place, change));
  return goesOn(place, repair);
}

function isFresh({ draft }: Place, { from, to }: Change): boolean {
  return !draft.mended.slice(from, to).includes(true);
}

/** Whether with the change less of the statement is left to read. */
export function goesOn(place: Place, change: Change): boolean {
  const { rule, draft, at } = place;
  if (!isFresh(place, change)) return false;
  const { tokens } = replaced(draft, change.from, change.to, change.text);
  const after = follow(rule, tokens);
  if (after.reached === tokens.length) return after.mayEnd || at < draft.tokens.length;
  return tokens.length - after.reached < draft.tokens.length - at;
}

function habitFinding(place: Place, repair: Repair): Finding {
  const { text, draft } = place;
  const span = spanBetween(draft, repair.from, repair.to);
  const written = excerpt(text.slice(span.start, span.end));
  if (repair.kind === "several") {
    const fixes = repair.readings.map((change) => fixOf(place, change, false));
    const readings = repair.readings.map(({ text }) => `\`${text}\``).join(" or ");
    return finding("syntax/two-readings", span, { written, readings }, { fixes });
  }
  const fixes = [fixOf(place, repair, repair.safe)];
  if (repair.from === repair.to) {
    const next = draft.spans[repair.from];
    const around = next ?? draft.spans.at(-1) ?? span;
    const params = { word: repair.text, next: excerpt(text.slice(around.start, around.end)) };
    return finding("syntax/missing-word", around, params, { fixes });
  }
  if (repair.text === "") return finding("syntax/superfluous", span, { written }, { fixes });
  return finding("syntax/habit", span, { written, text: repair.text }, { fixes });
}
