/** Each clause stands once in a trigger. */
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
