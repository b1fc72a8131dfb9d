/** Keeps what became of each fire of a day, out of the scheduler's events. */
import type { Reason, Scheduler } from "schedc/runtime";

export type Outcome = "ran" | "retried" | "merged" | "skipped" | "missed" | "failed";

export interface Entry {
  readonly job: string;
  /** The fire time. */
  readonly at: number;
  readonly outcome: Outcome;
  readonly reason?: Reason;
  /** Of a failed run, and of each attempt before the last. */
  readonly errors: readonly string[];
}

/** Listens from now on; the entries grow in the order in which fires found their end. */
export function keepLedger(scheduler: Scheduler): readonly Entry[] {
  const entries: Entry[] = [];
  const errors = new Map<string, string[]>();
  const add = (job: string, at: number, outcome: Outcome, rest: Partial<Entry> = {}): void => {
    entries.push({ job, at, outcome, errors: [], ...rest });
  };
  const attempts = (key: string): string[] => errors.get(key) ?? [];

  scheduler.on("run.retrying", ({ key, error }) => errors.set(key, [...attempts(key), messageOf(error)]));
  scheduler.on("run.succeeded", ({ job, key, scheduledAt, attempt }) =>
    add(job, scheduledAt, attempt > 1 ? "retried" : "ran", { errors: attempts(key) }),
  );
  scheduler.on("run.failed", ({ job, key, scheduledAt, error }) =>
    add(job, scheduledAt, "failed", { errors: [...attempts(key), messageOf(error)] }),
  );
  scheduler.on("fire.merged", ({ job, scheduledAt, reason }) => add(job, scheduledAt, "merged", { reason }));
  scheduler.on("fire.skipped", ({ job, scheduledAt, reason }) => add(job, scheduledAt, "skipped", { reason }));
  scheduler.on("fire.missed", ({ job, scheduledAt, reason }) => add(job, scheduledAt, "missed", { reason }));
  return entries;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
