/** Fixes carried out on a text. */
import type { Edit, Fix } from "../diagnostics/diagnostic.ts";

/** The text with every edit made. Edits speak of the text as given and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted(inOrder)) {
    parts.push(text.slice(at, edit.span.start), edit.text);
    at = Math.max(at, edit.span.end);
  }
  return parts.join("") + text.slice(at);
}

export interface Mended {
  readonly text: string;
  readonly applied: number;
}

/**
 * The text with the safe fix of every finding applied. Where two touch each other the later one waits: checking the
 * result brings it again.
 */
export function applySafeFixes(text: string, findings: readonly { readonly fixes?: readonly Fix[] }[]): Mended {
  const chosen: Edit[] = [];
  let applied = 0;
  for (const { fixes = [] } of findings) {
    const fix = fixes.find(({ applicability }) => applicability === "safe");
    if (!fix || fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) continue;
    chosen.push(...fix.edits);
    applied++;
  }
  return { text: applyEdits(text, chosen), applied };
}

function inOrder(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function touch(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
