/** Jobs coming, changing and going. */
import { type Events, SchedcError } from "../model/index.ts";
import { adoptLate, define, jobRecordOf, retime, tellDifferences } from "./adopt.ts";
import { skipUnstarted } from "./arrive.ts";
import { forgetCalendars, watchCalendars } from "./calendar-end.ts";
import { compare } from "./compare.ts";
import type { Core } from "./core.ts";
import { refuseCycles } from "./cycle.ts";
import type { Definition } from "./definition.ts";
import { cutShort } from "./ending.ts";
import { createJob, type Job } from "./job.ts";
import { aimNext } from "./next.ts";
import { waitedFor } from "./parts.ts";
import { setPaused } from "./pause.ts";
import { fillPlaces } from "./release.ts";
import { putRow, underZones } from "./row.ts";

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
  return registerAll(core, [definition])[0] as Job;
}

/** What comes in together is told of together, before anything that follows from it. */
export function registerAll(core: Core, definitions: readonly Definition[]): Job[] {
  const added: Job[] = [];
  core.ledger.after(() => {
    for (const { id } of added) core.emitter.emit("job.added", { job: id });
  });
  const jobs = definitions.map((definition) => {
    const there = core.jobs.get(definition.id);
    if (there !== undefined) {
      if (definition.policy.onDuplicate === "replace") redefine(core, there, definition);
      return there;
    }
    const job = createJob(definition);
    core.jobs.set(job.id, job);
    core.ranked ||= definition.policy.priority !== 0;
    follow(core, job);
    added.push(job);
    return job;
  });
  if (core.phase === "running") for (const job of added) adoptLate(core, job, core.clock.now());
  return jobs;
}

/** A registered job gets another definition; its runs, its pause and its place in time stay. */
export function redefine(core: Core, job: Job, definition: Definition): void {
  const before = job.definition;
  const retimed = before.triggerHash !== definition.triggerHash;
  if (retimed) skipUnstarted(core, job, core.clock.now(), "removed");
  unfollow(core, job);
  job.definition = definition;
  core.ranked ||= definition.policy.priority !== 0;
  follow(core, job);
  if (before.policy.paused !== definition.policy.paused) setPaused(core, job, definition.policy.paused);
  tellDifferences(core, compare([jobRecordOf(before)], [jobRecordOf(definition)]));
  fillPlaces(core, job);
  if (core.phase !== "running") return;
  define(core, definition, before);
  putRow(core, job, underZones(job.row, definition));
  if (retimed) {
    const now = core.clock.now();
    retime(core, job, now, () => before.timed?.previous(Math.max(now, job.row.watermark) + 1));
    watchCalendars(core, job);
  }
  aimNext(core, job);
}

/** `because` is told where nobody asked for it. */
export function remove(core: Core, job: Job, because?: Events["job.removed"]["because"]): void {
  if (job.removed) return;
  job.removed = true;
  core.jobs.delete(job.id);
  unfollow(core, job);
  forgetCalendars(core, job);
  core.ledger.record({ kind: "forget", job: job.id });
  if (core.phase !== "running") core.forgotten.add(job.id);
  core.ledger.after(() => core.emitter.emit("job.removed", { job: job.id, ...(because && { because }) }));
  skipUnstarted(core, job, core.clock.now(), "removed");
  job.next = undefined;
  const backfills = [...core.flights].filter((flight) => flight.job === job);
  for (const flight of [...job.waiting, ...job.active, ...backfills]) cutShort(core, flight, "removed");
}

function follow(core: Core, job: Job): void {
  for (const id of waitedFor(job.definition.parts)) {
    const followers = core.followers.get(id) ?? new Set();
    core.followers.set(id, followers.add(job));
  }
}

function unfollow(core: Core, job: Job): void {
  for (const id of waitedFor(job.definition.parts)) {
    const followers = core.followers.get(id);
    followers?.delete(job);
    if (followers?.size === 0) core.followers.delete(id);
  }
}
