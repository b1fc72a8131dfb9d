/**
 * `at :30` under a step that gives the minutes itself: of minutes or seconds, or elapsed from a start. Steps of
 * whole hours on the clock take it: `every 2 hours at :30`. What follows `after completion` is
 * `trigger/completion-clause`.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, replace, unsafe } from "../../fix/edits.ts";
import { clauseOf, written } from "../clauses.ts";
import { isElapsed } from "../heads.ts";
import { datesOf } from "../templates.ts";
import type { Rule } from "../view.ts";

export const timeMinuteUnderStep: Rule = {
  *every({ trigger, reading, of }) {
    const at = clauseOf(trigger.clauses, "at");
    const minute = at?.items.find((item) => item.kind === "minute");
    if (reading.kind !== "step" || !at || !minute || at.items.some((item) => item.kind === "clock")) return;
    if (reading.seconds % 3600 === 0 && !isElapsed(trigger, datesOf(of.place))) return;
    const { text } = of.in;
    const [head, mark] = [written(text, trigger.head.span), written(text, minute.span)];
    const fixes = [
      unsafe(`once an hour: \`every hour at ${mark}\``, replace(trigger.head.span, "hour")),
      unsafe(`leave out \`${written(text, at.span)}\``, remove(text, at.span)),
    ];
    yield finding("time/minute-under-step", at.span, { minute: mark, head }, { fixes });
  },
};
