/**
 * `dst` in a job whose times no clock change touches. In a group or in `defaults` it may serve one job and not
 * another, and is left alone. Functions of `custom` give instants, so it does not rule them either.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, safe } from "../../fix/edits.ts";
import { isElapsed } from "../heads.ts";
import { settingsOf } from "../settings.ts";
import { datesOf } from "../templates.ts";
import { everyView, type Rule, type TriggerView } from "../view.ts";

export const policyDstRulesNothing: Rule = {
  *job({ job, triggers, in: { text } }) {
    if (triggers.length === 0 || triggers.some(meetsClockChanges)) return;
    for (const setting of settingsOf(job)) {
      if (setting.kind !== "policy" || setting.policy !== "dst") continue;
      const fixes = [safe("remove it", remove(text, setting.span))];
      yield finding("policy/dst-rules-nothing", setting.span, { side: setting.side }, { fixes });
    }
  },
};

/** Whether the trigger's times are wall times in a zone whose clock changes. */
function meetsClockChanges(view: TriggerView): boolean {
  if (view.zone === "UTC") return false;
  const every = everyView(view);
  if (every) return every.reading.kind !== "completion" && !isElapsed(every.trigger, datesOf(every.of.place));
  return view.trigger.kind === "cron";
}
