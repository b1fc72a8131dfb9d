/**
 * `at random` draws from a range: one of the sentence's own, or the ranges of a window. A whole day is a range
 * like any other, but one that has to be written.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import { clauseOf, placeFor } from "../clauses.ts";
import { countsDays, hasWindow } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeRandomNeedsRange: Rule = {
  *every({ trigger, reading }) {
    const at = clauseOf(trigger.clauses, "at");
    if (!at?.random || !countsDays(reading) || hasWindow(trigger)) return;
    const place = placeFor(trigger, "ranges");
    const fixes = ["0:00-24:00", "9:00-17:00"].map((range) => unsafe(`add \`${range}\``, insert(place, ` ${range}`)));
    yield finding("time/random-needs-range", at.span, {}, { fixes });
  },
};
