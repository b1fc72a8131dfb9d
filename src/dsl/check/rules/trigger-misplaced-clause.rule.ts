/** Behind `cron` and `custom` stands only what filters. */
import { finding } from "../../diagnostics/registry.ts";
import { type ClauseKind, clausesOf, clauseWords } from "../clauses.ts";
import type { Rule } from "../view.ts";

const filters: ReadonlySet<ClauseKind> = new Set<ClauseKind>(["inZone", "from", "until", "except", "during"]);

export const triggerMisplacedClause: Rule = {
  *trigger({ trigger }) {
    if (trigger.kind !== "cron" && trigger.kind !== "custom") return;
    for (const { kind, span } of clausesOf(trigger)) {
      if (filters.has(kind)) continue;
      yield finding("trigger/misplaced-clause", span, { clause: clauseWords[kind], trigger: trigger.kind });
    }
  },
};
