/**
 * A week or longer needs its day: `on`, or an offset that leads from one. The weekday of `from` is never taken for
 * it, as it only says which week is the first. Months (`in march`) limit and choose no day.
 */
import { finding } from "../../diagnostics/registry.ts";
import { dayFixes } from "../../fix/day-missing.fix.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayMissing: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "period" || reading.unit === "day") return;
    if (clauseOf(trigger.clauses, "on") || clauseOf(trigger.clauses, "offset")?.of.kind === "nth") return;
    const head = written(of.in.text, trigger.head.span);
    yield finding("day/missing", trigger.head.span, { head }, { fixes: dayFixes(trigger, reading.unit) });
  },
};
