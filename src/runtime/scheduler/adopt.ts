/** A registered job takes up what the store knows of it, under its id or an older one, or begins its life here. */
import type { PreparedTrigger } from "../trigger/index.ts";
import { arrive } from "./arrive.ts";
import { watchCalendars } from "./calendar-end.ts";
import { clearSides } from "./chain.ts";
import { compare, type Difference } from "./compare.ts";
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import { aimFirst } from "./follow.ts";
import type { Job } from "./job.ts";
import { beginAnew, nextUnlived } from "./lives.ts";
import { aimNext } from "./next.ts";
import { recover } from "./recover.ts";
import { changeRow, freshRow, underZones } from "./row.ts";
import type { JobRecord, ScheduleRow } from "./store.ts";
import { lastFired, lifeStart } from "./template-late.ts";
import { createTriggerReader, type Timing } from "./timing.ts";
import { skipFire } from "./unrun.ts";
import { compareStored } from "./zone-watch.ts";

/** `from` is the watermark of a new job: the last instant that does not count. */
export function adopt(core: Core, job: Job, now: number, from: number = now): void {
  const { definition } = job;
  const stored = takeStored(core, definition);
  if (stored === undefined) {
    const last = (): number | undefined => lastFired(core, job.id);
    job.row = freshRow(definition, now, lifeStart(definition, from, last));
    define(core, definition);
  } else {
    const { record } = stored;
    // What came while nobody had the job is none of its fires.
    const { gone, ...row } = stored.row;
    const back = gone === undefined ? row : { ...row, watermark: Math.max(row.watermark, from) };
    job.row = underZones(beginAnew({ ...back, job: job.id }, now), definition);
    const differences = compare([{ job: row.job, triggerHash: row.triggerHash, ...record }], [jobRecordOf(definition)]);
    // Who pauses a job while it runs keeps it paused; a schedule that says something new about it is newer.
    const said = differences.some((one) => one.kind === "changed" && one.fields.includes("paused"));
    const paused = said ? definition.policy.paused : row.paused;
    tellDifferences(core, differences);
    if (paused !== row.paused) tellPaused(core, job.id, paused);
    job.row = { ...job.row, paused };
    if (differences.some(({ kind }) => kind === "retimed")) {
      const met = job.row;
      const before = record && timedOf(record);
      retime(core, job, now, () => before?.previous(row.watermark + 1));
      if (before !== undefined && job.row.watermark >= now) tellUnmet(core, job, met, before, now);
    }
    define(core, definition, record);
  }
  changeRow(core, job, job.askedPause === undefined ? {} : { paused: job.askedPause });
  job.askedPause = undefined;
  if (definition.completion.length > 0 && !job.made.some(({ by }) => by === "completion")) aimFirst(core, job, now);
  aimNext(core, job);
  watchCalendars(core, job);
}

/**
 * A job that comes while the scheduler runs. What is due of it came while nothing that had it was alive, but for a job
 * that is new: that of a template may be made after its time.
 */
export function adoptLate(core: Core, job: Job, now: number): void {
  compareStored(core, [job]);
  const known = core.rows.size;
  adopt(core, job, now);
  const isNew = core.rows.size === known;
  recover(core, job, now);
  arrive(core, job, now, !isNew);
}

/**
 * A changed trigger never fires for the past: what came before the change keeps the fate that it had or had not.
 * `last`: the last instant of the trigger before that has one.
 */
export function retime(core: Core, job: Job, now: number, last: () => number | undefined): void {
  const { parts, triggerHash } = job.definition;
  const sides = parts.after.map(clearSides);
  const watermark = lifeStart(job.definition, Math.max(job.row.watermark, now), last);
  changeRow(core, job, { triggerHash, watermark, sides });
  if (parts.completion.length > 0 && job.active.length === 0) aimFirst(core, job, now);
}

/** What the trigger before had come to while nothing was alive is not made up for: one record says so. */
function tellUnmet(core: Core, job: Job, met: ScheduleRow, before: PreparedTrigger, now: number): void {
  const open = new Set(core.unclaimed.get(job.id)?.map(({ fireAt }) => fireAt));
  let first = nextUnlived(met, before.next, met.watermark);
  while (first !== undefined && open.has(first)) first = before.next(first);
  if (first === undefined || first > now) return;
  const last = before.previous(now + 1) ?? first;
  skipFire(core, job, first, "removed", last > first ? last : undefined);
}

/** The set of a job that only the store knows; undefined where no text could keep it, as that of a custom trigger. */
function timedOf({ job, trigger }: JobRecord): Timing["timed"] {
  try {
    return createTriggerReader()(job, trigger, () => {}).timed;
  } catch {
    return undefined;
  }
}

export function tellDifferences(core: Core, differences: readonly Difference[]): void {
  for (const difference of differences) core.ledger.after(() => tell(core, difference));
}

/** A new one is told of when it is registered. */
function tell({ emitter }: Core, difference: Difference): void {
  const { kind, job } = difference;
  if (kind === "renamed") emitter.emit("job.renamed", { job, from: difference.from });
  else if (kind === "retimed") emitter.emit("job.retimed", { job });
  else if (kind === "changed") emitter.emit("job.changed", { job, fields: difference.fields });
  else if (kind === "gone") emitter.emit("job.removed", { job });
}

function tellPaused(core: Core, job: string, paused: boolean): void {
  core.ledger.after(() => core.emitter.emit(paused ? "job.paused" : "job.resumed", { job }));
}

/**
 * Writes down what the job is, where the store knows it otherwise and outlives the process. A job of a template is in no
 * module, so that its record is all there is of it between two schedulers on one store.
 */
export function define(core: Core, definition: Definition, before?: JobRecord | Definition): void {
  if (core.store.durable !== true && definition.template === undefined) return;
  const record = jobRecordOf(definition);
  const known = before === undefined || "job" in before ? before : jobRecordOf(before);
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(record)) return;
  core.ledger.record({ kind: "define", record });
}

export function jobRecordOf({ id, name, trigger, triggerHash, policy, template }: Definition): JobRecord {
  return { job: id, name, trigger, triggerHash, policy, ...(template && { template }) };
}

interface Stored {
  readonly row: ScheduleRow;
  readonly record: JobRecord | undefined;
}

function takeStored(core: Core, { id, policy }: Definition): Stored | undefined {
  const { rows, definitions, unclaimed, jobs } = core;
  const from = rows.has(id) ? id : policy.renamedFrom.find((old) => rows.has(old) && !jobs.has(old));
  const row = from === undefined ? undefined : rows.get(from);
  if (from === undefined || row === undefined) return undefined;
  const record = definitions.get(from);
  rows.delete(from);
  definitions.delete(from);
  if (from !== id) {
    core.ledger.record({ kind: "rename", from, to: id });
    const fires = unclaimed.get(from);
    unclaimed.delete(from);
    if (fires !== undefined) unclaimed.set(id, fires);
  }
  return { row, record };
}
