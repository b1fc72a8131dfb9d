/** A range of whole hours, `9-17`. */
import { finding } from "../../diagnostics/registry.ts";
import type { Integer, RangeNode } from "../../tree/nodes.ts";
import { longestMonth } from "./date.ts";
import { shortMonth } from "./names.ts";
import type { Report } from "./report.ts";

/**
 * `12-25` is meant as a date by whoever writes it, and the finding says how that is written: with `on`, but for a list of
 * exceptions. 24 is left to the check.
 */
export function hoursNode(from: Integer, to: Integer, preposition: "on " | "", report: Report): RangeNode {
  const span = { start: from.span.start, end: to.span.end };
  if (from.value > 24 || to.value > 24) {
    const isDate = from.value >= 1 && from.value <= 12 && to.value >= 1 && to.value <= longestMonth(from.value);
    const text = `${preposition}${shortMonth(from.value)} ${to.value}`;
    report(
      finding(
        "syntax/hour-range",
        span,
        { written: `${from.value}-${to.value}` },
        {
          fixes: isDate
            ? [{ title: `write the date \`${text}\``, edits: [{ span, text }], applicability: "unsafe" }]
            : [],
        },
      ),
    );
  }
  return { kind: "hours", from, to, span };
}
