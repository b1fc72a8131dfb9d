/**
 * `at random` draws one time a day, so its head names days or longer. The fix is only offered where there is a
 * range to draw from; otherwise the mended sentence would be refused for that.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { clauseOf, written } from "../clauses.ts";
import { hasWindow } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeRandomNeedsDays: Rule = {
  *every({ trigger, reading, of }) {
    const at = clauseOf(trigger.clauses, "at");
    if (!at?.random || reading.kind !== "step") return;
    const head = written(of.in.text, trigger.head.span);
    const daily = unsafe("once a day: `every day`", replace(trigger.head.span, "day"));
    yield finding("time/random-needs-days", at.span, { head }, { fixes: hasWindow(trigger) ? [daily] : [] });
  },
};
