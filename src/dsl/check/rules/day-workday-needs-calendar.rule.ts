/** Workdays without a calendar that says which days are open. */
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
    for (const window of view.names.windows.values())
      for (const span of workdaysOfWindow(window)) yield found(view, span);
  },
  *job({ triggers, settings, in: view }) {
    if (settings.calendar) return;
    for (const { trigger } of triggers) for (const span of workdaysOf(trigger)) yield found(view, span);
  },
};

function found(view: FileView, span: Span) {
  const text = written(view.text, span);
  const fixes = /workday/.test(text)
    ? [unsafe("Monday to Friday: `weekday`", replace(span, text.replace("workday", "weekday")))]
    : [];
  return finding("day/workday-needs-calendar", span, { written: text }, { fixes });
}
