/**
 * `0-24`: whole hours end with 23. Readers of the range form expect the end to be left out, readers of cron know
 * that it is within, so both readings are offered. Hours above 24 never get here: the parser refuses them.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const timeWholeDayHours: Rule = {
  *file({ parts, text }) {
    for (const range of parts.ranges) {
      if (range.kind !== "hours" || range.to.value !== 24) continue;
      const { from, span } = range;
      const fixes = [`${from.value}-23`, `${from.value}:00-24:00`].map((reading) =>
        unsafe(`write \`${reading}\``, replace(span, reading)),
      );
      yield finding("time/whole-day-hours", span, { written: written(text, span) }, { fixes });
    }
  },
};
