/** The starts that a step without one may have meant. */
import { placeFor } from "../check/clauses.ts";
import { secondsPerDay } from "../check/heads.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { EveryNode } from "../tree/nodes.ts";
import { insert, replace, unsafe } from "./edits.ts";
import { sampleDate } from "./sample-dates.ts";

export function anchorFixes(every: EveryNode, seconds: number): readonly Fix[] {
  const { end } = every.head.span;
  const from = `from ${sampleDate}T00:00`;
  const days = seconds / secondsPerDay;
  const window =
    days < 1 ? [unsafe("count anew each day: add `0:00-24:00`", insert(placeFor(every, "ranges"), " 0:00-24:00"))] : [];
  // A minute of the hour goes with the clock of a day alone.
  if (every.clauses.some(({ kind }) => kind === "at")) return window;
  return [
    ...(days === 1 ? [unsafe("once a day: `every day at midnight`", ...daily(every))] : []),
    unsafe(`count elapsed time: add \`${from}\``, insert(placeFor(every, "from"), ` ${from}`)),
    ...window,
    unsafe("count from the end of each run: add `after completion`", insert(end, " after completion")),
  ];
}

function daily(every: EveryNode): Fix["edits"] {
  return [replace(every.head.span, "day"), insert(placeFor(every, "at"), " at midnight")];
}
