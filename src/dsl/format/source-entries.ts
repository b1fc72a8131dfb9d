/** The surroundings of a tree's nodes as its source has them: comments, blank lines and what is broken. */
import type { Span } from "../source/span.ts";
import type { Comment } from "../tree/nodes.ts";
import { insideBraces } from "./braces.ts";
import type { Entry, Item, Surroundings } from "./entries.ts";
import { countLines, newlines } from "./lines.ts";
import { startingIn } from "./places.ts";
import { type Stretch, stretches } from "./stretches.ts";

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
    return startingIn(errors, { start, end: inside(item)?.start ?? end }).length > 0;
  };

  const entries = <T extends Item>(items: readonly T[], region: Span | undefined): readonly Entry<T>[] => {
    if (!region) return [];
    return gather(stretches(source, comments, items, broken, region), region);
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
        const sameLine = lines === 0;
        if (sameLine && above.length > 0) above.push(`${above.pop()} ${text}`);
        else if (sameLine && last) {
          gathered[gathered.length - 1] = {
            ...last,
            behind: last.behind === undefined ? text : `${last.behind} ${text}`,
          };
        } else {
          if (lines > 1) standAlone();
          if (above.length === 0) blankAbove = lines > 1;
          above.push(sameLine && region.start > 0 ? undocumenting(text) : text);
        }
        continue;
      }
      if (lines > 1) standAlone();
      const blank = above.length > 0 ? blankAbove : lines > 1;
      if (stretch.kind === "verbatim") {
        gathered.push({ above, verbatim: newlines(source.slice(stretch.span.start, stretch.span.end)), blank });
      } else {
        // Documentation and what silences a warning count on the line right above.
        gathered.push({ above: [...hoisted(stretch.item), ...above], item: stretch.item, blank });
      }
      above = [];
    }
    standAlone();
    return gathered.map((entry, at) => (at === 0 ? { ...entry, blank: false } : entry));
  };

  /** Comments among the words of a statement go above it, where they document nothing. */
  const hoisted = (item: Item): readonly string[] => {
    const block = inside(item);
    return startingIn(comments, { start: item.span.start, end: block ? block.start : item.span.end }).map((comment) =>
      undocumenting(commentText(comment)),
    );
  };

  return { entries, inside };
}

function commentText(comment: Comment): string {
  return newlines(comment.text)
    .replaceAll(/[ \t]+$/gm, "")
    .trimEnd();
}

/** A `///` documents where it stands alone on its line; one that comes to do so by being moved must not begin to. */
function undocumenting(comment: string): string {
  return comment.replace(/^\/{3}(?!\/)/, "//");
}
