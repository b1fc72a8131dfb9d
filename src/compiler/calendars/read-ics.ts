/** The text of an iCalendar file as days: every event of it closes the dates that it touches. */
import type { CivilDate, DayRule } from "../../runtime/model/index.ts";
import { formatDate, isZone, localTime, parseDate, resolvePoint, weekdayOf } from "../../runtime/trigger/index.ts";
import type { IncludedDays } from "../plan/index.ts";
import type { Component, Ical, IcalEvent, Recur, Time } from "./library.ts";
import { IcsProblem } from "./problem.ts";
import { endlessRule, refusalOf } from "./rules.ts";

/** What recurs without an end is listed until here; a file stays a matter of a second whatever it asks for. */
const horizon = "2100-12-31";
const mostOccurrences = 20_000;

/** Characters of a summary that are kept as the name of its days. */
const longestLabel = 80;

type DateSpan = readonly [CivilDate, CivilDate];

/** What an event adds up to. */
interface Days {
  readonly dates: DateSpan[];
  readonly rules: DayRule[];
  readonly budget: Budget;
}

/** Of all events of a file together. */
interface Budget {
  /** How many times they may still recur. */
  left: number;
  /** Whether one goes on past the horizon. */
  isCut: boolean;
}

/** Throws an `IcsProblem` for a file that cannot be read whole; `zone` puts events with times on dates. */
export function readIcs(text: string, zone: string | undefined, ical: Ical): IncludedDays {
  const root = guarded(undefined, () => new ical.Component(ical.parse(text)));
  if (root.name !== "vcalendar") throw new IcsProblem("it holds no VCALENDAR, or more than one");
  const events = root.getAllSubcomponents("vevent");
  const budget: Budget = { left: mostOccurrences, isCut: false };
  const read = events.flatMap((component, at): IncludedDays["events"] => {
    const days: Days = { dates: [], rules: [], budget };
    guarded(at, () => addEvent(days, component, events, { root, zone, at, ical }));
    const { dates, rules } = days;
    if (dates.length + rules.length === 0) return [];
    const label = textOf(component, "summary")?.slice(0, longestLabel);
    const set = { ...(rules.length > 0 && { days: rules }), ...(dates.length > 0 && { dates }) };
    return [label ? { days: set, label } : { days: set }];
  });
  return { events: read, ...(budget.isCut && { covers: horizon }) };
}

/** The library throws errors of many kinds, and of any of its calls. */
function guarded<T>(event: number | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof IcsProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new IcsProblem(`${reason.split("\n", 1)[0] ?? ""}`.slice(0, 200), event);
  }
}

/** Where an event stands, and by what it is read. */
interface Place {
  readonly root: Component;
  readonly zone: string | undefined;
  readonly at: number;
  readonly ical: Ical;
}

function addEvent(days: Days, component: Component, events: readonly Component[], place: Place): void {
  const { at, ical } = place;
  const uid = textOf(component, "uid");
  const isSame = (other: Component): boolean => other !== component && textOf(other, "uid") === uid;
  const hasMaster = (): boolean => events.some((other) => isSame(other) && !other.hasProperty("recurrence-id"));
  // What changes one time of another event is read with that event.
  if (component.hasProperty("recurrence-id") && hasMaster()) return;
  if (isCancelled(component)) return;
  if (!component.hasProperty("dtstart")) throw new IcsProblem("the event has no DTSTART", at);
  for (const name of ["dtstart", "dtend", "exdate", "rdate", "recurrence-id"]) validate(component, name, at);
  const exceptions = events.filter((other) => isSame(other) && other.hasProperty("recurrence-id"));
  const event = new ical.Event(component, { exceptions });
  if (!event.isRecurring()) {
    days.dates.push(spanOf(event.startDate, event.endDate, place, component));
    return;
  }
  const rules = component.getAllProperties("rrule").map((property) => property.getFirstValue() as unknown as Recur);
  const refusal = rules.map(refusalOf).find((reason) => reason !== undefined);
  if (refusal !== undefined) throw new IcsProblem(refusal, at);
  const endless = exceptions.length === 0 ? asRule(component, event, rules) : undefined;
  if (endless) days.rules.push(endless);
  else list(days, event, place, component);
}

/** Undefined where its times have to be listed. */
function asRule(component: Component, event: IcalEvent, rules: readonly Recur[]): DayRule | undefined {
  const [rule, more] = rules;
  const { startDate: start } = event;
  const isPlain = !component.hasProperty("exdate") && !component.hasProperty("rdate");
  if (rule === undefined || more !== undefined || !isPlain || !start.isDate) return undefined;
  const [first, last] = wholeDays(start, event.endDate);
  const from = parseDate(first);
  const day = { year: start.year, month: start.month, day: start.day, weekday: weekdayOf(from) };
  return endlessRule(rule, day, parseDate(last) - from + 1);
}

function list(days: Days, event: IcalEvent, place: Place, component: Component): void {
  const times = event.iterator();
  for (let time = times.next(); time; time = times.next()) {
    if (dateOf(time) > horizon) {
      days.budget.isCut = true;
      return;
    }
    if (days.budget.left-- === 0) throw new IcsProblem(`the events recur more than ${mostOccurrences} times`, place.at);
    const { startDate, endDate, item } = event.getOccurrenceDetails(time);
    if (!isCancelled(item.component)) days.dates.push(spanOf(startDate, endDate, place, component));
  }
}

/** The dates that an event touches, both within. */
function spanOf(start: Time, end: Time | null, place: Place, component: Component): DateSpan {
  if (start.isDate) return wholeDays(start, end);
  const first = localDateOf(start, place, component);
  if (end === null || end.compare(start) <= 0) return [first, first];
  const before = end.clone();
  before.adjust(0, 0, 0, -1);
  return [first, localDateOf(before, place, component)];
}

/** The end of an event of whole days is the day after its last. */
function wholeDays(start: Time, end: Time | null): DateSpan {
  const first = dateOf(start);
  if (end === null || dateOf(end) <= first) return [first, first];
  return [first, formatDate(parseDate(dateOf(end)) - 1)];
}

/** A time without a zone is that of the calendar, wherever it is; any other needs to be told whose dates are meant. */
function localDateOf(time: Time, { root, zone, at, ical }: Place, component: Component): CivilDate {
  const tzid = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const isUtc = time.zone === ical.Timezone.utcTimezone;
  if (!isUtc && !tzid) return dateOf(time);
  if (zone === undefined) throw new IcsProblem("an event with a time", at, "needs-timezone");
  const isKnown = root.getAllSubcomponents("vtimezone").some((one) => textOf(one, "tzid") === tzid);
  if (isUtc || isKnown) return localTime(zone, time.toUnixTime() * 1000).date;
  if (!tzid || !isZone(tzid)) throw new IcsProblem(`the time zone ${tzid} is not in the file`, at);
  return localTime(zone, resolvePoint(clockOf(time), tzid)).date;
}

/** The library reads a 13th month as the next year's first. */
function validate(component: Component, name: string, at: number): void {
  for (const property of component.getAllProperties(name)) {
    const [, , , ...values] = property.toJSON() as readonly unknown[];
    const written = values.map(String);
    const read = property.getValues().map(String);
    const wrong = written.find((text, i) => text !== read[i]);
    if (wrong !== undefined) throw new IcsProblem(`${name.toUpperCase()} ${wrong} is no date`, at);
    if (read.some((text) => !/^(19|20|21|22|23)\d\d-|^2400-/.test(text))) {
      throw new IcsProblem(`${name.toUpperCase()} ${read.join()} lies outside 1900 to 2400`, at);
    }
  }
}

function isCancelled(component: Component): boolean {
  return textOf(component, "status")?.toUpperCase() === "CANCELLED";
}

function textOf(component: Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? undefined : String(value);
}

function dateOf(time: Time): CivilDate {
  return `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
}

function clockOf(time: Time): string {
  return `${dateOf(time)}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
