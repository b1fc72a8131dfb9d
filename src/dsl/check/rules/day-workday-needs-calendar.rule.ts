/**
 * Workdays without a calendar that says which days are open. `calendar` may stand in the job, a group around it or
 * `defaults`. Weekdays need none: they are Monday to Friday everywhere.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Span } from "../../source/span.ts";
import { written } from "../clauses.ts";
import { resolveWindow } from "../names.ts";
import type { FileView, Rule } from "../view.ts";
import { windowsOf, workdaysOf, workdaysOfExpectation, workdaysOfWindow } from "../workdays.ts";

export const dayWorkdayNeedsCalendar: Rule = {
  *file(view) {
    // Windows count by the calendar of the job that uses them; with none in the file there is none to use.
    if (view.parts.calendarNames.length > 0) return;
    for (const window of view.names.windows.values()) yield* found(view, workdaysOfWindow(window));
  },
  *job({ job, triggers, settings, in: view }) {
    if (settings.calendar) return;
    for (const item of job.body) if (item.kind === "expect") yield* found(view, workdaysOfExpectation(item));
    for (const { trigger } of triggers) {
      yield* found(view, workdaysOf(trigger));
      for (const { text: name, span } of windowsOf(trigger)) {
        if (!asksElsewhere(view, name)) continue;
        yield finding("day/workday-needs-calendar", span, { written: name });
        break;
      }
    }
  },
};

/** Whether a window asks for workdays and is not reported where it is declared. */
function asksElsewhere({ file, parts, names, context }: FileView, name: string): boolean {
  if (names.windows.has(name) && parts.calendarNames.length === 0) return false;
  const { name: from = "", files = () => undefined } = context;
  const window = resolveWindow(name, { name: from, file }, files);
  return window !== undefined && workdaysOfWindow(window).length > 0;
}

/** One finding for all mentions: they lack the same calendar. */
function* found({ text }: FileView, spans: readonly Span[]) {
  const [first] = spans;
  if (!first) return;
  const edits = spans.map((span) => replace(span, written(text, span).replace("workday", "weekday")));
  const fixes = [unsafe("Monday to Friday: `weekday`", ...edits)];
  yield finding("day/workday-needs-calendar", first, { written: written(text, first) }, { fixes });
}
