/**
 * A step or random time laid out over a window that follows another clock. Under clock times and cron the same
 * window only filters instants and may follow any clock. Imported windows are known where the caller gives the
 * other files.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clauseOf } from "../clauses.ts";
import { resolveWindow } from "../names.ts";
import type { Rule } from "../view.ts";

export const zoneWindowDiffers: Rule = {
  *every({ trigger, reading, zone, of: { in: view } }) {
    const during = clauseOf(trigger.clauses, "during");
    const laidOut = reading.kind === "step" || clauseOf(trigger.clauses, "at")?.random === true;
    // Beside a range of its own the window only filters, and then by instants.
    if (!during || !laidOut || clauseOf(trigger.clauses, "ranges")) return;
    const { name = "", files = () => undefined } = view.context;
    for (const use of during.windows) {
      const windowZone = resolveWindow(use.text, { name, file: view.file }, files)?.zone?.text;
      if (windowZone === undefined || windowZone === zone) continue;
      // A zone that there is not is a finding of its own.
      if ([windowZone, zone].some((name) => name !== "UTC" && !view.context.zones.has(name))) continue;
      yield finding("zone/window-differs", use.span, { window: use.text, windowZone, jobZone: zone });
    }
  },
};
