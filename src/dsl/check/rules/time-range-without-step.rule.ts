/**
 * A range under days says between which times, not when. With `at :MM` it names hours, with `at random` it is
 * drawn from, with clock times it filters; alone it has no meaning. The readings offered are the minute and the
 * step, as whoever writes `9-17` mostly means either.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import { stepFix } from "../../fix/step-of-hours.fix.ts";
import { clauseOf, placeFor, written } from "../clauses.ts";
import { countsDays, givesTime } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeRangeWithoutStep: Rule = {
  *every({ trigger, reading, of }) {
    const ranges = clauseOf(trigger.clauses, "ranges");
    if (!countsDays(reading) || !ranges || givesTime(trigger)) return;
    const { text } = of.in;
    const params = { head: written(text, trigger.head.span), range: written(text, ranges.span) };
    const minute = unsafe("add the minute `at :00`", insert(placeFor(trigger, "at"), " at :00"));
    yield finding("time/range-without-step", ranges.span, params, { fixes: [minute, ...stepFix(trigger)] });
  },
};
