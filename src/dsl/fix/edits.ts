/** Fixes made of plain edits, and where edits may go. */
import type { Edit, Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";

/** A fix that keeps or restores what was meant. */
export function safe(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits, applicability: "safe" };
}

/** One of several readings, or a change of meaning: for a person to choose. */
export function unsafe(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits, applicability: "unsafe" };
}

export function replace(span: Span, text: string): Edit {
  return { span: { start: span.start, end: span.end }, text };
}

/** Inserts at an offset; the text brings its own blank. */
export function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Removes a place and the blanks before it; its whole line where it stands there alone. */
export function remove(text: string, span: Span): Edit {
  let start = span.start;
  while (start > 0 && isBlank(text[start - 1])) start--;
  let end = span.end;
  const startsLine = start === 0 || text[start - 1] === "\n";
  let after = end;
  while (isBlank(text[after]) || text[after] === "\r") after++;
  if (startsLine && (text[after] === "\n" || after === text.length)) end = Math.min(after + 1, text.length);
  else if (startsLine) start = span.start;
  return { span: { start, end }, text: "" };
}

/** Removes one item of a list together with the separator that joins it: `,`, `and`, `or`. */
export function removeItem(text: string, items: readonly { readonly span: Span }[], index: number): Edit {
  const item = items[index];
  const next = items[index + 1];
  const previous = items[index - 1];
  if (!item) return insert(0, "");
  if (next) return { span: { start: item.span.start, end: next.span.start }, text: "" };
  if (previous) return { span: { start: previous.span.end, end: item.span.end }, text: "" };
  return remove(text, item.span);
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t";
}
