/** Keeps what became of each fire of a day, out of the scheduler's events. */
import type { Fire, Reason, Scheduler } from "schedc/runtime";

export type Outcome = "ran" | "retried" | "merged" | "skipped" | "missed" | "failed";

export interface Entry {
  readonly job: string;
  readonly key: string;
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
  const add = (fire: Fire, outcome: Outcome, rest: Pick<Entry, "reason"> | Pick<Entry, "errors"> = {}): void => {
    entries.push({ job: fire.job, key: fire.key, at: fire.scheduledAt, outcome, errors: [], ...rest });
  };
  const attempts = (key: string): string[] => errors.get(key) ?? [];

  scheduler.on("run.retrying", ({ key, error }) => errors.set(key, [...attempts(key), messageOf(error)]));
  scheduler.on("run.succeeded", (run) => add(run, run.attempt > 1 ? "retried" : "ran", { errors: attempts(run.key) }));
  scheduler.on("run.failed", (run) => add(run, "failed", { errors: [...attempts(run.key), messageOf(run.error)] }));
  scheduler.on("fire.merged", (fire) => add(fire, "merged", { reason: fire.reason }));
  scheduler.on("fire.skipped", (fire) => add(fire, "skipped", { reason: fire.reason }));
  scheduler.on("fire.missed", (fire) => add(fire, "missed", { reason: fire.reason }));
  return entries;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
