/**
 * `or last day` behind days that are not numbered. It belongs to the whole clause, so one day without a number
 * spoils it: the others cannot have it for themselves.
 */
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
    const chosen = text.slice(on.span.start, on.adjust.span.start).replace(/\s+or\s*$/, "");
    const end = on.span.start + chosen.length;
    const misfit = misfitOf(on, end);
    if (!misfit) return;
    const fixes = [unsafe("leave out `or last day`", remove(text, { start: end, end: on.adjust.span.end }))];
    yield finding("day/clamp-misplaced", on.adjust.span, { written: written(text, misfit) }, { fixes });
  },
};

/** The first choice that has no number for a month to lack. */
function misfitOf({ what, span }: OnClause, end: number) {
  return what.kind === "nth" ? what.nths.find((nth) => !isNumbered(nth))?.span : { start: span.start, end };
}

function isNumbered({ nth, to, day }: Nth): boolean {
  return day === undefined && to === undefined && nth > 0;
}
