/** What is wrong at one place, and the draft as it would be with that repaired. */
import { nearest } from "../../check/nearest.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { Miscased, Word } from "../../lexer/keywords.ts";
import { DayName, MonthName } from "../../lexer/literals.ts";
import { follow } from "../grammar/follow.ts";
import { habits } from "../habits/habits.ts";
import { type Draft, replaced, spanBetween } from "./draft.ts";
import { habitFinding, notUnderstood } from "./place-findings.ts";
import { type Change, fixOf, type Place, type Repair } from "./repair.ts";
import { expectedWords } from "./say.ts";

export interface Mended {
  readonly finding: Finding;
  /** Absent where no repair is certain enough to go on with. */
  readonly draft?: Draft;
}

/** A statement of more tokens was written by a program; its first mistake is told and not mended. */
const mostTokens = 1_000;

export function mend(place: Place): Mended {
  if (place.draft.tokens.length > mostTokens) return { finding: notUnderstood(place) };
  return byHabit(place) ?? byCase(place) ?? bySpelling(place) ?? { finding: notUnderstood(place) };
}

function byHabit(place: Place): Mended | undefined {
  for (const habit of habits) {
    const repair = readable(place, habit(place));
    if (!repair) continue;
    return repair.kind === "one"
      ? applied(place, repair, habitFinding(place, repair))
      : { finding: habitFinding(place, repair) };
  }
  return undefined;
}

/** `Every` for `every`. */
function byCase(place: Place): Mended | undefined {
  const { draft, at } = place;
  const token = draft.tokens[at];
  if (token?.tokenType !== Miscased) return undefined;
  const text = token.image.toLowerCase();
  const change = { from: at, to: at + 1, text };
  if (!goesOn(place, change)) return undefined;
  const fixes = [fixOf(place, change, true)];
  return applied(
    place,
    change,
    finding("syntax/keyword-case", spanBetween(draft, at, at + 1), { written: token.image, text }, { fixes }),
  );
}

/** The word that was perhaps meant. */
function bySpelling(place: Place): Mended | undefined {
  const { draft, at, followed } = place;
  const token = draft.tokens[at];
  const isName = token?.tokenType === DayName || token?.tokenType === MonthName;
  if (!token?.tokenType.CATEGORIES?.includes(Word) || isName) return undefined;
  const meant = nearest(token.image, expectedWords(followed.expected));
  if (meant === undefined || meant === token.image || english.has(token.image)) return undefined;
  const change = { from: at, to: at + 1, text: meant };
  if (!goesOn(place, change)) return undefined;
  const fixes = [fixOf(place, change, false)];
  return applied(
    place,
    change,
    finding("syntax/unknown-word", spanBetween(draft, at, at + 1), { written: token.image, meant }, { fixes }),
  );
}

/** Words that are spelled as they are meant, however near a word of the language they lie. */
const english = new Set(["then", "them", "than", "later", "same"]);

function applied({ draft }: Place, { from, to, text }: Change, found: Finding): Mended {
  return { finding: found, draft: replaced(draft, from, to, text) };
}

/** A repair as far as the statement is read on with it. Of several readings one may be left, which then is a guess. */
function readable(place: Place, repair: Repair | undefined): Repair | undefined {
  if (repair === undefined) return undefined;
  if (repair.kind === "one") return goesOn(place, repair) ? repair : undefined;
  const readings = repair.readings.filter((change) => goesOn(place, change));
  const [only] = readings;
  if (only === undefined) return undefined;
  return readings.length === 1 ? { kind: "one", ...only, safe: false } : { ...repair, readings };
}

function isFresh({ draft }: Place, { from, to }: Change): boolean {
  return !draft.mended.slice(from, to).includes(true);
}

/**
 * Whether with the change the statement is read on past it: all that was put in, and the token that could not stand. Leaving
 * something out has to gain one token more.
 */
function goesOn(place: Place, change: Change): boolean {
  const { rule, draft, at } = place;
  if (!isFresh(place, change)) return false;
  const { tokens } = replaced(draft, change.from, change.to, change.text);
  const { reached, mayEnd } = follow(rule, tokens);
  if (reached === tokens.length && mayEnd) return true;
  const unread = draft.tokens.length - Math.max(change.to, at + 1) - (change.text === "" ? 1 : 0);
  return tokens.length - reached <= unread;
}
