/** A fix as the lines it takes away and the lines it puts there. */
import { structuredPatch } from "diff";
import type { Fix } from "../../dsl/index.ts";
import { showLine } from "./cells.ts";
import type { LineMap } from "./line-map.ts";
import type { Style } from "./style.ts";

/** Longer fixes are cut: they are to be read, not applied by hand. */
const longest = 12;

interface Change {
  readonly sign: "-" | "+";
  readonly line: number;
  readonly content: string;
}

/** Lines with `-` and `+`, numbered like the source; nothing where the fix changes nothing. */
export function fixDiff(fix: Fix, text: string, map: LineMap, width: number, style: Style): string[] {
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const [first] = edits;
  if (!first) return [];
  // Only the lines around the edits are compared, however long the file.
  const firstLine = map.position(first.span.start).line;
  const from = map.start(firstLine);
  const to = map.start(map.position(Math.max(...edits.map((edit) => edit.span.end))).line + 1);
  const before = text.slice(from, to);
  const changes = changesOf(before, applyWithin(before, from, edits), firstLine - 1);
  const digits = Math.max(...changes.map(({ line }) => String(line).length));
  const focus = commonPrefix(changes);
  const rows = changes.slice(0, longest).map(({ sign, line, content }) => {
    const shown = showLine(content, focus, focus, width - digits - 3).text.trimEnd();
    return `${style.faint(String(line).padStart(digits))} ${(sign === "+" ? style.added : style.removed)(`${sign} ${shown}`.trimEnd())}`;
  });
  return changes.length > longest ? [...rows, style.faint(`… ${changes.length - longest} more lines`)] : rows;
}

function applyWithin(text: string, offset: number, edits: Fix["edits"]): string {
  let out = "";
  let at = 0;
  for (const { span, text: replacement } of edits) {
    out += text.slice(at, span.start - offset) + replacement;
    at = span.end - offset;
  }
  return out + text.slice(at);
}

function changesOf(before: string, after: string, offset: number): Change[] {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 0 });
  return hunks.flatMap((hunk) => {
    let old = hunk.oldStart + offset;
    let fresh = hunk.newStart + offset;
    return hunk.lines.flatMap((line): Change[] => {
      const content = line.slice(1).replace(/\r$/, "");
      if (line.startsWith("-")) return [{ sign: "-", line: old++, content }];
      return line.startsWith("+") ? [{ sign: "+", line: fresh++, content }] : [];
    });
  });
}

/** Where the first line taken away and the first put there begin to differ. */
function commonPrefix(changes: readonly Change[]): number {
  const old = changes.find(({ sign }) => sign === "-")?.content ?? "";
  const fresh = changes.find(({ sign }) => sign === "+")?.content ?? "";
  let at = 0;
  while (at < old.length && old[at] === fresh[at]) at++;
  return at;
}
