/** Instants and lengths of time as they stand on the command line. */
import { tooling } from "../compiler/index.ts";
import { nearestZone } from "../dsl/index.ts";
import { parseDuration, SchedcError } from "../runtime/model/index.ts";
import { isZone, nextFire } from "../runtime/trigger/index.ts";

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Epoch milliseconds. What names no offset is read in the zone. */
export function parseInstant(text: string, option: string, zone = "UTC"): number {
  const [, date, minutes = "00:00", seconds = ":00", offset] = shape.exec(text) ?? [];
  const local = `${date}T${minutes}${seconds}`;
  const at = !isWritten(local)
    ? undefined
    : offset === undefined
      ? nextFire({ kind: "instants", zone, at: [local] }, Number.NEGATIVE_INFINITY)
      : Date.parse(`${local}${offset}`);
  if (at === undefined || Number.isNaN(at)) {
    throw new SchedcError(`${option}: ${text} is no instant; write it as 2026-01-31T09:00:00Z`, {
      code: "cli/instant",
    });
  }
  return at;
}

/** `90m`, `1d`, `1h30m`: milliseconds. */
export function parseLength(text: string, option: string): number {
  const length = parseDuration(text);
  if (length === undefined) {
    throw new SchedcError(`${option}: ${text} is no length of time; write it as 90m, 1d or 1h30m`, {
      code: "cli/length",
    });
  }
  if (length > longest) {
    throw new SchedcError(`${option}: ${text} is too long: fire times lie within 500 years`, { code: "cli/length" });
  }
  return length;
}

export function requireZone(zone: string, option: string): string {
  if (isZone(zone)) return zone;
  const near = nearestZone(zone, tooling.zoneNames);
  const guess = near === undefined ? "; name a city, as in Europe/Berlin, or UTC" : `; did you mean ${near}?`;
  throw new SchedcError(`${option}: there is no time zone ${zone}${guess}`, { code: "cli/zone" });
}

const longest = 501 * 366 * 86_400_000;

/** Whether a date and time is on the calendar. The engine takes what is not for what follows it; here that is a mistake. */
function isWritten(local: string): boolean {
  const parsed = new Date(`${local}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(local);
}
