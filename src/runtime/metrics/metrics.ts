/** Metrics of one scheduler as Prometheus reads them: counted from its events, its gauges read when they are asked for. */
import type { AnyEvent, Scheduler } from "../model/index.ts";
import { catalogue } from "./catalogue.ts";
import { CONTENT_TYPE, histogramLines, numberLines } from "./exposition.ts";
import { createJobLabels, OTHER_JOBS } from "./job-labels.ts";
import { problemKinds } from "./problem-kinds.ts";
import { createHistograms, createNumbers, type NumberSeries } from "./series.ts";

export interface Metrics {
  /** All metrics as they are now, in the text format 0.0.4. */
  text(): string;
  /** The `Content-Type` of that text. */
  readonly contentType: string;
  /** Counts no longer. */
  end(): void;
}

export interface MetricsOptions {
  /** So many jobs have series of their own; what further ones do counts for `job="(other)"`. 1,000 unless told. */
  readonly maxJobs?: number;
}

/** Counts from here on; what the scheduler did before is not in it. */
export function createMetrics(scheduler: Scheduler, { maxJobs = 1_000 }: MetricsOptions = {}): Metrics {
  const labels = createJobLabels(maxJobs);
  const counters = {
    fires: createNumbers(catalogue.fires),
    attempts: createNumbers(catalogue.attempts),
    retries: createNumbers(catalogue.retries),
    deadlines: createNumbers(catalogue.deadlines),
    storeFailures: createNumbers(catalogue.storeFailures),
    handlerFailures: createNumbers(catalogue.handlerFailures),
    clockSteps: createNumbers(catalogue.clockSteps),
  };
  const lasts = {
    lastSuccess: createNumbers(catalogue.lastSuccess),
    lastFailure: createNumbers(catalogue.lastFailure),
  };
  const histograms = { lateness: createHistograms(catalogue.lateness), duration: createHistograms(catalogue.duration) };
  /** By key, when the first attempt of a run under way started. */
  const starts = new Map<string, number>();
  for (const { id } of scheduler.jobs()) labels.add(id);
  counters.storeFailures.add([], 0);
  counters.clockSteps.add([], 0);

  function ended(event: AnyEvent & { readonly name: "run.succeeded" | "run.failed" }): void {
    const { key, startedAt, endedAt } = event;
    const label = labels.of(event.job);
    const succeeded = event.name === "run.succeeded";
    counters.fires.add([label, succeeded ? "succeeded" : "failed", ""], 1);
    histograms.duration.observe([label], (endedAt - (starts.get(key) ?? startedAt)) / 1_000);
    starts.delete(key);
    if (label !== OTHER_JOBS) lasts[succeeded ? "lastSuccess" : "lastFailure"].set([label], endedAt / 1_000);
  }

  function hear(event: AnyEvent): void {
    switch (event.name) {
      case "run.started": {
        const label = labels.of(event.job);
        counters.attempts.add([label], 1);
        if (event.attempt > 1) break;
        starts.set(event.key, event.startedAt);
        if (event.origin === "schedule") {
          histograms.lateness.observe([label], Math.max(0, event.startedAt - event.scheduledAt) / 1_000);
        }
        break;
      }
      case "run.succeeded":
      case "run.failed":
        ended(event);
        break;
      case "run.retrying":
        counters.retries.add([labels.of(event.job)], 1);
        break;
      case "fire.skipped":
      case "fire.missed":
      case "fire.merged":
        counters.fires.add([labels.of(event.job), event.name.slice("fire.".length), event.reason], 1);
        break;
      case "deadline.missed":
        counters.deadlines.add([labels.of(event.job)], 1);
        break;
      case "job.added":
        labels.add(event.job);
        break;
      case "job.removed":
        forget(event.job);
        break;
      case "store.failed":
        counters.storeFailures.add([], 1);
        break;
      case "handler.failed":
        counters.handlerFailures.add([event.where], 1);
        break;
      case "clock.stepped":
        counters.clockSteps.add([], 1);
    }
  }

  /** What a job that is gone has done goes to the others, so that no sum over jobs ever falls. */
  function forget(job: string): void {
    if (!labels.release(job)) return;
    for (const counter of Object.values(counters)) counter.fold(job, OTHER_JOBS);
    for (const histogram of Object.values(histograms)) histogram.fold(job, OTHER_JOBS);
    for (const last of Object.values(lasts)) last.drop(job);
  }

  function text(): string {
    const gauges = readGauges(scheduler, labels.of);
    // Counters are there from the start: one that appears with its first failure shows no increase.
    for (const job of gauges.known) {
      counters.fires.add([job, "succeeded", ""], 0);
      counters.fires.add([job, "failed", ""], 0);
    }
    const numbers: Readonly<Record<string, NumberSeries>> = { ...counters, ...lasts, ...gauges.series };
    const lines = (Object.keys(catalogue) as (keyof typeof catalogue)[]).flatMap((name) => {
      const series = numbers[name];
      if (series !== undefined) return numberLines(catalogue[name], series.all());
      return name in histograms
        ? histogramLines(catalogue[name], histograms[name as keyof typeof histograms].all())
        : [];
    });
    return `${lines.join("\n")}\n`;
  }

  return { text, contentType: CONTENT_TYPE, end: scheduler.on("*", hear, { passive: true }) };
}

interface Gauges {
  /** The labels of the jobs that have their own. */
  readonly known: readonly string[];
  readonly series: Readonly<Record<string, NumberSeries>>;
}

function readGauges(scheduler: Scheduler, labelOf: (job: string) => string): Gauges {
  const series = {
    running: createNumbers(catalogue.running),
    waiting: createNumbers(catalogue.waiting),
    paused: createNumbers(catalogue.paused),
    next: createNumbers(catalogue.next),
    jobs: createNumbers(catalogue.jobs),
    problems: createNumbers(catalogue.problems),
    healthy: createNumbers(catalogue.healthy),
  };
  const jobs = scheduler.jobs();
  const known: string[] = [];
  for (const { id, running, waiting, paused, next } of jobs) {
    const label = labelOf(id);
    series.running.add([label], running);
    series.waiting.add([label], waiting);
    if (label === OTHER_JOBS) continue;
    known.push(label);
    series.paused.set([label], paused ? 1 : 0);
    if (next !== undefined) series.next.set([label], next / 1_000);
  }
  series.jobs.set([], jobs.length);
  const { ok, problems } = scheduler.health();
  for (const kind of problemKinds) series.problems.add([kind], 0);
  for (const { kind } of problems) series.problems.add([kind], 1);
  series.healthy.set([], ok ? 1 : 0);
  return { known, series };
}
