/**
 * Years in which fire times are not exact. Holds for every date of the file, bounds and exceptions too, so that no
 * date is ever silently taken for one within.
 */
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
