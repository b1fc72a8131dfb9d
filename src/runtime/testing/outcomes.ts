/** Fires and what became of them, gathered from the events of a scheduler. */
import type { AnyEvent, Fire, Reason, Scheduler, Trigger } from "../model/index.ts";
import { zoneOfTrigger } from "./zone-of.ts";

/** A fire and what became of it. */
export interface SimulatedFire<Id extends string = string> {
  readonly job: Id;
  readonly key: string;
  readonly scheduledAt: number;
  /** The zone that its job is written in; "UTC" where it has none or several. */
  readonly zone: string;
  readonly outcome: "succeeded" | "failed" | "skipped" | "missed" | "merged";
  /** Why it did not run. */
  readonly reason?: Reason;
  /** The key of the fire it was merged into. */
  readonly into?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly attempts?: number;
  readonly error?: unknown;
}

export interface Outcomes<Id extends string> {
  /** In the order in which they ended. */
  readonly fires: readonly SimulatedFire<Id>[];
  /** Listens no longer. */
  end(): void;
}

export function collectOutcomes<Id extends string>(scheduler: Scheduler): Outcomes<Id> {
  const fires: SimulatedFire<Id>[] = [];
  const zones = new Map<string, string>();
  /** By key, when the first attempt started. */
  const starts = new Map<string, number>();

  function zoneOf(job: string): string {
    let zone = zones.get(job);
    if (zone === undefined) {
      const trigger: Trigger | undefined = scheduler.jobs().find(({ id }) => id === job)?.trigger;
      zone = (trigger && zoneOfTrigger(trigger)) ?? "UTC";
      zones.set(job, zone);
    }
    return zone;
  }
  const identity = ({ job, key, scheduledAt }: Fire) => ({ job: job as Id, key, scheduledAt, zone: zoneOf(job) });
  function spanOf({ key, startedAt, endedAt }: { key: string; startedAt: number; endedAt: number }) {
    const first = starts.get(key) ?? startedAt;
    starts.delete(key);
    return { startedAt: first, endedAt };
  }

  function hear(event: AnyEvent): void {
    switch (event.name) {
      case "run.started":
        if (event.attempt === 1) starts.set(event.key, event.startedAt);
        break;
      case "run.succeeded":
        fires.push({ ...identity(event), outcome: "succeeded", ...spanOf(event), attempts: event.attempt });
        break;
      case "run.failed": {
        const { attempt, error } = event;
        fires.push({ ...identity(event), outcome: "failed", ...spanOf(event), attempts: attempt, error });
        break;
      }
      case "fire.skipped":
        fires.push({ ...identity(event), outcome: "skipped", reason: event.reason });
        break;
      case "fire.missed":
        fires.push({ ...identity(event), outcome: "missed", reason: event.reason });
        break;
      case "fire.merged":
        fires.push({ ...identity(event), outcome: "merged", reason: event.reason, into: event.into });
    }
  }
  return { fires, end: scheduler.on("*", hear, { passive: true }) };
}
