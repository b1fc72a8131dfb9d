/** A calendar as its days by value: its own entries with those of everything it includes. */
import {
  type CalendarEntry,
  type CalendarNode,
  type DateSpec,
  type NamedFile,
  resolveCalendar,
} from "../../../dsl/index.ts";
import type { Calendar, CivilDate, DaySet, Weekday } from "../../../runtime/model/index.ts";
import type { BuildView, IncludedDays } from "../build-view.ts";
import type { PlanCalendar } from "../types.ts";
import { dateText } from "./civil-text.ts";
import { joinSets } from "./day-sets.ts";
import { monthSet } from "./days.ts";
import { ascending } from "./order.ts";
import { nthPick } from "./picks.ts";
import { weekdaySet } from "./weekdays.ts";

/** Saturday and Sunday, where no calendar on the way names a weekend. */
const usual: readonly Weekday[] = [6, 7];

/** Undefined where the name leads to no calendar. */
export function calendarNamed(name: string, from: NamedFile, build: BuildView): Calendar | undefined {
  const found = resolveCalendar(name, from, build.fileNamed);
  return found && calendarOf(found.calendar, found.from, build);
}

/** The calendars that a file declares. */
export function calendarsOf(from: NamedFile, build: BuildView): readonly PlanCalendar[] {
  return from.file.statements.flatMap((statement) => {
    if (statement.kind !== "calendar") return [];
    return [{ name: statement.name.text, source: from.name, days: calendarOf(statement, from, build) }];
  });
}

function calendarOf(node: CalendarNode, from: NamedFile, build: BuildView): Calendar {
  const known = build.calendars.get(node);
  if (known) return known;
  const all = gathered(node, from, build, new Map());
  const calendar = joined(all);
  build.calendars.set(node, calendar);
  marks.set(calendar, all.marks);
  return calendar;
}

/** What a calendar was made of: one entry or one event of a file, its own or an included one, by the name that it has. */
export interface CalendarMark {
  readonly open: boolean;
  readonly days: DaySet;
  readonly label?: string;
}

/** Names of days are no part of a plan, nor of what is carried to where it runs: they are kept beside the calendars. */
const marks = new WeakMap<Calendar, readonly CalendarMark[]>();

/** None for a calendar that was not lowered here. */
export function marksOf(calendar: Calendar): readonly CalendarMark[] {
  return marks.get(calendar) ?? [];
}

/** The calendar as it would be without one of its marks. */
export function withoutMark(calendar: Calendar, mark: CalendarMark): Calendar {
  const left = marksOf(calendar).filter((one) => one !== mark);
  const { weekend, covers } = calendar;
  return joined({ ...joinedMarks(left), weekend, covers, marks: left });
}

function joinedMarks(all: readonly CalendarMark[]): Pick<Gathered, "holidays" | "open"> {
  return {
    holidays: joinSets(all.flatMap(({ open, days }) => (open ? [] : [days]))),
    open: joinSets(all.flatMap(({ open, days }) => (open ? [days] : []))),
  };
}

/** What a calendar is made of, before it is put into one form. */
interface Gathered {
  readonly holidays: DaySet | undefined;
  readonly open: DaySet | undefined;
  /** Undefined: none is named, here or in what is included. */
  readonly weekend: readonly Weekday[] | undefined;
  /** The first day on which some part of it ends. */
  readonly covers: CivilDate | undefined;
  readonly marks: readonly CalendarMark[];
}

const nothing: Gathered = { holidays: undefined, open: undefined, weekend: undefined, covers: undefined, marks: [] };

/** Each calendar on the way once; one that is not yet done is in a circle, which a check reports. */
type Known = Map<CalendarNode, Gathered>;

/** A weekend of its own replaces those of the included. */
function gathered(node: CalendarNode, from: NamedFile, build: BuildView, known: Known): Gathered {
  const done = known.get(node);
  if (done) return done;
  known.set(node, nothing);
  const parts = node.entries.map((entry) => ofEntry(entry, from, build, known));
  const own = node.entries.flatMap((entry) => (entry.kind === "weekend" ? (weekdaySet(entry.days) ?? all) : []));
  const included = parts.flatMap(({ weekend }) => weekend ?? []);
  const marks = [...new Set(parts.flatMap(({ marks }) => marks ?? []))];
  const gathered: Gathered = {
    ...joinedMarks(marks),
    marks,
    weekend: own.length > 0 ? ascending(own) : included.length > 0 ? ascending(included) : undefined,
    covers: parts.flatMap(({ covers }) => covers ?? []).sort()[0],
  };
  known.set(node, gathered);
  return gathered;
}

const all: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function ofEntry(entry: CalendarEntry, from: NamedFile, build: BuildView, known: Known): Partial<Gathered> {
  switch (entry.kind) {
    case "dates": {
      const { open, dates, label } = entry;
      return { marks: [{ open, days: daySet(dates), ...(label && { label: label.value }) }] };
    }
    case "covers":
      return { covers: dateText(entry.until) };
    case "include": {
      if ("value" in entry.what) return ofFile(build.included(entry.what));
      const found = resolveCalendar(entry.what.text, from, build.fileNamed);
      return found ? gathered(found.calendar, found.from, build, known) : nothing;
    }
    default:
      return {};
  }
}

/** A file that could not be read has a finding of its own. */
function ofFile(included: IncludedDays | undefined): Partial<Gathered> {
  if (included === undefined) return {};
  const { covers, events } = included;
  return { marks: events.map((event) => ({ open: false, ...event })), ...(covers && { covers }) };
}

function daySet(spec: DateSpec): DaySet {
  switch (spec.kind) {
    case "dateSpan":
      return { dates: [[dateText(spec.from), dateText(spec.to ?? spec.from)]] };
    case "yearDays": {
      const { from, to = from } = spec;
      return { yearly: [[from.month, from.day, to.month, to.day]] };
    }
    case "nthIn": {
      // Refused by a check: nothing could say which days these are.
      if (spec.nth.day === "workday") return {};
      const months = monthSet(spec.months);
      return { days: [{ ...(months.length < 12 && { months }), picks: [nthPick("month", [spec.nth])] }] };
    }
  }
}

function joined({ holidays, open, weekend = usual, covers }: Gathered): Calendar {
  return { weekend, ...(holidays && { holidays }), ...(open && { open }), ...(covers && { covers }) };
}
