/** A head of days or longer needs a time. */
import { finding } from "../../diagnostics/registry.ts";
import { timeFixes } from "../../fix/time-missing.fix.ts";
import { clauseOf, written } from "../clauses.ts";
import { countsDays, givesTime } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeMissing: Rule = {
  *every({ trigger, reading, of }) {
    if (!countsDays(reading) || givesTime(trigger) || clauseOf(trigger.clauses, "ranges")) return;
    const head = written(of.in.text, trigger.head.span);
    yield finding("time/missing", trigger.head.span, { head }, { fixes: timeFixes(trigger, reading) });
  },
};
