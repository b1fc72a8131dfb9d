/**
 * What only a store that outlives its process can do. Which store an app will use cannot be seen from here, so it
 * is a note and no warning.
 */
import { finding } from "../../diagnostics/registry.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const policyNeedsDurableStore: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      const durable = policy.policy === "interrupted" || (policy.policy === "catchUp" && policy.mode !== "none");
      if (durable) yield finding("policy/needs-durable-store", policy.span, { setting: written(text, policy.span) });
    }
  },
};
