/**
 * `9:00-9:00`: nothing, or a whole day. Holds for ranges of sentences, windows and exceptions alike. `9-9` is one
 * whole hour and fine, `0:00-24:00` the whole day.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clockText } from "../../fix/clock-text.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { written } from "../clauses.ts";
import { secondsPerDay } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeEmptyRange: Rule = {
  *file({ parts, text }) {
    for (const range of parts.ranges) {
      if (range.kind !== "clocks" || range.from.seconds !== range.to.seconds) continue;
      if (range.from.seconds >= secondsPerDay) continue;
      const start = clockText(range.from.seconds);
      const fixes = [unsafe("the whole day: `0:00-24:00`", replace(range.span, "0:00-24:00"))];
      if (range.from.seconds > 0) {
        fixes.push(unsafe(`until the end of the day: \`${start}-24:00\``, replace(range.span, `${start}-24:00`)));
      }
      yield finding("time/empty-range", range.span, { written: written(text, range.span) }, { fixes });
    }
  },
};
