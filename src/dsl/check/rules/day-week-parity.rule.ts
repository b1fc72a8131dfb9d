/**
 * Even and odd weeks lose their rhythm at the new year. Only a warning: where two parties agreed on numbers of
 * weeks, it is what they want.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clauseOf } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayWeekParity: Rule = {
  *every({ trigger }) {
    const weeks = clauseOf(trigger.clauses, "inWeeks");
    if (weeks) yield finding("day/week-parity", weeks.span, { parity: weeks.parity });
  },
};
