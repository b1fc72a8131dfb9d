/**
 * Each clause stands once in a trigger; a zone, months and parity after `in` are three. Lists can be joined, but
 * whether they were meant to be added up or to hold at once is for a person; only a mere repetition is mended
 * safely.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clauseFixes } from "../../fix/duplicate-clause.fix.ts";
import type { Clause } from "../../tree/nodes.ts";
import { type ClauseKind, clausesOf, clauseWords } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const triggerDuplicateClause: Rule = {
  *trigger({ trigger, of: { in: view } }) {
    const first = new Map<ClauseKind, Clause>();
    for (const clause of clausesOf(trigger)) {
      const before = first.get(clause.kind);
      if (!before) first.set(clause.kind, clause);
      else {
        yield finding(
          "trigger/duplicate-clause",
          clause.span,
          { clause: clauseWords[clause.kind] },
          {
            related: [{ span: before.span, message: "the first is here" }],
            fixes: clauseFixes(view.text, before, clause),
          },
        );
      }
    }
  },
};
