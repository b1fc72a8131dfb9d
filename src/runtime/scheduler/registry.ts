/** Jobs coming, changing and going. */
import { SchedcError } from "../model/index.ts";
import { skipUnstarted } from "./arrive.ts";
import { forgetCalendars, watchCalendars } from "./calendar-end.ts";
import { clearSides } from "./chain.ts";
import type { Core } from "./core.ts";
import { refuseCycles } from "./cycle.ts";
import type { Definition } from "./definition.ts";
import { cutShort } from "./ending.ts";
import { aimFirst } from "./follow.ts";
import { createJob, type Job } from "./job.ts";
import { beginAnew } from "./lives.ts";
import { aimNext } from "./next.ts";
import { isPaused, setPaused } from "./pause.ts";
import { fillPlaces } from "./release.ts";
import { changeRow, freshRow, putRow, underZones } from "./row.ts";
import type { ScheduleRow } from "./store.ts";

/** Refuses what cannot be registered before anything is changed: a module comes in whole or not at all. */
export function checkNew(core: Core, definitions: readonly Definition[]): void {
  refuseCycles(definitions, (id) => core.jobs.get(id)?.definition);
  const taken = definitions.filter(({ id, policy }) => core.jobs.has(id) && policy.onDuplicate === "fail");
  if (taken.length === 0) return;
  const names = taken.map(({ id }) => id).join(", ");
  throw new SchedcError(
    `There ${taken.length === 1 ? "is a job" : "are jobs"} ${names} already. ` +
      'Give another id, remove the old one, or say what to do with onDuplicate: "replace" or "keep".',
    { code: "job/duplicate" },
  );
}

export function register(core: Core, definition: Definition): Job {
  const there = core.jobs.get(definition.id);
  if (there !== undefined) {
    if (definition.policy.onDuplicate === "replace") redefine(core, there, definition);
    return there;
  }
  const job = createJob(definition);
  core.jobs.set(job.id, job);
  follow(core, job);
  core.ledger.after(() => core.emitter.emit("job.added", { job: job.id }));
  if (core.phase === "running") adopt(core, job, core.clock.now());
  return job;
}

/** A registered job gets another definition; its runs, its pause and its place in time stay. */
function redefine(core: Core, job: Job, definition: Definition): void {
  const before = job.definition;
  const retimed = before.triggerHash !== definition.triggerHash;
  if (retimed) skipUnstarted(core, job, core.clock.now(), "removed");
  unfollow(core, job);
  job.definition = definition;
  follow(core, job);
  if (before.policy.paused !== definition.policy.paused) setPaused(core, job, definition.policy.paused);
  if (retimed) core.ledger.after(() => core.emitter.emit("job.retimed", { job: job.id }));
  fillPlaces(core, job);
  if (core.phase !== "running") return;
  putRow(core, job, underZones(job.row, definition));
  if (retimed) {
    retime(core, job, core.clock.now());
    watchCalendars(core, job);
  }
  aimNext(core, job);
}

/** A changed trigger never fires for the past: what came before the change keeps the fate that it had or had not. */
function retime(core: Core, job: Job, now: number): void {
  const { parts, triggerHash } = job.definition;
  const sides = parts.after.map(clearSides);
  changeRow(core, job, { triggerHash, watermark: Math.max(job.row.watermark, now), sides });
  if (parts.completion.length > 0 && job.active.size === 0) aimFirst(core, job, now);
}

/**
 * Finds what the store knows of the job, under its id or an older one, or begins its life here. `from` is the
 * watermark of a new job: the last instant that does not count.
 */
export function adopt(core: Core, job: Job, now: number, from: number = now): void {
  const { definition } = job;
  const stored = takeStored(core, definition);
  if (stored === undefined) {
    job.row = freshRow(definition, now, from);
  } else {
    job.row = underZones(beginAnew({ ...stored, job: job.id }, now), definition);
    if (stored.triggerHash !== definition.triggerHash) {
      retime(core, job, now);
      core.ledger.after(() => core.emitter.emit("job.retimed", { job: job.id }));
    }
  }
  changeRow(core, job, { paused: isPaused(job) });
  job.askedPause = undefined;
  if (definition.completion.length > 0 && !job.made.some(({ by }) => by === "completion")) aimFirst(core, job, now);
  aimNext(core, job);
  watchCalendars(core, job);
}

function takeStored(core: Core, { id, policy }: Definition): ScheduleRow | undefined {
  const own = core.rows.get(id);
  if (own !== undefined) {
    core.rows.delete(id);
    return own;
  }
  for (const from of policy.renamedFrom) {
    const row = core.rows.get(from);
    if (row === undefined || core.jobs.has(from)) continue;
    core.rows.delete(from);
    core.ledger.record({ kind: "rename", from, to: id });
    core.ledger.after(() => core.emitter.emit("job.renamed", { job: id, from }));
    return row;
  }
  return undefined;
}

export function remove(core: Core, job: Job): void {
  if (job.removed) return;
  job.removed = true;
  core.jobs.delete(job.id);
  unfollow(core, job);
  forgetCalendars(core, job);
  core.ledger.record({ kind: "forget", job: job.id });
  core.ledger.after(() => core.emitter.emit("job.removed", { job: job.id }));
  skipUnstarted(core, job, core.clock.now(), "removed");
  job.next = undefined;
  for (const flight of [...job.waiting, ...job.active]) cutShort(core, flight, "removed");
}

function follow(core: Core, job: Job): void {
  for (const { all } of job.definition.parts.after) {
    for (const side of all) {
      const followers = core.followers.get(side.job) ?? new Set();
      core.followers.set(side.job, followers.add(job));
    }
  }
}

function unfollow(core: Core, job: Job): void {
  for (const { all } of job.definition.parts.after) {
    for (const side of all) {
      const followers = core.followers.get(side.job);
      followers?.delete(job);
      if (followers?.size === 0) core.followers.delete(side.job);
    }
  }
}
