/** Triggers in few words, all in UTC. */
import type {
  AfterTrigger,
  CalendarTrigger,
  ElapsedTrigger,
  StartupTrigger,
  Trigger,
} from "../../../src/runtime/model/index.ts";

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Epoch milliseconds of an ISO text. */
export const at = (iso: string): number => new Date(iso).getTime();

export function everyDayAt(...clocks: readonly string[]): CalendarTrigger {
  return { kind: "calendar", zone: "UTC", days: [{}], times: { at: clocks }, dst: { gap: "after", overlap: "first" } };
}

export function every(milliseconds: number, anchor = "2024-01-01T00:00:00Z"): ElapsedTrigger {
  return { kind: "elapsed", zone: "UTC", every: milliseconds, anchor, days: [{}] };
}

export function once(...instants: readonly string[]): Trigger {
  return { kind: "instants", zone: "UTC", at: instants };
}

export function afterJob(job: string, ends: "succeeds" | "fails" | "completes" = "succeeds"): AfterTrigger {
  return { kind: "after", all: [{ job, ends }] };
}

export const startup: StartupTrigger = { kind: "startup" };
