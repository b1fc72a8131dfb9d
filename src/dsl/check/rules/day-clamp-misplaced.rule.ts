/** `or last day` behind days that are not numbered. */
import { finding } from "../../diagnostics/registry.ts";
import { remove, unsafe } from "../../fix/edits.ts";
import type { Nth, OnClause } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayClampMisplaced: Rule = {
  *every({ trigger, of }) {
    const on = clauseOf(trigger.clauses, "on");
    if (on?.adjust?.kind !== "clamp") return;
    const { text } = of.in;
    const misfit = misfitOf(on);
    if (!misfit) return;
    const fixes = [unsafe("leave out `or last day`", remove(text, on.adjust.span))];
    yield finding("day/clamp-misplaced", on.adjust.span, { written: written(text, misfit) }, { fixes });
  },
};

/** The first choice that has no number for a month to lack. */
function misfitOf({ what, span, adjust }: OnClause) {
  if (what.kind === "nth") return what.nths.find((nth) => !isNumbered(nth))?.span;
  return { start: span.start, end: (adjust?.span.start ?? span.end + 1) - 1 };
}

function isNumbered({ nth, to, day }: Nth): boolean {
  return day === undefined && to === undefined && nth > 0;
}
