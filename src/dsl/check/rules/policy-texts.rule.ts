/**
 * The texts of ids, names and tags: not empty, and no tag twice. A text of blanks alone is empty to whoever reads
 * it.
 */
import { finding } from "../../diagnostics/registry.ts";
import { removeItem, safe } from "../../fix/edits.ts";
import { settingKey } from "../settings.ts";
import type { Rule } from "../view.ts";

export const policyTexts: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      const setting = settingKey(policy);
      if ("text" in policy && policy.text.value.trim() === "") {
        yield finding("policy/empty-text", policy.text.span, { setting });
      }
      if (policy.policy !== "tags") continue;
      const seen = new Set<string>();
      for (const [index, tag] of policy.tags.entries()) {
        const value = "value" in tag ? tag.value : tag.text;
        if (value.trim() === "") yield finding("policy/empty-text", tag.span, { setting });
        else if (seen.has(value)) {
          const fixes = [safe("remove it", removeItem(text, policy.tags, index))];
          yield finding("policy/repeated-tag", tag.span, { tag: value }, { fixes });
        }
        seen.add(value);
      }
    }
  },
};
