/** What holds of every parse, whatever the text. */
import type { Parsed } from "../../src/dsl/index.ts";

/** Says what is wrong with the answer; undefined when it is sound. */
export function unsound(text: string, { file, findings }: Parsed): string | undefined {
  let last = 0;
  for (const { code, message, span, fixes = [] } of findings) {
    if (span.start < last) return `${code} is out of order`;
    last = span.start;
    if (!inside(span, text)) return `${code} points outside of the text`;
    if (leaks(message)) return `${code} says: ${message}`;
    for (const { edits, title } of fixes) {
      if (edits.length === 0 || title.length === 0) return `${code} has an empty fix`;
      if (edits.some((edit) => !inside(edit.span, text))) return `the fix of ${code} edits outside of the text`;
    }
  }
  let end = 0;
  for (const { span, kind } of file.statements) {
    if (!inside(span, text) || span.start < end) return `a ${kind} is misplaced`;
    end = span.end;
  }
  return undefined;
}

function inside({ start, end }: { start: number; end: number }, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** A message speaks of what was written, never of the parser's insides. */
function leaks(message: string): boolean {
  return /\bundefined\b|\bNaN\b|\[object|\b(?:IDENT|WORD|MISCASED|STRAY|NL|EOF)\b/.test(
    message.replace(/`[^`]*`/g, ""),
  );
}
