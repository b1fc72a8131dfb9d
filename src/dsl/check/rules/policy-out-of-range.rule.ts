/**
 * Counts of runs that allow none. `retry 0` is fine: it switches off what a group switches on. Larger numbers have
 * no bound of their own.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { PolicyNode } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const policyOutOfRange: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      const limit = limitOf(policy);
      if (limit) yield finding("policy/out-of-range", policy.span, { written: written(text, policy.span), limit });
    }
  },
};

function limitOf(policy: PolicyNode): string | undefined {
  if (policy.policy === "max" && policy.value.value < 1) return "at least one run must be allowed at a time";
  if (policy.policy === "limit" && policy.runs.value < 1) return "at least one run must be allowed in all";
  if (policy.policy === "overlap" && policy.upTo && policy.upTo.value < 1) return "a queue holds at least one fire";
  return undefined;
}
