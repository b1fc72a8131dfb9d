/** The metrics of `schedc/runtime/metrics`, as OpenTelemetry's instruments. */
import type { BatchObservableCallback, Meter } from "@opentelemetry/api";
import type { AnyEvent, Scheduler } from "../model/index.ts";
import { FATE, JOB, REASON } from "./attributes.ts";

export interface Meters {
  hear(event: AnyEvent): void;
  /** Observes no longer. */
  end(): void;
}

export function createMeters(scheduler: Scheduler, meter: Meter): Meters {
  const fires = meter.createCounter("schedc.fires", { unit: "{fire}", description: "Fires by what became of them." });
  const retries = meter.createCounter("schedc.retries", { unit: "{attempt}", description: "Attempts to be repeated." });
  const deadlines = meter.createCounter("schedc.deadlines.missed", {
    unit: "{fire}",
    description: "Fires that had not succeeded by their deadline.",
  });
  const storeFailures = meter.createCounter("schedc.store.failures", {
    unit: "{failure}",
    description: "Times that the store did not take what was decided.",
  });
  const lateness = meter.createHistogram("schedc.lateness", {
    unit: "s",
    description: "From a fire time to the start of its run.",
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600] },
  });
  const duration = meter.createHistogram("schedc.run.duration", {
    unit: "s",
    description: "From the start of a run's first attempt to its end.",
    advice: { explicitBucketBoundaries: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 1_800, 3_600, 10_800] },
  });
  const running = meter.createObservableGauge("schedc.job.running", { unit: "{run}", description: "Runs under way." });
  const waiting = meter.createObservableGauge("schedc.job.waiting", {
    unit: "{fire}",
    description: "Fires that wait for a place.",
  });
  const healthy = meter.createObservableGauge("schedc.healthy", {
    description: "1 while health finds no problem.",
  });
  const observed = [running, waiting, healthy];
  const observe: BatchObservableCallback = (result) => {
    for (const job of scheduler.jobs()) {
      result.observe(running, job.running, { [JOB]: job.id });
      result.observe(waiting, job.waiting, { [JOB]: job.id });
    }
    result.observe(healthy, scheduler.health().ok ? 1 : 0);
  };
  meter.addBatchObservableCallback(observe, observed);
  /** By key, when the first attempt of a run under way started. */
  const starts = new Map<string, number>();

  return {
    hear(event) {
      switch (event.name) {
        case "run.started":
          if (event.attempt > 1) break;
          starts.set(event.key, event.startedAt);
          if (event.origin !== "schedule") break;
          lateness.record(Math.max(0, event.startedAt - event.scheduledAt) / 1_000, { [JOB]: event.job });
          break;
        case "run.succeeded":
        case "run.failed": {
          const fate = event.name.slice("run.".length);
          fires.add(1, { [JOB]: event.job, [FATE]: fate });
          const startedAt = starts.get(event.key) ?? event.startedAt;
          duration.record((event.endedAt - startedAt) / 1_000, { [JOB]: event.job, [FATE]: fate });
          starts.delete(event.key);
          break;
        }
        case "run.retrying":
          retries.add(1, { [JOB]: event.job });
          break;
        case "fire.skipped":
        case "fire.missed":
        case "fire.merged":
          fires.add(1, { [JOB]: event.job, [FATE]: event.name.slice("fire.".length), [REASON]: event.reason });
          break;
        case "deadline.missed":
          deadlines.add(1, { [JOB]: event.job });
          break;
        case "store.failed":
          storeFailures.add(1);
      }
    },
    end: () => meter.removeBatchObservableCallback(observe, observed),
  };
}
