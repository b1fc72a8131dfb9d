/**
 * A step or random time laid out over a window that follows another clock. Under clock times and cron the same
 * window only filters instants and may follow any clock. Imported windows are known where the caller gives the
 * other files.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, remove, replace, unsafe } from "../../fix/edits.ts";
import { clauseOf, placeFor, written } from "../clauses.ts";
import { resolveWindow } from "../names.ts";
import type { FileView, Rule } from "../view.ts";

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
      const own = clauseOf(trigger.clauses, "inZone");
      const follow = own
        ? replace(own.zone.span, windowZone)
        : insert(placeFor(trigger, "inZone"), ` in ${windowZone}`);
      const fixes = [
        unsafe(`count by the window's clock: \`in ${windowZone}\``, follow),
        ...withoutZone(view, use.text),
      ];
      yield finding("zone/window-differs", use.span, { window: use.text, windowZone, jobZone: zone }, { fixes });
    }
  },
};

/** The window by the clock of whoever uses it; another file's is not touched. */
function withoutZone({ names, text }: FileView, name: string) {
  const zone = names.windows.get(name)?.zone;
  if (!zone) return [];
  const place = { start: text.lastIndexOf("in", zone.span.start - 1), end: zone.span.end };
  return [unsafe(`leave \`${written(text, place)}\` out of \`${name}\``, remove(text, place))];
}
