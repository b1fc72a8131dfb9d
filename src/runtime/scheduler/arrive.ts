/** The fires of one job whose start has come: each gets its fate here, and those that are to run go on from here. */
import type { Policy, Reason } from "../model/index.ts";
import type { PreparedTrigger } from "../trigger/index.ts";
import type { Core } from "./core.ts";
import { watchDeadline } from "./deadline.ts";
import { startDelay } from "./delay.ts";
import { type DueFire, decideDue, decideRest, type Fate } from "./due.ts";
import { type DueTimes, timesThrough } from "./due-times.ts";
import { type Few, NONE, withOne } from "./few.ts";
import { createFlight } from "./flight.ts";
import { clearChains, followSkip } from "./follow.ts";
import type { Job } from "./job.ts";
import { fireKey } from "./key.ts";
import { wasLived } from "./lives.ts";
import { dropMade, takeMade, wasMade } from "./made.ts";
import { aimNext, waitFor } from "./next.ts";
import { admit } from "./places.ts";
import { changeRow } from "./row.ts";
import { mergeFire, missFire, skipFire } from "./unrun.ts";

/** `outage`: nothing was alive when these fires came, as far as the clocks tell. */
export function arrive(core: Core, job: Job, now: number, outage: boolean): void {
  const { policy } = job.definition;
  const timed = takeTimed(core, job, now, outage);
  const made = takeMade(core, job, now);
  if (timed.length + made.length === 0) return;
  if (timed.length > 0 || made.some(({ by }) => by !== "after")) clearChains(core, job);
  const common = { now, paused: job.row.paused, started: job.row.started };
  const fates = decideDue({ ...common, fires: timed, policy, outage });
  const madeFates =
    made.length === 0 ? NONE : decideDue({ ...common, fires: made, policy: always(policy), outage: false });
  for (const fate of fates) meet(core, job, fate, now);
  for (const fate of madeFates) meet(core, job, fate, now);
}

/** What an end or a start makes fire has no set to be late against: it runs whenever its turn comes. */
function always(policy: Policy): Policy {
  return { ...policy, grace: Number.POSITIVE_INFINITY, coalesce: "none" };
}

/** Takes the due fires out of the fire set and moves the watermark past them. */
function takeTimed(core: Core, job: Job, now: number, outage: boolean): readonly DueFire[] {
  const { definition, next } = job;
  if (next === undefined || next.startAt > now) return NONE;
  const { times, rest } = timesDue(core, job, next.fireAt, now);
  let due: Few<DueFire> = NONE;
  let held: number | undefined;
  let startAt = next.startAt;
  for (const fireAt of times) {
    // A fire never starts before the one before it, which a longer jitter may hold back.
    startAt = Math.max(startAt, fireAt + startDelay(job.id, definition.policy, fireAt));
    if (startAt > now) {
      held = fireAt;
      break;
    }
    if (isOwn(job, fireAt)) due = withOne(due, { fireAt, startAt });
  }
  if (rest !== undefined) tellRest(core, job, rest, outage);
  const met = held === undefined ? times : times.slice(0, times.indexOf(held));
  changeRow(core, job, { watermark: met.at(-1) ?? rest?.through ?? next.fireAt });
  if (held === undefined) aimNext(core, job);
  else waitFor(core, job, held);
  return due;
}

/** An instant of the set at which a start or an end made a fire is that fire. */
function isOwn(job: Job, fireAt: number): boolean {
  return !wasMade(job, fireAt) && !wasLived(job.row, fireAt);
}

/** What a custom trigger throws half way leaves the fire that was known, and is told of. */
function timesDue(core: Core, job: Job, first: number, now: number): DueTimes {
  const { id, definition } = job;
  const { timed } = definition;
  try {
    if (timed !== undefined) return underOwnKey(job, timed, timesThrough(timed, first, now));
  } catch (error) {
    core.ledger.after(() => core.emitter.emit("handler.failed", { where: "trigger", job: id, error }));
  }
  return { times: [first] };
}

/** What is told of together goes by the key of its first, which must not be that of a fire that was made. */
function underOwnKey(job: Job, timed: PreparedTrigger, { times, rest }: DueTimes): DueTimes {
  let from = rest?.from;
  while (from !== undefined && wasMade(job, from)) from = timed.next(from);
  return rest === undefined || from === undefined || from > rest.through
    ? { times }
    : { times, rest: { ...rest, from } };
}

function meet(core: Core, job: Job, fate: Fate, now: number): void {
  const { fireAt } = fate;
  switch (fate.kind) {
    case "run": {
      const flight = createFlight({ job, key: fireKey(job.id, fireAt), fireAt, origin: "schedule", fence: core.fence });
      core.flights.add(flight);
      watchDeadline(core, flight);
      admit(core, flight);
      break;
    }
    case "skipped":
      skipFire(core, job, fireAt, fate.reason);
      followSkip(core, job, now);
      break;
    case "missed":
      watchDeadline(core, missFire(core, job, fireAt, fate.reason));
      break;
    case "merged":
      mergeFire(core, job, fireAt, fate.reason, fireKey(job.id, fate.into));
  }
}

/** More fires than are looked at singly: the older ones are one event, one record, one call of the hook. */
function tellRest(core: Core, job: Job, { from, through }: { from: number; through: number }, outage: boolean): void {
  const { kind, reason } = decideRest({ policy: job.definition.policy, outage, ...job.row });
  if (kind === "skipped") skipFire(core, job, from, reason, through);
  else missFire(core, job, from, reason, through);
}

/** The job or its trigger goes: what has come and has not started, held back by a delay or a busy process, goes with it. */
export function skipUnstarted(core: Core, job: Job, now: number, reason: Reason): void {
  if (job.next !== undefined && job.next.fireAt <= now) {
    const { times, rest } = timesDue(core, job, job.next.fireAt, now);
    if (rest !== undefined) skipFire(core, job, rest.from, reason, rest.through);
    for (const fireAt of times) if (isOwn(job, fireAt)) skipFire(core, job, fireAt, reason);
  }
  dropMade(core, job, reason);
}
