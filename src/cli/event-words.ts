/** What an event says, in the words of the command line. */
import type { AnyEvent } from "../runtime/index.ts";
import { isoInstant } from "../runtime/model/index.ts";
import { lengthText, localText } from "./local-text.ts";

export interface Words {
  readonly paint: "added" | "removed" | "faint" | "warning";
  readonly text: string;
}

/** Undefined for what people need not see. */
export function wordsOf(event: AnyEvent, zoneOf: (job: string) => string): Words | undefined {
  switch (event.name) {
    case "run.started":
      return faint(`started${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`);
    case "run.succeeded":
      return { paint: "added", text: `succeeded${lastedText(event)}` };
    case "run.failed":
      return broken(`failed${lastedText(event)}: ${messageOf(event.error)}`);
    case "run.retrying": {
      const again = localText(event.retryAt, zoneOf(event.job));
      return warning(`failed, and is tried again at ${again}: ${messageOf(event.error)}`);
    }
    case "run.interrupted":
      return warning(`was cut off when its process ended${event.rerun ? ", and runs again" : ""}`);
    case "run.stubborn":
      return warning("works on although it was told to stop");
    case "fire.skipped":
    case "fire.missed":
    case "fire.merged":
      return faint(`${event.name.slice("fire.".length)}: ${event.reason}${throughText(event)}`);
    case "job.removed":
      return faint(event.because === "ended" ? "has ended for good" : "is gone");
    case "job.retimed":
      return faint("goes by another trigger from now on");
    case "job.renamed":
      return faint(`was called ${event.from}`);
    case "job.paused":
      return warning("is paused");
    case "job.resumed":
      return faint("goes on");
    case "deadline.missed":
      return warning(`has not succeeded by ${localText(event.deadline, zoneOf(event.job))}`);
    case "calendar.ending":
      return warning(`goes on after ${event.until}, the last day that its calendar is known for`);
    case "clock.stepped":
      return warning(`the clock was set from ${isoInstant(event.from)} to ${isoInstant(event.to)}`);
    case "zones.differ":
      return warning(
        `other rules of ${event.zones.join(", ")}: ${event.running} here, ${event.stored} ${event.than === "store" ? "in the store" : "in the schedule"}`,
      );
    case "store.waiting":
      return warning("another process holds the store; this one stands by");
    case "store.failed":
      return broken(`the store failed: ${messageOf(event.error)}`);
    case "store.recovered":
      return faint(`the store is back after ${lengthText(event.after)}`);
    case "handler.failed":
      return broken(`a ${event.where} failed: ${messageOf(event.error)}`);
    default:
      return undefined;
  }
}

const faint = (text: string): Words => ({ paint: "faint", text });
const warning = (text: string): Words => ({ paint: "warning", text });
const broken = (text: string): Words => ({ paint: "removed", text });

function throughText(event: object): string {
  const through = "through" in event && typeof event.through === "number" ? event.through : undefined;
  return through === undefined ? "" : `, as were all through ${isoInstant(through)}`;
}

/** Nothing for what took no time. */
export function lastedText({ startedAt, endedAt }: { readonly startedAt?: number; readonly endedAt?: number }): string {
  const lasted = startedAt === undefined || endedAt === undefined ? 0 : endedAt - startedAt;
  return lasted > 0 ? ` in ${lengthText(lasted)}` : "";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
