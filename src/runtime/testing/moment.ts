/** Moments as tests write them beside a job: an instant, or what the clock of the job's zone shows. */
import { SchedcError } from "../model/index.ts";
import { localTime, offsetAt, parseDate, resolvePoint } from "../trigger/index.ts";
import { type Instant, readInstant } from "./instant.ts";

/**
 * An instant in epoch milliseconds, a `Date`, an ISO text with `Z` or an offset; or a local time without one, such as
 * `2026-11-23T09:30`, read by the clock of the trigger's zone.
 */
export type Moment = Instant;

/** What is asked of a fire: to be at an instant, or to come when the clock shows this. */
export type Wanted =
  | { readonly kind: "instant"; readonly at: number }
  | { readonly kind: "local"; readonly written: string; readonly zone: string; readonly milliseconds: number };

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

export function readWanted(moment: Moment, zone: string | undefined): Wanted {
  if (typeof moment === "string" && DATE.test(moment)) {
    throw new SchedcError(`"${moment}" is a day; say the time as well, such as ${moment}T09:30.`, {
      code: "test/no-time",
    });
  }
  if (typeof moment !== "string" || !LOCAL.test(moment)) return { kind: "instant", at: readInstant(moment) };
  const milliseconds = resolvePoint(`${moment}Z`, "UTC");
  return { kind: "local", written: moment, zone: needZone(moment, zone), milliseconds };
}

/** Where a span begins or ends: a date alone is its first instant, a local time that comes twice its first pass. */
export function readBound(moment: Moment, zone: string | undefined): number {
  if (typeof moment !== "string" || !(LOCAL.test(moment) || DATE.test(moment))) return readInstant(moment);
  return resolvePoint(moment, needZone(moment, zone));
}

/** The instants that are meant: two where the clock shows the time twice, none where it skips it. */
export function instantsOf(wanted: Wanted): readonly number[] {
  if (wanted.kind === "instant") return [wanted.at];
  const { zone, milliseconds } = wanted;
  const offsets = new Set([-DAY, 0, DAY].map((by) => offsetAt(zone, milliseconds + by)));
  return [...offsets]
    .map((offset) => milliseconds - offset * 1000)
    .filter((instant) => isWanted(wanted, instant))
    .sort((a, b) => a - b);
}

export function isWanted(wanted: Wanted, instant: number): boolean {
  if (wanted.kind === "instant") return instant === wanted.at;
  const { date, seconds } = localTime(wanted.zone, instant);
  const beyond = instant - Math.floor(instant / 1000) * 1000;
  return (parseDate(date) * 86_400 + seconds) * 1000 + beyond === wanted.milliseconds;
}

function needZone(moment: string, zone: string | undefined): string {
  if (zone !== undefined) return zone;
  throw new SchedcError(
    `"${moment}" is a local time, and what is tested has no one zone to read it in; write ${moment}Z, or an offset.`,
    { code: "test/no-zone" },
  );
}
