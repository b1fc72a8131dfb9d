/**
 * What a block or a file is printed from: its items with the comments and blank lines around them.
 *
 * Where a tree has a source behind it, `source-entries.ts` makes the entries; a bare tree has items alone.
 */

import type { Span } from "../source/span.ts";
import type { BodyItem, CalendarEntry, Setting, TopStatement } from "../tree/nodes.ts";

export type Item = TopStatement | BodyItem | Setting | CalendarEntry;

export interface Entry<T extends Item = Item> {
  /** Comments on the lines above, without their indentation. */
  readonly above: readonly string[];
  /** Absent where comments stand for themselves. */
  readonly item?: T;
  /** What was broken is kept as written, in place of the item. */
  readonly verbatim?: string;
  /** Comments behind it on its last line, joined by spaces. */
  readonly behind?: string;
  /** A blank line stands before it. */
  readonly blank: boolean;
}

/** Knows what stands around the nodes of one text. */
export interface Surroundings {
  /** The entries of a list of items that fill the region. */
  readonly entries: <T extends Item>(items: readonly T[], region: Span | undefined) => readonly Entry<T>[];
  /** What stands between the braces of a statement; undefined where it has none, or no text behind it. */
  readonly inside: (statement: Item) => Span | undefined;
}

/** A tree by itself: no comments, no blank lines, nothing broken. */
export const bare: Surroundings = {
  entries: (items) => items.map((item) => ({ above: [], item, blank: false })),
  inside: () => undefined,
};
