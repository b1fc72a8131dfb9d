/**
 * Ids are read, typed and compared by people: no blanks at the ends, nothing invisible. Any other text may be one,
 * since apps use what their users know. Former ids are held to the same, for they were ids.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printString } from "../../format/text.ts";
import { printable } from "../../source/escape.ts";
import type { Rule } from "../view.ts";

export const jobBadId: Rule = {
  *file({ parts }) {
    for (const policy of parts.policies) {
      if (policy.policy !== "id" && policy.policy !== "renamedFrom") continue;
      const { value, span } = policy.text;
      const clean = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim();
      if (clean === value || clean === "") continue;
      const fixes = [unsafe(`write \`${clean}\``, replace(span, printString(clean)))];
      yield finding("job/bad-id", span, { id: printable(value) }, { fixes });
    }
  },
};
