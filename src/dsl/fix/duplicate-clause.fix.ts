/** Two clauses of one kind made one. */
import { written } from "../check/clauses.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Clause } from "../tree/nodes.ts";
import { insert, remove, safe, unsafe } from "./edits.ts";

export function clauseFixes(text: string, before: Clause, after: Clause): readonly Fix[] {
  const [one, two] = [written(text, before.span), written(text, after.span)];
  const drop = remove(text, after.span);
  if (one === two) return [safe("remove the second", drop)];
  const joined = listOf(before, after) && `${separator(after)}${two.replace(keyword, "")}`;
  return [
    ...(joined ? [unsafe(`join them: \`${one}${joined}\``, insert(before.span.end, joined), drop)] : []),
    unsafe(`keep \`${one}\``, drop),
    unsafe(`keep \`${two}\``, remove(text, before.span)),
  ];
}

/** What a list's second half leaves out. */
const keyword = /^(?:on\s+the|on|at|in|during|except)\s+/;

function separator({ kind }: Clause): string {
  return kind === "during" ? " or " : ", ";
}

/** Whether the two are lists that could be one. */
function listOf(before: Clause, after: Clause): boolean {
  if (before.kind === "at" && after.kind === "at") return !before.random && !after.random;
  if (before.kind === "on" && after.kind === "on") {
    return before.what.kind === after.what.kind && !before.adjust && !after.adjust;
  }
  return ["ranges", "inMonths", "during", "except"].includes(before.kind);
}
