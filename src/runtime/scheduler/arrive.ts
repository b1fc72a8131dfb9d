/** The fires of one job whose start has come: each gets its fate here, and those that are to run go on from here. */
import { callHook } from "./calls.ts";
import type { Core } from "./core.ts";
import { startDelay } from "./delay.ts";
import { type DueFire, decideDue, decideRest, type Fate } from "./due.ts";
import { type DueTimes, timesThrough } from "./due-times.ts";
import { createFlight, type Flight, fireOf, recordOf, runOf } from "./flight.ts";
import { clearChains, followSkip } from "./follow.ts";
import type { Job } from "./job.ts";
import { fireKey } from "./key.ts";
import { wasLived } from "./lives.ts";
import { aimNext, arm, waitFor } from "./next.ts";
import { admit } from "./places.ts";
import { changeRow } from "./row.ts";

/** `outage`: nothing was alive when these fires came, as far as the clocks tell. */
export function arrive(core: Core, job: Job, now: number, outage: boolean): void {
  const { policy } = job.definition;
  const timed = takeTimed(core, job, now, outage);
  const made = takeMade(core, job, now);
  if (timed.length + made.length === 0) return;
  clearChains(core, job);
  const common = { now, paused: job.row.paused, started: job.row.started };
  // What an end or a start makes fire has no set to be late against: it runs whenever its turn comes.
  const always = { ...policy, grace: Number.POSITIVE_INFINITY, coalesce: "none" as const };
  const fates = [
    ...decideDue({ ...common, fires: timed, policy, outage }),
    ...decideDue({ ...common, fires: made, policy: always, outage: false }),
  ];
  for (const fate of fates) meet(core, job, fate, now);
}

/** Takes the due fires out of the fire set and moves the watermark past them. */
function takeTimed(core: Core, job: Job, now: number, outage: boolean): readonly DueFire[] {
  const { definition, next } = job;
  if (next === undefined || next.startAt > now) return [];
  const { times, rest } = timesDue(core, job, next.fireAt, now);
  const due: DueFire[] = [];
  let held: number | undefined;
  let startAt = next.startAt;
  for (const fireAt of times) {
    // A fire never starts before the one before it, which a longer jitter may hold back.
    startAt = Math.max(startAt, fireAt + startDelay(job.id, definition.policy, fireAt));
    if (startAt > now) {
      held = fireAt;
      break;
    }
    // An instant of the set at which a start or an end made a fire is that fire.
    if (fireAt !== job.lastMade && !wasLived(job.row, fireAt)) due.push({ fireAt, startAt });
  }
  if (rest !== undefined) tellRest(core, job, rest, now, outage);
  const met = held === undefined ? times : times.slice(0, times.indexOf(held));
  changeRow(core, job, { watermark: met.at(-1) ?? rest?.through ?? next.fireAt });
  if (held === undefined) aimNext(core, job);
  else waitFor(core, job, held);
  return due;
}

/** What a custom trigger throws half way leaves the fire that was known, and is told of. */
function timesDue(core: Core, { id, definition: { timed } }: Job, first: number, now: number): DueTimes {
  try {
    if (timed !== undefined) return timesThrough(timed, first, now);
  } catch (error) {
    core.ledger.after(() => core.emitter.emit("handler.failed", { where: "trigger", job: id, error }));
  }
  return { times: [first] };
}

function takeMade(core: Core, job: Job, now: number): readonly DueFire[] {
  const due = job.made.filter(({ startAt }) => startAt <= now);
  if (due.length === 0) return due;
  job.made = job.made.filter(({ startAt }) => startAt > now);
  arm(core, job);
  return due;
}

function meet(core: Core, job: Job, fate: Fate, now: number): void {
  const flight = createFlight({ job, key: fireKey(job.id, fate.fireAt), fireAt: fate.fireAt, origin: "schedule" });
  if (fate.kind === "run") {
    core.flights.add(flight);
    watchDeadline(core, flight);
    admit(core, flight);
    return;
  }
  const { reason } = fate;
  const told = { ...fireOf(flight), at: now, reason };
  const into = fate.kind === "merged" ? fireKey(job.id, fate.into) : undefined;
  const record = recordOf(flight, fate.kind, now, { reason, ...(into !== undefined && { into }) });
  core.ledger.record({ kind: "fire", record });
  core.ledger.after(() => {
    if (into !== undefined) core.emitter.emit("fire.merged", { ...told, into });
    else if (fate.kind === "skipped") core.emitter.emit("fire.skipped", told);
    else {
      core.emitter.emit("fire.missed", told);
      callMissed(core, flight);
    }
  });
  if (fate.kind === "missed") watchDeadline(core, flight);
  if (fate.kind === "skipped") followSkip(core, job, now);
}

/** More fires than are looked at singly: the older ones are one event, one record, one call of the hook. */
function tellRest(core: Core, job: Job, rest: { from: number; through: number }, at: number, outage: boolean): void {
  const { from: fireAt, through } = rest;
  const { kind, reason } = decideRest({ policy: job.definition.policy, outage, ...job.row });
  const flight = createFlight({ job, key: fireKey(job.id, fireAt), fireAt, origin: "schedule" });
  core.ledger.record({ kind: "fire", record: recordOf(flight, kind, at, { reason, through }) });
  core.ledger.after(() => {
    core.emitter.emit(`fire.${kind}`, { ...fireOf(flight), at, reason, through });
    if (kind === "missed") callMissed(core, flight);
  });
}

function callMissed(core: Core, flight: Flight): void {
  const { job } = flight;
  callHook(core, job.id, job.definition.onMissed, runOf(flight, new AbortController().signal));
}

/** `must succeed within`: told at that instant unless the run has succeeded by then. */
function watchDeadline(core: Core, flight: Flight): void {
  const { job, fireAt } = flight;
  const within = job.definition.policy.deadline;
  if (within === undefined) return;
  const deadline = fireAt + within;
  flight.deadline = core.wall.put(deadline, () => {
    if (job.removed) return;
    core.ledger.after(() => core.emitter.emit("deadline.missed", { ...fireOf(flight), deadline }));
  });
}
