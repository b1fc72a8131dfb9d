/**
 * `renamed from` names another id. One that is left behind after a rename back says nothing, so taking it away is
 * safe.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, safe } from "../../fix/edits.ts";
import { identityOf } from "../identity.ts";
import type { Rule } from "../view.ts";

export const jobRenamedToItself: Rule = {
  *job({ place, settings, in: { text } }) {
    const id = identityOf(place)?.id;
    for (const policy of settings.renamedFrom) {
      if (policy.policy !== "renamedFrom" || policy.text.value !== id) continue;
      const fixes = [safe("remove it", remove(text, policy.span))];
      yield finding("job/renamed-to-itself", policy.span, { id }, { fixes });
    }
  },
};
