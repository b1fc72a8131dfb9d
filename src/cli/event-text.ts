/** The events of a running scheduler, a line each. */
import { printable, printableJson } from "../dsl/index.ts";
import type { AnyEvent, Schedule } from "../runtime/index.ts";
import { isoInstant } from "../runtime/model/index.ts";
import { messageOf, wordsOf } from "./event-words.ts";
import { zoneOfTrigger } from "./fires-of-job.ts";
import { localText } from "./local-text.ts";
import type { Style } from "./render/index.ts";

/** How the jobs of a schedule are shown, line below line. */
export interface JobLines {
  /** Whose clock a job is read on. */
  zoneOf(job: string): string;
  /** Of the longest id. */
  readonly width: number;
  readonly style: Style;
}

export function jobLines({ jobs }: Schedule<string, unknown>, style: Style): JobLines {
  return {
    zoneOf: (id) => {
      const trigger = jobs[id]?.trigger;
      return (trigger && zoneOfTrigger(trigger)) ?? "UTC";
    },
    width: Math.max(0, ...Object.keys(jobs).map((id) => id.length)),
    style,
  };
}

/** One thing that happened to a job. */
export function jobLine(at: number, job: string, text: string, { zoneOf, width }: JobLines): string {
  return `${localText(at, zoneOf(job))}  ${printable(job).padEnd(width)}  ${text}\n`;
}

/** For people; undefined for what they need not see. */
export function eventLine(event: AnyEvent, now: number, lines: JobLines): string | undefined {
  const words = wordsOf(event, lines.zoneOf);
  if (words === undefined) return undefined;
  const { paint, text } = words;
  return jobLine(now, "job" in event ? String(event.job ?? "") : "", lines.style[paint](printable(text)), lines);
}

/** For programs: every event, instants in ISO form. */
export function jsonEvent(event: AnyEvent, now: number): string {
  const members = Object.entries(event).map(([key, value]) => [key, jsonValue(key, value)]);
  return `${printableJson(JSON.stringify({ at: isoInstant(now), ...Object.fromEntries(members) }))}\n`;
}

const instants: ReadonlySet<string> = new Set([
  "scheduledAt",
  "startedAt",
  "endedAt",
  "retryAt",
  "through",
  "deadline",
  "at",
  "since",
  "from",
  "to",
]);

function jsonValue(key: string, value: unknown): unknown {
  if (instants.has(key) && typeof value === "number") return isoInstant(value);
  if (key === "error") return messageOf(value);
  if (key !== "result") return value;
  // What a task gives may be anything, also what JSON cannot hold.
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch {
    return String(value);
  }
}
