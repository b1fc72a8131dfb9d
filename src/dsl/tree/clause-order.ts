/** The order in which clauses stand, for all who print or place one. */
import type { Clause } from "./nodes.ts";

/** The canonical order of clauses behind the head: the formatter prints it, fixes insert by it. */
export const clauseOrder: readonly Clause["kind"][] = [
  "on",
  "offset",
  "ranges",
  "inMonths",
  "inWeeks",
  "during",
  "at",
  "except",
  "from",
  "until",
  "inZone",
];
