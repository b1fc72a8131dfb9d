/** The days that a sentence without one may have meant. */
import { clauseOf, placeFor } from "../check/clauses.ts";
import type { PeriodUnit } from "../check/heads.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { EveryNode } from "../tree/nodes.ts";
import { insert, unsafe } from "./edits.ts";

const choices: Readonly<Record<PeriodUnit, readonly string[]>> = {
  day: [],
  week: ["on monday"],
  month: ["on the 1st", "on the last day"],
  quarter: ["on the 1st", "on the last day"],
  year: ["on jan 1", "on dec 31"],
};

export function dayFixes(every: EveryNode, unit: PeriodUnit): readonly Fix[] {
  // In named months a year's day is counted in each of them.
  const months = unit === "year" && clauseOf(every.clauses, "inMonths") !== undefined;
  const place = placeFor(every, "on");
  return choices[months ? "month" : unit].map((day) => unsafe(`add \`${day}\``, insert(place, ` ${day}`)));
}
