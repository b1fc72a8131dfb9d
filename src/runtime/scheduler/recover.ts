/** Fires that an earlier process did not live to end: each goes on from where it stood, or ends, and is told of. */
import { SchedcError } from "../model/index.ts";
import { goOnFillingBack } from "./asked.ts";
import { retryIn } from "./attempt.ts";
import type { Core } from "./core.ts";
import { watchDeadline } from "./deadline.ts";
import { startDelay } from "./delay.ts";
import { endRun, skipFlight } from "./ending.ts";
import { withOne } from "./few.ts";
import { createFlight, type Flight, fireOf } from "./flight.ts";
import type { Job } from "./job.ts";
import { arm } from "./next.ts";
import { isPaused } from "./pause.ts";
import { wait } from "./places.ts";
import { fillPlaces } from "./release.ts";
import { retryWait } from "./retry.ts";
import type { FireRecord } from "./store.ts";

/** Those that had begun come first, as they held their places. */
export function recover(core: Core, job: Job, now: number): void {
  const records = core.unclaimed.get(job.id) ?? [];
  core.unclaimed.delete(job.id);
  const begun = ({ state }: FireRecord): number => (state === "waiting" ? 1 : 0);
  const inOrder = [...records].sort((a, b) => begun(a) - begun(b) || a.at - b.at || a.fireAt - b.fireAt);
  const [begunBackfills, backfills]: [Flight[], Flight[]] = [[], []];
  for (const record of inOrder) {
    // A fire that a start or an end made stays the only one of its instant.
    job.met = withOne(job.met, record.fireAt);
    if (record.state === "waiting" && record.attempt === 0 && isHeldBack(core, job, record, now)) continue;
    const flight = claim(core, job, record);
    const isBackfill = record.origin === "backfill";
    if (isBackfill && begun(record) === 1) backfills.push(flight);
    else resume(core, record, flight, now);
    if (isBackfill && begun(record) === 0 && flight.phase !== "ended") begunBackfills.push(flight);
  }
  goOnFillingBack(core, backfills, begunBackfills);
  fillPlaces(core, job);
}

function claim(core: Core, job: Job, { key, fireAt, origin, attempt, at, startedAt }: FireRecord): Flight {
  const flight = createFlight({ job, key, fireAt, origin, attempt, fence: core.fence });
  flight.startedAt = startedAt;
  flight.attemptAt = at;
  core.flights.add(flight);
  // Who asks for a run has no deadline for it, and what is filled back would always be late.
  if (origin === "schedule") watchDeadline(core, flight);
  return flight;
}

/** A fire that was made and whose delay is not over is still to come. */
function isHeldBack(core: Core, job: Job, { fireAt, origin }: FireRecord, now: number): boolean {
  // It was made before now, whatever the clock read then.
  const startAt = Math.min(fireAt, now) + startDelay(job.id, job.definition.policy, fireAt);
  if (origin !== "schedule" || startAt <= now) return false;
  job.made = withOne(job.made, { fireAt, startAt, by: "after" });
  arm(core, job);
  return true;
}

function resume(core: Core, { state, at, error }: FireRecord, flight: Flight, now: number): void {
  const { attempt, job, key } = flight;
  const { policy } = job.definition;
  if (state === "running") {
    const rerun = policy.interrupted === "rerun";
    const event = { ...fireOf(flight), attempt, startedAt: at, at: now, rerun };
    core.ledger.after(() => core.emitter.emit("run.interrupted", event));
    if (rerun) wait(core, flight);
    else fail(core, flight, "run/interrupted", "was cut off: its process ended while it ran");
  } else if (state === "retrying") {
    const pause = retryWait(policy.retry, attempt, key);
    if (pause === undefined)
      fail(core, flight, "run/no-retry", "failed, and its policy allows no further attempt now", error);
    else {
      job.active = withOne(job.active, flight);
      retryIn(core, flight, Math.max(0, Math.min(at, now) + pause - now));
    }
  } else if (attempt === 0 && flight.origin === "schedule" && isPaused(job)) {
    skipFlight(core, flight, "paused");
  } else wait(core, flight);
}

function fail(core: Core, flight: Flight, code: string, why: string, cause?: string): void {
  const options = { code, ...(cause !== undefined && { cause }) };
  endRun(core, flight, { state: "failed", error: new SchedcError(`${flight.key} ${why}.`, options) });
}
