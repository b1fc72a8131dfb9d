/**
 * `every day at :30`: a minute whose hour nothing gives. A range of the sentence's own gives the hours; a window
 * after `during` does not, as under minutes it only filters. Lists that also hold clock times are `time/mixed-at`.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import { stepFix } from "../../fix/step-of-hours.fix.ts";
import { clauseOf, placeFor, written } from "../clauses.ts";
import { countsDays } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeMissingHour: Rule = {
  *every({ trigger, reading, of }) {
    const at = clauseOf(trigger.clauses, "at");
    if (!countsDays(reading) || !at || clauseOf(trigger.clauses, "ranges")) return;
    const minutes = at.items.filter((item) => item.kind === "minute");
    const [first] = minutes;
    if (!first || minutes.length < at.items.length) return;
    const { text } = of.in;
    const once = unsafe(
      `once a day: \`at 0${written(text, first.span)}\``,
      ...minutes.map(({ span }) => insert(span.start, "0")),
    );
    const steps = stepFix(trigger);
    const hours = unsafe("in every hour: add `0-23`", insert(placeFor(trigger, "ranges"), " 0-23"));
    const params = { minute: written(text, first.span), head: written(text, trigger.head.span) };
    yield finding("time/missing-hour", first.span, params, { fixes: [once, ...(steps.length > 0 ? steps : [hours])] });
  },
};
