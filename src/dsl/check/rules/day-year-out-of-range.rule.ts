/** Years in which fire times are not exact. */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

const first = 1900;
const last = 2400;

export const dayYearOutOfRange: Rule = {
  *file({ parts }) {
    for (const { year, span } of parts.dates) {
      if (year < first || year > last) yield finding("day/year-out-of-range", span, { year });
    }
  },
};
