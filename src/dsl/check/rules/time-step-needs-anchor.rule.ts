/**
 * A step that fits no day needs a start that is written: a window, whose starts it counts from, or `from`. A day
 * itself and anything longer fits no day either, since a grid of one point is a time of day. Steps that divide the
 * day count from midnight.
 */
import { finding } from "../../diagnostics/registry.ts";
import { anchorFixes } from "../../fix/step-needs-anchor.fix.ts";
import { clauseOf, written } from "../clauses.ts";
import { dividesDay, hasWindow } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeStepNeedsAnchor: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "step" || !Number.isInteger(reading.seconds) || reading.seconds === 0) return;
    if (dividesDay(reading.seconds) || hasWindow(trigger) || clauseOf(trigger.clauses, "from")) return;
    // A step of minutes with any `at`, and any step with a clock time, has another mistake first.
    const at = clauseOf(trigger.clauses, "at");
    if (at && (reading.seconds % 3600 !== 0 || !at.items.every(({ kind }) => kind === "minute") || at.random)) return;
    const step = written(of.in.text, trigger.head.span);
    const fixes = anchorFixes(trigger, reading.seconds);
    yield finding("time/step-needs-anchor", trigger.head.span, { step }, { fixes });
  },
};
