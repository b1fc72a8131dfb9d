/** The parts of a sentence in another order than here: the task first, or a clause of the trigger behind it. */
import { Ident, keywordOf, On, Run } from "../../lexer/keywords.ts";
import { Zone } from "../../lexer/literals.ts";
import { Comma, Dot, LBrace } from "../../lexer/punctuation.ts";
import type { Habit, Place } from "../explain/repair.ts";
import { imageAt, isAt, textBetween, typeAt, wordAt } from "./look.ts";

const triggerWords = new Set(["every", "once", "cron", "after"]);

/** `run f every day at 9:00`: the run before its trigger. */
export const runFirst: Habit = (place) => {
  const { at, draft } = place;
  if (at !== 0 || wordAt(place, 0) !== "run") return undefined;
  const trigger = draft.tokens.findIndex(({ image }, i) => i > 1 && triggerWords.has(image));
  if (trigger < 0 || isAt(place, trigger - 1, Comma)) return undefined;
  const rest = textBetween(place, trigger, draft.tokens.length);
  if (rest.includes("{")) return undefined;
  const text = `${rest} ${textBetween(place, 0, trigger)}`;
  return { kind: "one", from: 0, to: draft.tokens.length, text, safe: true };
};

/** `report every day at 9:00`: the task where its trigger stands. It could be a word of some other kind. */
export const taskFirst: Habit = (place) => {
  const { at, draft } = place;
  if (at !== 0) return undefined;
  let end = 0;
  while (isAt(place, end, Ident) && isAt(place, end + 1, Dot)) end += 2;
  if (!isAt(place, end, Ident) || !triggerWords.has(imageAt(place, end + 1))) return undefined;
  const rest = textBetween(place, end + 1, draft.tokens.length);
  if (draft.tokens.some(({ tokenType }) => tokenType === Run || tokenType === LBrace)) return undefined;
  const text = `${rest} run ${textBetween(place, 0, end + 1)}`;
  return { kind: "one", from: 0, to: draft.tokens.length, text, safe: false };
};

/** `run f in Europe/Berlin`, `run f except sunday`: a clause of the trigger behind the task. */
export const clauseBehindRun: Habit = (place) => {
  const { draft } = place;
  const run = draft.tokens.findIndex(({ tokenType }) => tokenType === Run);
  const clause = clauseAt(place);
  if (run < 1 || clause === undefined || clause.from < run + 2 || !triggerWords.has(wordAt(place, 0))) return undefined;
  const end = policyFrom(place, clause.from + 1);
  const written = textBetween(place, clause.from + clause.drop, end);
  const text = `${clause.word}${written} ${textBetween(place, run, clause.from)}`;
  return { kind: "one", from: run, to: end, text, safe: true };
};

const clauseWords = new Set(["at", "in", "during", "from", "until", "except"]);

/** Where it begins, how many words of it go, and what is put in front. */
function clauseAt(place: Place): { from: number; drop: number; word: string } | undefined {
  const { at } = place;
  const word = wordAt(place, at);
  if (clauseWords.has(word)) return { from: at, drop: 0, word: "" };
  // Behind a task `on` begins a hook, until a day follows it.
  if (isAt(place, at - 1, On)) return { from: at - 1, drop: 0, word: "" };
  const isZone = (index: number): boolean => typeAt(place, index)?.CATEGORIES?.includes(Zone) === true;
  if (isZone(at)) return { from: at, drop: 0, word: "in " };
  const isNamed = /^(?:timezone|tz|zone)$/.test(word) && isZone(at + 1);
  return isNamed ? { from: at, drop: 1, word: "in " } : undefined;
}

/** The first word from an index on with which a policy or the block begins. */
function policyFrom(place: Place, index: number): number {
  const { tokens } = place.draft;
  const found = tokens.findIndex((token, i) => i >= index && (token.tokenType === LBrace || startsPolicy(place, i)));
  return found < 0 ? tokens.length : found;
}

function startsPolicy(place: Place, index: number): boolean {
  const word = imageAt(place, index);
  if (word === "on") return hooks.has(imageAt(place, index + 1));
  return policies.has(word) && keywordOf.has(word);
}

const hooks = new Set(["failure", "success", "missed", "duplicate"]);
const policies = new Set(
  "max overlap coalesce grace catch retry timeout jitter spread limit when unless paused priority dst must interrupted id name tags renamed".split(
    " ",
  ),
);
