/**
 * A head of days or longer needs a time. What gives one: `at`, or an offset from a clock time. A range alone is
 * `time/range-without-step`, for it has other readings. A `from` with a time of its own is no answer either, only
 * a hint for the fix: it bounds the life of the trigger.
 */
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
