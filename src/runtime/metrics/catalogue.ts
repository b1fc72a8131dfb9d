/** The metrics there are: what each counts, of which type and under which labels. `docs/observability.md` lists the same. */

export interface Metric {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper ends of a histogram's buckets, ascending; the one without end is understood. */
  readonly buckets?: readonly number[];
}

const job = ["job"] as const;

export const catalogue = {
  fires: {
    name: "schedc_fires_total",
    type: "counter",
    help: "Fires by what became of them; several that were told of as one range count once.",
    labels: ["job", "fate", "reason"],
  },
  attempts: { name: "schedc_attempts_total", type: "counter", help: "Calls of handlers, retries within.", labels: job },
  retries: {
    name: "schedc_retries_total",
    type: "counter",
    help: "Failed attempts that another is to follow.",
    labels: job,
  },
  lateness: {
    name: "schedc_lateness_seconds",
    type: "histogram",
    help: "From a fire time to the start of its run, jitter and spread within.",
    labels: job,
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600],
  },
  duration: {
    name: "schedc_run_duration_seconds",
    type: "histogram",
    help: "From the start of a run's first attempt to its end.",
    labels: job,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 1_800, 3_600, 10_800],
  },
  deadlines: {
    name: "schedc_deadlines_missed_total",
    type: "counter",
    help: "Fires that had not succeeded by their deadline.",
    labels: job,
  },
  running: { name: "schedc_job_running", type: "gauge", help: "Runs under way.", labels: job },
  waiting: { name: "schedc_job_waiting", type: "gauge", help: "Fires that wait for a place.", labels: job },
  paused: { name: "schedc_job_paused", type: "gauge", help: "1 while the job is paused.", labels: job },
  next: {
    name: "schedc_job_next_fire_timestamp_seconds",
    type: "gauge",
    help: "When the job fires next; absent when it does not.",
    labels: job,
  },
  lastSuccess: {
    name: "schedc_job_last_success_timestamp_seconds",
    type: "gauge",
    help: "When a run of the job last succeeded.",
    labels: job,
  },
  lastFailure: {
    name: "schedc_job_last_failure_timestamp_seconds",
    type: "gauge",
    help: "When a run of the job last failed for good.",
    labels: job,
  },
  jobs: { name: "schedc_jobs", type: "gauge", help: "Registered jobs.", labels: [] },
  storeFailures: {
    name: "schedc_store_failures_total",
    type: "counter",
    help: "Times that the store did not take what was decided.",
    labels: [],
  },
  handlerFailures: {
    name: "schedc_handler_failures_total",
    type: "counter",
    help: "Listeners, hooks, guards and custom triggers that threw.",
    labels: ["where"],
  },
  clockSteps: { name: "schedc_clock_steps_total", type: "counter", help: "Steps of the wall clock.", labels: [] },
  problems: {
    name: "schedc_problems",
    type: "gauge",
    help: "What health finds, by kind.",
    labels: ["kind"],
  },
  healthy: { name: "schedc_healthy", type: "gauge", help: "1 while health finds no problem.", labels: [] },
} as const satisfies Readonly<Record<string, Metric>>;
