/** What a habit offers for a mistake. */
import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
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
  /** One reading; `safe` when nobody could have meant another. `as` names a finding that says more than that of habits. */
  | (Change & { readonly kind: "one"; readonly safe: boolean; readonly as?: "zone/offset" })
  /** Several readings, none of which the compiler may choose. */
  | { readonly kind: "several"; readonly from: number; readonly to: number; readonly readings: readonly Change[] };

export type Habit = (place: Place) => Repair | undefined;

/** The text of a change with the blanks it needs: an insertion before a token, at the end of the statement, or a removal. */
export function fixOf(place: Place, change: Change, safe: boolean): Fix {
  const { draft, text: source } = place;
  const { from, to, text } = change;
  const applicability = safe ? "safe" : "unsafe";
  const span = spanBetween(draft, from, to);
  let written = text;
  if (from === to) {
    const atEnd = from >= draft.tokens.length;
    written = atEnd ? ` ${text}` : `${text}${text.endsWith('"') && source.charAt(span.start) === '"' ? "" : " "}`;
    return { title: `insert \`${text}\``, edits: [{ span, text: written }], applicability };
  }
  if (text === "") {
    const title = `remove \`${source.slice(span.start, span.end)}\``;
    return { title, edits: [removal(source, span)], applicability };
  }
  const after = source.charAt(span.end);
  const before = source.charAt(span.start - 1);
  if (wordSign.test(after) && /[\p{L}\p{N}_$]$/u.test(text)) written = `${written} `;
  if (wordSign.test(before) && /^[\p{L}\p{N}_$]/u.test(text)) written = ` ${written}`;
  return { title: `write \`${text}\``, edits: [{ span, text: written }], applicability };
}

/** Takes one of the blanks around along; puts one in where two words would meet. */
function removal(source: string, { start, end }: Span): Edit {
  const before = source.charAt(start - 1);
  const after = source.charAt(end);
  if (before === " " && (after === "" || /\s/.test(after))) return { span: { start: start - 1, end }, text: "" };
  if (after === " " && (before === "" || /\s/.test(before))) return { span: { start, end: end + 1 }, text: "" };
  return { span: { start, end }, text: wordSign.test(before) && wordSign.test(after) ? " " : "" };
}

const wordSign = /[\p{L}\p{N}_$]/u;
