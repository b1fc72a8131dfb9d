/** A sentence about days made a step of hours on these days. */
import { clauseOf } from "../check/clauses.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { printDays } from "../format/days.ts";
import type { EveryNode } from "../tree/nodes.ts";
import { replace, unsafe } from "./edits.ts";

/** None where the days could not be kept: under a longer period, or beside another `on`. */
export function stepFix({ head, clauses }: EveryNode): readonly Fix[] {
  if (head.kind === "unit" && head.unit === "day") return [unsafe("make it `every hour`", replace(head.span, "hour"))];
  if (head.kind !== "days" || clauseOf(clauses, "on")) return [];
  const days = printDays(head.days, "plural");
  return [unsafe(`make it \`every hour on ${days}\``, replace(head.span, `hour on ${days}`))];
}
