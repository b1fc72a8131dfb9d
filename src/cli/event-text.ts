/** The events of a running scheduler, a line each. */
import { printable, printableJson } from "../dsl/index.ts";
import type { EventName, Events, Schedule } from "../runtime/index.ts";
import { zoneOfTrigger } from "./fires-of-job.ts";
import { isoInstant } from "./instant.ts";
import { lengthText, localText } from "./local-text.ts";
import type { Style } from "./render/index.ts";

export type AnyEvent = { readonly name: EventName } & Events[EventName];

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
  const words = wordsOf(event, lines);
  if (words === undefined) return undefined;
  const [paint, text] = words;
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

type Words = readonly [paint: "added" | "removed" | "faint" | "warning", text: string];

function wordsOf(event: AnyEvent, { zoneOf }: JobLines): Words | undefined {
  const of = <N extends EventName>(name: N): (Events[N] & { name: N }) | undefined =>
    event.name === name ? (event as AnyEvent & Events[N] & { name: N }) : undefined;
  const started = of("run.started");
  if (started) return ["faint", `started${started.attempt > 1 ? `, attempt ${started.attempt}` : ""}`];
  const succeeded = of("run.succeeded");
  if (succeeded) return ["added", `succeeded${lastedText(succeeded)}`];
  const failed = of("run.failed");
  if (failed) return ["removed", `failed${lastedText(failed)}: ${messageOf(failed.error)}`];
  const retrying = of("run.retrying");
  if (retrying) {
    const again = localText(retrying.retryAt, zoneOf(retrying.job));
    return ["warning", `failed, and is tried again at ${again}: ${messageOf(retrying.error)}`];
  }
  const lost = of("fire.skipped") ?? of("fire.missed") ?? of("fire.merged");
  if (lost) return ["faint", `${lost.name.slice("fire.".length)}: ${lost.reason}`];
  const broken = of("handler.failed");
  if (broken) return ["removed", `a ${broken.where} failed: ${messageOf(broken.error)}`];
  const late = of("deadline.missed");
  if (late) return ["warning", `has not succeeded by ${localText(late.deadline, zoneOf(late.job))}`];
  const ending = of("calendar.ending");
  if (ending) return ["warning", `goes on after ${ending.until}, the last day that its calendar is known for`];
  return undefined;
}

/** Nothing for what took no time. */
export function lastedText({ startedAt, endedAt }: { readonly startedAt?: number; readonly endedAt?: number }): string {
  const lasted = startedAt === undefined || endedAt === undefined ? 0 : endedAt - startedAt;
  return lasted > 0 ? ` in ${lengthText(lasted)}` : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
