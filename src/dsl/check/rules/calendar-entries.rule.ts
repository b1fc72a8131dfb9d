/** The lines of a calendar, each by itself: what is said once stands once, and nothing counts by the calendar itself. */
import { finding } from "../../diagnostics/registry.ts";
import { remove, unsafe } from "../../fix/edits.ts";
import type { CalendarNode, Nth } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { mostOf } from "../ordinals.ts";
import type { FileView, Rule } from "../view.ts";

export const calendarEntries: Rule = {
  *file(view) {
    for (const statement of view.file.statements) {
      if (statement.kind !== "calendar") continue;
      yield* repeated(view, statement);
      for (const entry of statement.entries) {
        if (entry.kind === "dates" && entry.dates.kind === "nthIn") yield* counted(view, entry.dates.nth);
        if (entry.kind === "include" && "value" in entry.what && !/\.ics$/i.test(entry.what.value)) {
          yield finding("calendar/not-ics", entry.what.span, { path: entry.what.value });
        }
      }
    }
  },
};

const once: ReadonlySet<string> = new Set(["weekend", "timezone", "covers"]);

function* repeated({ text }: FileView, { entries }: CalendarNode) {
  const seen = new Set<string>();
  for (const { kind, span } of entries) {
    if (seen.has(kind) && once.has(kind)) {
      const fixes = [unsafe("remove it", remove(text, span))];
      yield finding("calendar/repeated", span, { entry: kind }, { fixes });
    }
    seen.add(kind);
  }
}

function* counted({ text }: FileView, nth: Nth) {
  const most = mostOf(nth, "month");
  if (nth.day === "workday") yield finding("calendar/counts-itself", nth.span, { written: written(text, nth.span) });
  else if (Math.abs(nth.nth) > most || (nth.to ?? 0) > most) {
    const limit = `a month has ${most} of these at most`;
    yield finding("day/out-of-range", nth.span, { written: written(text, nth.span), limit });
  }
}
