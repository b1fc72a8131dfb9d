/** One step of a scheduler on a test clock: to the next instant at which a job starts, and what happens there. */
import { SchedcError, type Scheduler } from "../model/index.ts";
import type { TestClock } from "./clock.ts";
import { collectOutcomes, type SimulatedFire } from "./outcomes.ts";

export interface RunNextOptions {
  /** Moves on to the next start of this job; what others do on the way is told as well. */
  readonly job?: string;
}

/**
 * Moves `clock` on to the next start of a job and lets what begins there go on for as long as it needs no time of the
 * clock. Answers the fires that came to their end; none when no job fires any more. A run that waits on the clock, or
 * for its retry, is told by the step in which it ends.
 *
 * The fires of jobs that are paused, or would be skipped for another reason, are steps too: they end as skipped.
 */
export async function runNext(
  scheduler: Scheduler,
  clock: TestClock,
  { job: only }: RunNextOptions = {},
): Promise<readonly SimulatedFire[]> {
  await clock.settle();
  const start = nextStart(scheduler, only);
  if (start === undefined) return [];
  const outcomes = collectOutcomes<string>(scheduler);
  try {
    await clock.advance(Math.max(0, start - clock.now()));
    await clock.settle();
  } finally {
    outcomes.end();
  }
  return outcomes.fires;
}

/** When the next start is, jitter and spread within. */
function nextStart(scheduler: Scheduler, only: string | undefined): number | undefined {
  const jobs = scheduler.jobs().filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && jobs.length === 0) {
    const known = scheduler.jobs().map(({ id }) => id);
    throw new SchedcError(`There is no job ${only}; there are ${known.join(", ") || "none"}.`, { code: "job/unknown" });
  }
  const starts = jobs.flatMap(({ startsAt }) => startsAt ?? []);
  return starts.length === 0 ? undefined : Math.min(...starts);
}
