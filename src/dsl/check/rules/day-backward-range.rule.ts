/**
 * `20th-5th`: swapped, or over the end of the month? Ranges of weekdays, months and dates of the year wrap without
 * doubt and are fine (`fri-mon`, `nov-feb`); days of the month end with it.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printOrdinal } from "../../format/text.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayBackwardRange: Rule = {
  *file({ parts, text }) {
    for (const { nth, to, span } of parts.nths) {
      if (to === undefined || to >= nth) continue;
      const [from, until] = [printOrdinal(nth), printOrdinal(to)];
      const readings = [`${until}-${from}`, `${printOrdinal(1)}-${until}, ${from}-31st`];
      const fixes = readings.map((reading) => unsafe(`write \`${reading}\``, replace(span, reading)));
      yield finding("day/backward-range", span, { written: written(text, span) }, { fixes });
    }
  },
};
