/** Calendars that include each other in a circle, over files. */
import { finding } from "../../diagnostics/registry.ts";
import type { CalendarNode, FileNode, Name } from "../../tree/nodes.ts";
import type { BuildRule } from "../build.ts";
import { includedBy } from "../calendars.ts";
import { type NamedFile, namesOf, relativeName } from "../names.ts";

/** A calendar that includes another, and where it says so. */
interface Step {
  readonly calendar: CalendarNode;
  readonly from: NamedFile;
  readonly include: Name;
}

export const calendarCycle: BuildRule = function* ({ files }) {
  const trees = new Map(files.map(({ name, file }) => [relativeName("", name), file]));
  const fileNamed = (name: string): FileNode | undefined => trees.get(name);
  const done = new Set<CalendarNode>();
  for (const from of files) {
    for (const calendar of namesOf(from.file).calendars.values()) {
      const circle = circleFrom(calendar, from, fileNamed, [], done);
      const [first, ...others] = circle;
      if (!first) continue;
      const chain = [...circle, first].map(({ calendar }) => `\`${calendar.name.text}\``).join(" includes ");
      const related = others.map((step) => ({
        ...(step.from.name === first.from.name ? {} : { file: step.from.name }),
        span: step.include.span,
        message: `\`${step.calendar.name.text}\` includes the next here`,
      }));
      yield { file: first.from.name, finding: finding("calendar/cycle", first.include.span, { chain }, { related }) };
    }
  }
};

/** The first circle that a walk from here meets; a calendar that was walked before is not walked again. */
function circleFrom(
  calendar: CalendarNode,
  from: NamedFile,
  files: (name: string) => FileNode | undefined,
  way: readonly Step[],
  done: Set<CalendarNode>,
): readonly Step[] {
  const met = way.findIndex((step) => step.calendar === calendar);
  if (met >= 0) return way.slice(met);
  if (done.has(calendar)) return [];
  done.add(calendar);
  for (const { name, ...next } of includedBy(calendar, from, files)) {
    const circle = circleFrom(next.calendar, next.from, files, [...way, { calendar, from, include: name }], done);
    if (circle.length > 0) return circle;
  }
  return [];
}
