/**
 * Lengths in policies are elapsed time, and more than none where none would forbid every run. A day is 24 hours
 * here, a week seven of them; longer units have no fixed length.
 */
import { finding } from "../../diagnostics/registry.ts";
import { written } from "../clauses.ts";
import { elapsedLength } from "../heads.ts";
import { lengthsOf } from "../policy-lengths.ts";
import type { Rule } from "../view.ts";

export const policyLengths: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      for (const { count, setting, zero } of lengthsOf(policy)) {
        const seconds = elapsedLength(count);
        const length = written(text, count.span);
        if (seconds === undefined) yield finding("policy/no-fixed-length", count.span, { written: length });
        else if (seconds === 0 && zero) yield finding("policy/zero-length", count.span, { setting, effect: zero });
        else if (seconds < 2 && (policy.policy === "jitter" || policy.policy === "spread")) {
          yield finding("policy/delay-too-short", policy.span, { setting, length });
        }
      }
    }
  },
};
