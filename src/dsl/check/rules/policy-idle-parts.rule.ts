/**
 * Parts of a policy that have nothing to limit: `overlap skip up to 3`, `catch up none within 1h`. Each could be a
 * slip in either half, so every reading is offered.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const policyIdleParts: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      const source = written(text, policy.span);
      if (policy.policy === "overlap" && policy.upTo && policy.mode !== "queue") {
        const fixes = [`overlap queue up to ${policy.upTo.value}`, `overlap ${policy.mode}`].map((reading) =>
          unsafe(`write \`${reading}\``, replace(policy.span, reading)),
        );
        yield finding("policy/up-to-without-queue", policy.span, { mode: policy.mode }, { fixes });
      }
      if (policy.policy === "catchUp" && policy.within && policy.mode === "none") {
        const within = source.slice(source.indexOf("within"));
        const fixes = [`catch up latest ${within}`, `catch up all ${within}`, "catch up none"].map((reading) =>
          unsafe(`write \`${reading}\``, replace(policy.span, reading)),
        );
        yield finding("policy/within-nothing", policy.span, {}, { fixes });
      }
    }
  },
};
