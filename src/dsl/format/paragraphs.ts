/** The order of the items of a job's body, which means nothing and is therefore one. */
import type { Entry, Item } from "./entries.ts";
import { settingRank } from "./policies.ts";

/** Triggers, then the run, then settings and policies, then expectations; undefined for what keeps its place. */
function rank(item: Item): number | undefined {
  switch (item.kind) {
    case "every":
    case "once":
    case "after":
    case "cron":
    case "custom":
      return 0;
    case "run":
      return 1;
    case "useCalendar":
    case "policy":
      return 2 + settingRank(item);
    case "timezone":
      return 2;
    case "expect":
      return 1_000;
    default:
      return undefined;
  }
}

function entryRank(entry: Entry): number | undefined {
  return entry.item && rank(entry.item);
}

/**
 * Orders each paragraph by itself: blank lines, comments that stand alone and what keeps its place part them, so
 * that a heading keeps what it heads.
 */
export function orderParagraphs<T extends Item>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  const ordered: Entry<T>[] = [];
  let paragraph: Entry<T>[] = [];
  const close = (): void => {
    const first = paragraph[0];
    const sorted = paragraph.toSorted((a, b) => (entryRank(a) ?? 0) - (entryRank(b) ?? 0));
    for (const [at, entry] of sorted.entries()) ordered.push({ ...entry, blank: at === 0 && first?.blank === true });
    paragraph = [];
  };
  for (const entry of entries) {
    const fixed = entryRank(entry) === undefined;
    if (entry.blank || fixed) close();
    if (fixed) ordered.push(entry);
    else paragraph.push(entry);
  }
  close();
  return ordered;
}
