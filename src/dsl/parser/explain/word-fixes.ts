/** A word put in or left out: offered where it alone makes the statement whole. */
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { spellings } from "../../lexer/keywords.ts";
import { follow } from "../grammar/follow.ts";
import { replaced } from "./draft.ts";
import { type Change, fixOf, type Place } from "./repair.ts";

/** Past this many tokens nothing is tried. */
const longest = 80;

export function wordFixes(place: Place): readonly Fix[] {
  const { draft, at, followed } = place;
  if (draft.tokens.length > longest) return [];
  const inserted = [...followed.expected]
    .flatMap((type) => spellings.get(type)?.slice(0, 1) ?? [])
    .map((text): Change => ({ from: at, to: at, text }))
    .filter((change) => makesWhole(place, change));
  if (inserted.length === 1) return inserted.map((change) => fixOf(place, change, false));
  const removed: Change = { from: at, to: at + 1, text: "" };
  return at > 0 && at < draft.tokens.length && makesWhole(place, removed) ? [fixOf(place, removed, false)] : [];
}

function makesWhole({ rule, draft }: Place, { from, to, text }: Change): boolean {
  if (draft.mended[from]) return false;
  const { tokens } = replaced(draft, from, to, text);
  const after = follow(rule, tokens);
  return after.reached === tokens.length && after.mayEnd;
}
