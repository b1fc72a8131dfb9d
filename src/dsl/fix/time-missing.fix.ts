/** The times that a sentence without one may have meant. */
import { clauseOf, placeFor } from "../check/clauses.ts";
import type { Reading } from "../check/heads.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { EveryNode } from "../tree/nodes.ts";
import { clockText } from "./clock-text.ts";
import { insert, replace, unsafe } from "./edits.ts";

export function timeFixes(every: EveryNode, reading: Reading): readonly Fix[] {
  const at = placeFor(every, "at");
  const add = (time: string): Fix => unsafe(`add \`at ${time}\``, insert(at, ` at ${time}`));
  const from = clauseOf(every.clauses, "from")?.instant;
  if (from?.kind !== "dateTime") return [add("midnight"), add("9:00")];
  const elapsed = reading.kind === "period" && elapsedHours(reading);
  const atFrom = add(clockText(from.seconds));
  return elapsed ? [atFrom, unsafe(`count hours: \`every ${elapsed}\``, replace(every.head.span, elapsed))] : [atFrom];
}

/** Days and weeks as hours; longer periods have no fixed length. */
function elapsedHours({ every, unit }: Extract<Reading, { kind: "period" }>): string | undefined {
  if (unit === "day") return `${every * 24} hours`;
  return unit === "week" ? `${every * 168} hours` : undefined;
}
