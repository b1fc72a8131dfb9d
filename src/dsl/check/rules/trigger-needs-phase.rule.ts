/**
 * `every 2 weeks` of which pair? Any date of the first period answers it, also a template's. Months that divide
 * the year count from January; a single period needs no count at all.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, replace, unsafe } from "../../fix/edits.ts";
import { samplePhase } from "../../fix/sample-dates.ts";
import { clauseOf, placeFor, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

/** Months that divide the year count from January. */
const aligned: ReadonlySet<number> = new Set([2, 3, 4, 6]);

export const triggerNeedsPhase: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "period" || reading.every < 2 || clauseOf(trigger.clauses, "from")) return;
    if (reading.unit === "month" && aligned.has(reading.every)) return;
    const head = written(of.in.text, trigger.head.span);
    const from = `from ${samplePhase}`;
    const fixes = [
      unsafe(`add \`${from}\``, insert(placeFor(trigger, "from"), ` ${from}`)),
      ...(reading.unit === "month" && reading.every === 12
        ? [unsafe("make it `every year`", replace(trigger.head.span, "year"))]
        : []),
    ];
    yield finding("trigger/needs-phase", trigger.head.span, { head }, { fixes });
  },
};
