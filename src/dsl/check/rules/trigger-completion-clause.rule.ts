/**
 * `after completion` leaves no time to choose: neither a clock time nor a day to lead from. Ranges, windows, days
 * and exceptions may stand there, for they only hold the next run back.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, unsafe } from "../../fix/edits.ts";
import { clauseWords, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const triggerCompletionClause: Rule = {
  *every({ trigger, reading, of: { in: view } }) {
    if (reading.kind !== "completion") return;
    for (const clause of trigger.clauses) {
      if (clause.kind !== "at" && clause.kind !== "offset") continue;
      const fixes = [unsafe(`leave out \`${written(view.text, clause.span)}\``, remove(view.text, clause.span))];
      yield finding("trigger/completion-clause", clause.span, { clause: clauseWords[clause.kind] }, { fixes });
    }
  },
};
