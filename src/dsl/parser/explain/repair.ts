/** What a habit offers for a mistake. */
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { Followed } from "../grammar/follow.ts";
import type { StatementRule } from "../productions/base.ts";
import { type Draft, spanBetween } from "./draft.ts";

/** Where a statement breaks. */
export interface Place {
  readonly text: string;
  readonly rule: StatementRule;
  readonly draft: Draft;
  /** The index of the token that cannot stand where it stands. */
  readonly at: number;
  readonly followed: Followed;
}

/** Other text for some tokens. It is offered only where with it the statement goes on further. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Repair =
  /** One reading; `safe` when nobody could have meant another. */
  | (Change & { readonly kind: "one"; readonly safe: boolean; readonly code?: "syntax/habit" | "syntax/missing-word" })
  /** Several readings, none of which the compiler may choose. */
  | { readonly kind: "several"; readonly from: number; readonly to: number; readonly readings: readonly Change[] };

export type Habit = (place: Place) => Repair | undefined;

/** The text of a change with the blanks it needs: an insertion before a token, at the end of the statement, or a removal. */
export function fixOf(place: Place, change: Change, safe: boolean): Fix {
  const { draft, text: source } = place;
  const { from, to, text } = change;
  const applicability = safe ? "safe" : "unsafe";
  let span = spanBetween(draft, from, to);
  let written = text;
  if (from === to) {
    const atEnd = from >= draft.tokens.length;
    written = atEnd ? ` ${text}` : `${text}${text.endsWith('"') && source.charAt(span.start) === '"' ? "" : " "}`;
    return { title: `insert \`${text}\``, edits: [{ span, text: written }], applicability };
  }
  if (text === "") {
    const before = draft.spans[from - 1];
    const after = draft.spans[to];
    if (before) span = { start: before.end, end: span.end };
    else if (after) span = { start: span.start, end: after.start };
    return {
      title: `remove \`${source.slice(...bounds(spanBetween(draft, from, to)))}\``,
      edits: [{ span, text: "" }],
      applicability,
    };
  }
  const after = source.charAt(span.end);
  const before = source.charAt(span.start - 1);
  if (/[\p{L}\p{N}_$]/u.test(after) && /[\p{L}\p{N}_$]$/u.test(text)) written = `${written} `;
  if (/[\p{L}\p{N}_$]/u.test(before) && /^[\p{L}\p{N}_$]/u.test(text)) written = ` ${written}`;
  return { title: `write \`${text}\``, edits: [{ span, text: written }], applicability };
}

function bounds({ start, end }: { start: number; end: number }): [number, number] {
  return [start, end];
}
