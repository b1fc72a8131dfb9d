/**
 * `1st monday before the 15th`, `last monday after the 15th`: behind a day one counts forward, before it backward.
 * Each half of the phrase points to another day, so both are offered.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printNth } from "../../format/days.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayWrongSide: Rule = {
  *file({ parts, text }) {
    for (const node of parts.nths) {
      const { nth, rel, span } = node;
      if (!rel || rel.side === (nth > 0 ? "after" : "before")) continue;
      const other = rel.side === "after" ? "before" : "after";
      const readings = [printNth({ ...node, nth: -nth }), printNth({ ...node, rel: { ...rel, side: other } })];
      const fixes = readings.map((reading) => unsafe(`write \`${reading}\``, replace(span, reading)));
      const counts = nth > 0 ? "forward" : "from the end";
      yield finding("day/wrong-side", span, { written: written(text, span), counts, side: rel.side }, { fixes });
    }
  },
};
