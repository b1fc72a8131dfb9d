/**
 * Workdays without a calendar that says which days are open. `calendar` may stand in the job, a group around it or
 * `defaults`. Weekdays need none: they are Monday to Friday everywhere.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Span } from "../../source/span.ts";
import { written } from "../clauses.ts";
import type { FileView, Rule } from "../view.ts";
import { workdaysOf, workdaysOfWindow } from "../workdays.ts";

export const dayWorkdayNeedsCalendar: Rule = {
  *file(view) {
    // Windows count by the calendar of the job that uses them; with none in the file there is none to use.
    if (view.parts.calendarNames.length > 0) return;
    for (const window of view.names.windows.values()) yield* found(view, workdaysOfWindow(window));
  },
  *job({ triggers, settings, in: view }) {
    if (settings.calendar) return;
    for (const { trigger } of triggers) yield* found(view, workdaysOf(trigger));
  },
};

/** One finding for all mentions: they lack the same calendar. */
function* found({ text }: FileView, spans: readonly Span[]) {
  const [first] = spans;
  if (!first) return;
  const edits = spans.map((span) => replace(span, written(text, span).replace("workday", "weekday")));
  const fixes = [unsafe("Monday to Friday: `weekday`", ...edits)];
  yield finding("day/workday-needs-calendar", first, { written: written(text, first) }, { fixes });
}
