/** The events of a running scheduler, a line each. */
import { printable, printableJson } from "../dsl/index.ts";
import type { EventName, Events } from "../runtime/index.ts";
import { isoInstant } from "./instant.ts";
import { lengthText } from "./local-text.ts";

export type AnyEvent = { readonly name: EventName } & Events[EventName];

/** For people; undefined for what they need not see. */
export function eventLine(event: AnyEvent, now: number): string | undefined {
  const text = wordsOf(event);
  return text === undefined ? undefined : `${isoInstant(now - (now % 1000))}  ${printable(text)}\n`;
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

function wordsOf(event: AnyEvent): string | undefined {
  const of = <N extends EventName>(name: N): (Events[N] & { name: N }) | undefined =>
    event.name === name ? (event as AnyEvent & Events[N] & { name: N }) : undefined;
  const started = of("run.started");
  if (started) return `${started.job} started${started.attempt > 1 ? `, attempt ${started.attempt}` : ""}`;
  const succeeded = of("run.succeeded");
  if (succeeded) return `${succeeded.job} succeeded in ${lengthText(succeeded.endedAt - succeeded.startedAt)}`;
  const failed = of("run.failed");
  if (failed) return `${failed.job} failed: ${messageOf(failed.error)}`;
  const retrying = of("run.retrying");
  if (retrying)
    return `${retrying.job} failed and is tried again at ${isoInstant(retrying.retryAt)}: ${messageOf(retrying.error)}`;
  const lost = of("fire.skipped") ?? of("fire.missed") ?? of("fire.merged");
  if (lost) return `${lost.job} ${lost.name.slice("fire.".length)}: ${lost.reason}`;
  const broken = of("handler.failed");
  if (broken)
    return `${broken.job === undefined ? "a" : `${broken.job}: a`} ${broken.where} failed: ${messageOf(broken.error)}`;
  const late = of("deadline.missed");
  if (late) return `${late.job} has not succeeded by ${isoInstant(late.deadline)}`;
  const ending = of("calendar.ending");
  if (ending) return `${ending.job} goes on after ${ending.until}, the last day that its calendar is known for`;
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
