/** A region cut into items, comments, and text that belongs to no item. */
import type { Span } from "../source/span.ts";
import type { Comment } from "../tree/nodes.ts";
import { countLines } from "./lines.ts";
import { startingIn } from "./places.ts";

/** A stretch of a region: an item, a comment, or text that belongs to no item and is kept as written. */
export type Stretch<T> =
  | { readonly kind: "item"; readonly span: Span; readonly item: T }
  | { readonly kind: "comment"; readonly span: Span; readonly comment: Comment }
  | { readonly kind: "verbatim"; readonly span: Span };

/** Items that are not broken, comments outside of items, and what else there is, in order. */
export function stretches<T extends { readonly span: Span }>(
  source: string,
  comments: readonly Comment[],
  items: readonly T[],
  broken: (item: T) => boolean,
  region: Span,
): readonly Stretch<T>[] {
  const found: Stretch<T>[] = [];
  let { start } = region;
  for (const item of items) {
    found.push(...outsideItems<T>(source, comments, { start, end: item.span.start }));
    if (broken(item)) found.push({ kind: "verbatim", span: trimmed(source, item.span) });
    else found.push({ kind: "item", span: item.span, item });
    start = item.span.end;
  }
  return joinBroken(source, [...found, ...outsideItems<T>(source, comments, { start, end: region.end })]);
}

/** The comments of a gap, and from its first to its last character that is in none of them one verbatim stretch. */
function outsideItems<T>(source: string, all: readonly Comment[], gap: Span): readonly Stretch<T>[] {
  const comments = startingIn(all, gap);
  let strange: Span | undefined;
  let at = gap.start;
  for (const end of [...comments.map(({ span }) => span), { start: gap.end, end: gap.end }]) {
    const text = source.slice(at, end.start);
    if (text.trim() !== "") {
      const last = at + text.trimEnd().length;
      strange = { start: strange?.start ?? at + text.length - text.trimStart().length, end: last };
    }
    at = end.end;
  }
  const commented = comments.map((comment): Stretch<T> => ({ kind: "comment", span: comment.span, comment }));
  if (!strange) return commented;
  const { start, end } = strange;
  return [
    ...commented.filter(({ span }) => span.end <= start),
    { kind: "verbatim", span: strange },
    ...commented.filter(({ span }) => span.start >= end),
  ];
}

/** What shares a line with broken text is broken with it, and so is a comment between the two. */
function joinBroken<T>(source: string, found: readonly Stretch<T>[]): readonly Stretch<T>[] {
  const joined: Stretch<T>[] = [];
  for (const stretch of found) {
    const before = stretch.kind === "comment" ? -1 : onSameLine(source, joined, stretch);
    const first = joined[before];
    if (first && (first.kind === "verbatim" || stretch.kind === "verbatim")) {
      joined.splice(before, Infinity, { kind: "verbatim", span: { start: first.span.start, end: stretch.span.end } });
    } else joined.push(stretch);
  }
  return joined;
}

/** The index of what stands before it on its line and is no comment; -1 where nothing does. */
function onSameLine<T>(source: string, before: readonly Stretch<T>[], stretch: Stretch<T>): number {
  let next = stretch;
  for (let at = before.length - 1; at >= 0; at--) {
    const previous = before[at];
    if (!previous || countLines(source, previous.span.end, next.span.start) > 0) return -1;
    if (previous.kind !== "comment") return at;
    next = previous;
  }
  return -1;
}

/** A block that is never closed reaches over the blanks behind it. */
function trimmed(source: string, { start, end }: Span): Span {
  return { start, end: start + source.slice(start, end).trimEnd().length };
}
