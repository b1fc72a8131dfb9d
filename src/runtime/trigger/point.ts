/** Dates, local times and points of the trigger JSON as numbers. */
import { type CivilDate, type Point, SchedcError } from "../model/index.ts";
import { civilOf, DAY, dayOf, monthLength } from "./civil.ts";
import { type ZoneCursor, zoneOf } from "./zone.ts";

/** The day of a `YYYY-MM-DD`. */
export function parseDate(date: CivilDate): number {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, dayOfMonth] = [Number(read?.[1]), Number(read?.[2]), Number(read?.[3])];
  if (!read || !isDate(year, month, dayOfMonth)) throw new SchedcError(`"${date}" is no date; YYYY-MM-DD is.`);
  return dayOf(year, month, dayOfMonth);
}

/** A day as `YYYY-MM-DD`. */
export function formatDate(day: number): CivilDate {
  const { year, month, date } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function isDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year * 12 + month - 1);
}

/** A date and time as written: the milliseconds its clock shows, counted as if in UTC. */
interface Written {
  readonly local: number;
  readonly utc: boolean;
}

function parseTime(text: string): Written {
  const read = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z)?)?$/.exec(text);
  const [hour, minute, second] = [Number(read?.[2] ?? 0), Number(read?.[3] ?? 0), Number(read?.[4] ?? 0)];
  if (!read || hour > 23 || minute > 59 || second > 59) {
    throw new SchedcError(`"${text}" is no point in time; YYYY-MM-DDTHH:MM:SS is, with Z behind it for UTC.`);
  }
  const seconds = parseDate(read[1] as string) * DAY + hour * 3600 + minute * 60 + second;
  return { local: seconds * 1000 + Number((read[5] ?? "0").padEnd(3, "0")), utc: read[6] === "Z" };
}

/**
 * The instant of a point in epoch milliseconds. A local time in a gap is the first instant after it, one in an overlap
 * is meant in the first pass.
 */
export function resolvePoint(point: Point, zone: string): number {
  if (typeof point !== "string") return resolvePoint(point.at, zone) + point.plus;
  const { local, utc } = parseTime(point);
  if (utc) return local;
  const second = Math.floor(local / 1000);
  const found = firstInstant(zoneOf(zone).cursor(), second);
  return found.exact ? found.second * 1000 + (local - second * 1000) : found.second * 1000;
}

/**
 * The last instant of a life span in epoch milliseconds. A date's own last second, which is how `until DATE` is stored,
 * means the end of that date: in an overlap its last pass, in a gap what comes before it.
 */
export function resolveUntil(until: Point, zone: string): number {
  if (typeof until !== "string" || !until.endsWith("T23:59:59")) return resolvePoint(until, zone);
  const local = Math.floor(parseTime(until).local / 1000);
  const cursor = zoneOf(zone).cursor();
  const found = firstInstant(cursor, local);
  if (!found.exact) return (found.second - 1) * 1000;
  const again = local - cursor.after;
  return (again >= cursor.end ? again : found.second) * 1000;
}

/** What the clock shows at a point, as local seconds; undefined when the point is an instant and has no written time. */
export function writtenTime(point: Point): number | undefined {
  const { local, utc } = parseTime(typeof point === "string" ? point : point.at);
  if (utc) return undefined;
  return Math.floor((typeof point === "string" ? local : local + point.plus) / 1000);
}

/** The first instant at which the clock shows a local second, else the first after the gap that swallowed it. */
function firstInstant(cursor: ZoneCursor, local: number): { readonly second: number; readonly exact: boolean } {
  cursor.seek(local - DAY);
  while (cursor.end + cursor.offset <= local) cursor.seek(cursor.end);
  const second = local - cursor.offset;
  return second >= cursor.start ? { second, exact: true } : { second: cursor.start, exact: false };
}
