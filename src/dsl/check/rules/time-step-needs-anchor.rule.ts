/** A step that fits no day needs a start that is written. */
import { finding } from "../../diagnostics/registry.ts";
import { anchorFixes } from "../../fix/step-needs-anchor.fix.ts";
import { clauseOf, written } from "../clauses.ts";
import { dividesDay, hasWindow } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeStepNeedsAnchor: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "step" || !Number.isInteger(reading.seconds) || reading.seconds === 0) return;
    if (dividesDay(reading.seconds) || hasWindow(trigger) || clauseOf(trigger.clauses, "from")) return;
    const step = written(of.in.text, trigger.head.span);
    const fixes = anchorFixes(trigger, reading.seconds);
    yield finding("time/step-needs-anchor", trigger.head.span, { step }, { fixes });
  },
};
