/** Fires that no set has: those that starts and ends make, from their making until their start has come. */

import type { Reason } from "../model/index.ts";
import type { Core } from "./core.ts";
import { startDelay } from "./delay.ts";
import { NONE, withOne } from "./few.ts";
import { createFlight } from "./flight.ts";
import type { Job, MadeFire } from "./job.ts";
import { fireKey } from "./key.ts";
import { wasLived } from "./lives.ts";
import { arm } from "./next.ts";
import { recordFire } from "./record.ts";
import { skipFire } from "./unrun.ts";

/**
 * Makes a fire of the instant, or of the first after it that is free. A start, or the wait after an end, is content
 * with a fire that is to come at its instant; each end that a chain waits for makes one of its own.
 */
export function makeFire(core: Core, job: Job, instant: number, by: MadeFire["by"]): void {
  const isThere = by !== "after" && job.made.some(({ fireAt }) => fireAt === instant);
  if (!isThere) {
    let fireAt = instant;
    while (wasMade(job, fireAt) || setHad(job, fireAt)) fireAt++;
    const startAt = Math.max(fireAt, core.clock.now()) + startDelay(job.id, job.definition.policy, fireAt);
    job.made = withOne(job.made, { fireAt, startAt, by });
    if (by !== "completion") keep(core, job, fireAt);
  }
  arm(core, job);
}

/** No trigger could tell a later process of it, but for one after completion, which the end before it tells. */
function keep(core: Core, job: Job, fireAt: number): void {
  if (core.store.durable !== true) return;
  const flight = createFlight({ job, key: fireKey(job.id, fireAt), fireAt, origin: "schedule", fence: core.fence });
  recordFire(core, flight, "waiting", core.clock.now());
}

/** Nothing is to start any more. A store that outlives the process keeps the fires for the next start. */
export function stopMade(core: Core, job: Job): void {
  if (core.store.durable !== true || core.phase !== "stopping") dropMade(core, job, "stopped");
  job.made = NONE;
  arm(core, job);
}

/** Takes out the fires whose start has come. */
export function takeMade(core: Core, job: Job, now: number): readonly MadeFire[] {
  if (job.made.length === 0) return NONE;
  const due = job.made.filter(({ startAt }) => startAt <= now);
  if (due.length === 0) return due;
  job.made = job.made.filter(({ startAt }) => startAt > now);
  for (const { fireAt } of due) remember(job, fireAt);
  arm(core, job);
  return due;
}

/** They do not start any more. A fire after completion is none before its time. */
export function dropMade(core: Core, job: Job, reason: Reason): void {
  const now = core.clock.now();
  for (const { fireAt, by } of job.made) {
    if (by === "completion" && fireAt > now) continue;
    remember(job, fireAt);
    skipFire(core, job, fireAt, reason);
  }
  job.made = NONE;
  arm(core, job);
}

/** How many instants are remembered: enough for a clock that is set back and comes upon the same window again. */
const REMEMBERED = 100;

/** Its instant is not made again. */
function remember(job: Job, fireAt: number): void {
  job.met = withOne(job.met, fireAt).slice(-REMEMBERED);
}

/** Whether the instant is, or lately was, a fire that a start or an end made. */
export function wasMade({ made, met }: Job, instant: number): boolean {
  return made.some(({ fireAt }) => fireAt === instant) || met.includes(instant);
}

/** Whether the instant was a fire of the job's set, in this life or an earlier one. */
function setHad({ row, definition: { timed } }: Job, instant: number): boolean {
  const isPast = (instant >= row.since && instant <= row.watermark) || wasLived(row, instant);
  try {
    return isPast && timed?.has(instant) === true;
  } catch {
    // A custom trigger that throws is told of where its fires are looked for.
    return false;
  }
}
