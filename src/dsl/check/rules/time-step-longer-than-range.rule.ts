/**
 * A step that leaves its range at once, so that it never takes a second one there. Each range is held against the
 * step by itself; named windows are left alone, for they may serve several steps.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { RangeNode } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { secondsPerDay } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeStepLongerThanRange: Rule = {
  *every({ trigger, reading, of }) {
    if (reading.kind !== "step") return;
    for (const range of clauseOf(trigger.clauses, "ranges")?.ranges ?? []) {
      const length = rangeLength(range);
      // Nothing at all is another finding.
      if (reading.seconds <= length || length === 0) continue;
      const { text } = of.in;
      const params = { head: written(text, trigger.head.span), range: written(text, range.span) };
      yield finding("time/step-longer-than-range", range.span, params);
    }
  },
};

/** Seconds from the first instant of a range to its last. */
function rangeLength(range: RangeNode): number {
  const [from, to] =
    range.kind === "hours"
      ? [range.from.value * 3600, range.to.value * 3600 + 3599]
      : [range.from.seconds, range.to.seconds === 0 ? secondsPerDay : range.to.seconds];
  return to >= from ? to - from : to + secondsPerDay - from;
}
