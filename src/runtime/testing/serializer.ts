/** How snapshots show fires: local times with their weekday and zone, and what became of them, a line each. */
import { durationText, SchedcError } from "../model/index.ts";
import { localText } from "./local-text.ts";
import { type Moment, readBound } from "./moment.ts";
import type { SimulatedFire } from "./outcomes.ts";
import { type FireSource, readSubject } from "./subject.ts";

/** What `expect.addSnapshotSerializer` takes: prints what `simulate` and `runNext` answer as a table. */
export const fireSerializer: {
  test(value: unknown): boolean;
  serialize(value: unknown): string;
} = {
  test: (value) => isFire(value) || (Array.isArray(value) && value.length > 0 && value.every(isFire)),
  serialize: (value) => tableOf(Array.isArray(value) ? value : [value as SimulatedFire]),
};

export interface FireTimesOptions {
  /** The first fire at or after this; a date alone is its first instant. */
  readonly from: Moment;
  /** Itself not within. */
  readonly until?: Moment;
  /** How many at most; 1,000 unless told. */
  readonly limit?: number;
}

/** The fire times of a span as texts, such as `Mon 2026-11-23T09:30:00+01:00 Europe/Berlin`: for snapshots and diffs. */
export function fireTimes(source: FireSource, { from, until, limit = 1_000 }: FireTimesOptions): readonly string[] {
  const subject = readSubject(source);
  if (typeof subject === "string") throw new SchedcError(`fireTimes: ${subject}.`, { code: "test/no-fires" });
  const { fires, zone } = subject;
  const end = until === undefined ? Number.POSITIVE_INFINITY : readBound(until, zone);
  const texts: string[] = [];
  for (let at = fires.next(readBound(from, zone) - 1); at !== undefined && at < end; at = fires.next(at)) {
    if (texts.length >= limit) break;
    texts.push(zonedText(zone ?? "UTC", at));
  }
  return texts;
}

function zonedText(zone: string, at: number): string {
  return `${localText(zone, at)} ${zone}`;
}

/** Columns are as wide as their widest cell, and nothing trails. */
function tableOf(fires: readonly SimulatedFire[]): string {
  const rows = fires.map((fire) => [zonedText(fire.zone, fire.scheduledAt), fire.job, fire.outcome, aboutOf(fire)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function aboutOf({ scheduledAt, startedAt, endedAt, attempts = 1, reason, into, error }: SimulatedFire): string {
  const parts: string[] = [];
  if (reason !== undefined) parts.push(reason);
  if (into !== undefined) parts.push(`into ${into}`);
  if (startedAt !== undefined && startedAt > scheduledAt) parts.push(`${durationText(startedAt - scheduledAt)} late`);
  if (startedAt !== undefined && endedAt !== undefined && endedAt > startedAt)
    parts.push(`took ${durationText(endedAt - startedAt)}`);
  if (attempts > 1) parts.push(`${attempts} attempts`);
  if (error !== undefined) parts.push(String(error));
  return parts.join(", ");
}

function isFire(value: unknown): value is SimulatedFire {
  if (typeof value !== "object" || value === null) return false;
  const { job, key, zone, scheduledAt, outcome } = value as Partial<SimulatedFire>;
  const texts = [job, key, zone, outcome].every((one) => typeof one === "string");
  return texts && typeof scheduledAt === "number";
}
