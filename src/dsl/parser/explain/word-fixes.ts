/** A word put in or left out: offered where it alone makes the statement whole. */
import type { TokenType } from "chevrotain";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { Custom, Except, spellings } from "../../lexer/keywords.ts";
import { type Followed, follow, followWith } from "../grammar/follow.ts";
import { fixOf, type Place } from "./repair.ts";

/** Past this many tokens nothing is tried. */
const longest = 80;

/** `custom` would make a trigger of any word at all; `except` would turn what is meant into its opposite. */
const untold: ReadonlySet<TokenType> = new Set([Custom, Except]);

export function wordFixes(place: Place): readonly Fix[] {
  const { draft, at, followed } = place;
  if (draft.tokens.length > longest || draft.mended[at]) return [];
  const rest = draft.tokens.slice(at);
  const inserted = [...followed.expected].flatMap((type) => {
    const text = untold.has(type) ? undefined : spellings.get(type)?.[0];
    return text !== undefined && isWhole(followWith(followed, type, rest), rest.length) ? [text] : [];
  });
  const [only] = inserted;
  if (inserted.length === 1 && only) return [fixOf(place, { from: at, to: at, text: only }, false)];
  if (at === 0 || at >= draft.tokens.length) return [];
  const tokens = [...draft.tokens.slice(0, at), ...draft.tokens.slice(at + 1)];
  const isRemovable = isWhole(follow(place.rule, tokens), tokens.length);
  return isRemovable ? [fixOf(place, { from: at, to: at + 1, text: "" }, false)] : [];
}

function isWhole({ reached, mayEnd }: Followed, length: number): boolean {
  return reached === length && mayEnd;
}
