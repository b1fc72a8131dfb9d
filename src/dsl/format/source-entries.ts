/** The surroundings of a tree's nodes as its source has them: comments, blank lines and what is broken. */
import type { Span } from "../source/span.ts";
import type { Comment } from "../tree/nodes.ts";
import { insideBraces } from "./braces.ts";
import type { Entry, Item, Surroundings } from "./entries.ts";
import { startingIn } from "./places.ts";

/** A stretch of a region: an item, a comment, or text that belongs to no item and is kept as written. */
type Stretch<T> =
  | { readonly kind: "item"; readonly span: Span; readonly item: T }
  | { readonly kind: "comment"; readonly span: Span; readonly comment: Comment }
  | { readonly kind: "verbatim"; readonly span: Span };

/** Comments and errors are in order of their places. */
export function createSurroundings(
  source: string,
  comments: readonly Comment[],
  errors: readonly { readonly span: Span }[],
): Surroundings {
  const inside = (statement: Item): Span | undefined => insideBraces(statement, source, comments);

  /** An error in a statement's head, or anywhere in one without a block, leaves the statement as it is. */
  const broken = (item: Item): boolean => {
    const { start, end } = item.span;
    const block = inside(item);
    if (block) return startingIn(errors, { start, end: block.start }).length > 0;
    return startingIn(errors, { start, end: end + 1 }).length > 0;
  };

  const entries = <T extends Item>(items: readonly T[], region: Span | undefined): readonly Entry<T>[] => {
    if (!region) return [];
    const marked = items.map(
      (item): Stretch<T> => ({ kind: broken(item) ? "verbatim" : "item", span: item.span, item }),
    );
    return gather(joinBroken(source, stretches(source, comments, marked, region)), region);
  };

  const gather = <T extends Item>(found: readonly Stretch<T>[], region: Span): readonly Entry<T>[] => {
    const gathered: Entry<T>[] = [];
    let above: string[] = [];
    let blankAbove = false;
    let previous = region.start;
    const standAlone = (): void => {
      if (above.length > 0) gathered.push({ above, blank: blankAbove });
      above = [];
    };
    for (const stretch of found) {
      const lines = countLines(source, previous, stretch.span.start);
      const last = gathered.at(-1);
      previous = stretch.span.end;
      if (stretch.kind === "comment") {
        const text = commentText(stretch.comment);
        if (lines === 0 && above.length > 0) above.push(`${above.pop()} ${text}`);
        else if (lines === 0 && last) {
          gathered[gathered.length - 1] = {
            ...last,
            behind: last.behind === undefined ? text : `${last.behind} ${text}`,
          };
        } else {
          if (lines > 1) standAlone();
          if (above.length === 0) blankAbove = lines > 1;
          above.push(text);
        }
        continue;
      }
      if (lines > 1) standAlone();
      const blank = above.length > 0 ? blankAbove : lines > 1;
      if (stretch.kind === "verbatim") {
        gathered.push({ above, verbatim: newlines(source.slice(stretch.span.start, stretch.span.end)), blank });
      } else {
        gathered.push({ above: withHoisted(above, hoisted(stretch.item)), item: stretch.item, blank });
      }
      above = [];
    }
    standAlone();
    return gathered;
  };

  /** Comments among the words of a statement go above it, where they document nothing. */
  const hoisted = (item: Item): readonly string[] => {
    const block = inside(item);
    return startingIn(comments, { start: item.span.start, end: block ? block.start : item.span.end }).map((comment) =>
      commentText(comment).replace(/^\/{3,}/, "//"),
    );
  };

  return { entries, inside };
}

/** Items with what lies between them, in order. */
function stretches<T>(
  source: string,
  comments: readonly Comment[],
  items: readonly Stretch<T>[],
  region: Span,
): readonly Stretch<T>[] {
  const found: Stretch<T>[] = [];
  let start = region.start;
  for (const item of [...items, undefined]) {
    const gap = { start, end: item ? item.span.start : region.end };
    found.push(...outsideItems<T>(source, startingIn(comments, gap), gap));
    if (item) found.push(item);
    start = Math.max(start, item?.span.end ?? region.end);
  }
  return found;
}

/** The comments of a gap, and from its first to its last character that is in none of them one verbatim stretch. */
function outsideItems<T>(source: string, comments: readonly Comment[], gap: Span): readonly Stretch<T>[] {
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

/** What shares a line with broken text is broken with it. */
function joinBroken<T>(source: string, found: readonly Stretch<T>[]): readonly Stretch<T>[] {
  const joined: Stretch<T>[] = [];
  for (const stretch of found) {
    const last = joined.at(-1);
    const broken = stretch.kind === "verbatim" || last?.kind === "verbatim";
    if (last && broken && last.kind !== "comment" && stretch.kind !== "comment" && sameLine(source, last, stretch)) {
      joined[joined.length - 1] = { kind: "verbatim", span: { start: last.span.start, end: stretch.span.end } };
    } else joined.push(stretch);
  }
  return joined;
}

function sameLine(source: string, first: { readonly span: Span }, second: { readonly span: Span }): boolean {
  return countLines(source, first.span.end, second.span.start) === 0;
}

function countLines(source: string, start: number, end: number): number {
  return source.slice(start, end).match(/\r\n|[\r\n]/g)?.length ?? 0;
}

function newlines(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

function commentText(comment: Comment): string {
  return newlines(comment.text).replaceAll(/[ \t]+$/gm, "");
}

/** Documentation stays right above what it documents. */
function withHoisted(above: readonly string[], inner: readonly string[]): readonly string[] {
  if (inner.length === 0) return above;
  const docs = above.findIndex((comment) => comment.startsWith("///"));
  return docs < 0 ? [...above, ...inner] : above.toSpliced(docs, 0, ...inner);
}
