/**
 * `max` beside `overlap allow`, both the job's own. Where one of them comes from further out it is an override,
 * and such are meant.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, unsafe } from "../../fix/edits.ts";
import type { PolicyNode } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { settingsOf } from "../settings.ts";
import type { Rule } from "../view.ts";

export const policyMaxRulesNothing: Rule = {
  *job({ job, in: { text } }) {
    const policies = settingsOf(job).filter((setting): setting is PolicyNode => setting.kind === "policy");
    const max = policies.find(({ policy }) => policy === "max");
    const allow = policies.find((policy) => policy.policy === "overlap" && policy.mode === "allow");
    if (!max || !allow) return;
    const related = [{ span: allow.span, message: "starts every fire" }];
    const fixes = [max, allow].map(({ span }) => unsafe(`leave out \`${written(text, span)}\``, remove(text, span)));
    yield finding("policy/max-rules-nothing", max.span, { max: written(text, max.span) }, { fixes, related });
  },
};
