/** What trees alone say about calendars: what they include, and their weekends. */
import type { CalendarNode, FileNode } from "../tree/nodes.ts";
import { type NamedFile, resolveCalendar } from "./names.ts";

type Files = (name: string) => FileNode | undefined;

/** The calendars that one includes by name, each with the file that declares it. */
export function includedBy(calendar: CalendarNode, from: NamedFile, files: Files) {
  return calendar.entries.flatMap((entry) => {
    if (entry.kind !== "include" || "value" in entry.what) return [];
    const found = resolveCalendar(entry.what.text, from, files);
    return found ? [{ ...found, name: entry.what }] : [];
  });
}

/** ISO weekdays, ascending; undefined where neither the calendar nor what it includes names a weekend. */
export function weekendOf(
  calendar: CalendarNode,
  from: NamedFile,
  files: Files,
  known = new Map<CalendarNode, readonly number[] | undefined>(),
): readonly number[] | undefined {
  if (known.has(calendar)) return known.get(calendar);
  known.set(calendar, undefined);
  const own = calendar.entries.flatMap((entry) =>
    entry.kind === "weekend" ? entry.days.flatMap((day) => (day.kind === "named" ? daysOf(day.from, day.to) : [])) : [],
  );
  const included = (): readonly number[] =>
    includedBy(calendar, from, files).flatMap((one) => weekendOf(one.calendar, one.from, files, known) ?? []);
  const days = [...new Set(own.length > 0 ? own : included())].sort((a, b) => a - b);
  if (days.length > 0) known.set(calendar, days);
  return known.get(calendar);
}

/** `fri-mon` goes on over the end of the week. */
function daysOf(from: number, to = from): readonly number[] {
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from - 1 + i) % 7) + 1);
}
