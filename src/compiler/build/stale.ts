/** A stale module as a finding whose fix is the difference. */
import { structuredPatch } from "diff";
import { type Edit, type Finding, type Fix, finding } from "../../dsl/index.ts";

/** `now` is what stands there, `wanted` what a build would write. */
export function staleFinding(module: string, source: string, now: string, wanted: string): Finding {
  const fix: Fix = { title: "what a build would write", applicability: "safe", edits: difference(now, wanted) };
  return finding("build/stale", firstLine(now), { module, source }, { fixes: [fix] });
}

/** Where a finding about a whole module points: its banner. */
export function firstLine(text: string): { start: number; end: number } {
  const end = text.indexOf("\n");
  return { start: 0, end: end < 0 ? text.length : end };
}

/** Edits that turn one text into the other, line by line. */
function difference(before: string, after: string): Edit[] {
  const starts = [0];
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) starts.push(at + 1);
  const offset = (line: number): number => starts[line] ?? before.length;
  const lines = after.split(/(?<=\n)/);
  return structuredPatch("", "", before, after, "", "", { context: 0 }).hunks.map((hunk) => {
    const from = hunk.oldStart - 1;
    const fresh = hunk.newStart - 1;
    return {
      span: { start: offset(from), end: offset(from + hunk.oldLines) },
      text: lines.slice(fresh, fresh + hunk.newLines).join(""),
    };
  });
}
