/** A word put in or left out: offered where it alone makes the statement whole. */
import type { TokenType } from "chevrotain";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { Custom, Except, spellings, Unit } from "../../lexer/keywords.ts";
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
  if (followed.expected.has(Unit) && isWhole(followWith(followed, Unit, rest), rest.length)) {
    return lengthUnits.map((text) => fixOf(place, { from: at, to: at, text }, false));
  }
  if (at === 0 || at >= draft.tokens.length || saysSomething(place)) return [];
  const tokens = [...draft.tokens.slice(0, at), ...draft.tokens.slice(at + 1)];
  const isRemovable = isWhole(follow(place.rule, tokens), tokens.length);
  return isRemovable ? [fixOf(place, { from: at, to: at + 1, text: "" }, false)] : [];
}

/** What a number without a unit is elsewhere. */
const lengthUnits = ["seconds", "minutes"];

/** Whether the token that cannot stand has a meaning, which would go with it. A sign has none, nor a word said twice. */
function saysSomething({ draft, at }: Place): boolean {
  const { image = "" } = draft.tokens[at] ?? {};
  const isWord = /[\p{L}\p{N}]/u.test(image);
  return isWord && !draft.tokens.slice(0, at).some((token) => token.image === image);
}

function isWhole({ reached, mayEnd }: Followed, length: number): boolean {
  return reached === length && mayEnd;
}
