/** The scheduler begins to run: it takes up what the store knows, makes up for what came meanwhile, and tells what changed. */
import { SchedcError } from "../model/index.ts";
import { adopt, tellDifferences } from "./adopt.ts";
import { compare } from "./compare.ts";
import type { Core } from "./core.ts";
import { makeFire } from "./made.ts";
import { recordFire } from "./record.ts";
import { recover } from "./recover.ts";
import { type StepWatch, TOLERANCE } from "./step.ts";
import type { StoredState } from "./store.ts";
import { restoreTemplates } from "./template-restore.ts";
import { compareStored, compareZones } from "./zone-watch.ts";

/** How long is kept what a store knows of a job that nobody registers any more: 90 days. */
const KEPT = 90 * 86_400_000;

export function begin(core: Core, steps: StepWatch, state: StoredState): void {
  const now = core.clock.now();
  steps.reset();
  if (state.lost !== undefined) core.emitter.emit("store.failed", { error: state.lost });
  takeIn(core, state);
  core.ledger.open();
  forgetRemoved(core, now);
  restoreTemplates(core);
  core.phase = "running";
  // Runs that were asked for before: from here on they are written down.
  for (const flight of core.flights) {
    const state = flight.phase === "running" || flight.phase === "retrying" ? flight.phase : "waiting";
    recordFire(core, flight, state, now);
  }
  tellClock(core, now);
  const jobs = [...core.jobs.values()];
  compareStored(core, jobs);
  compareZones(
    core,
    jobs.map(({ definition }) => definition),
    now,
  );
  // A job that is new lives from this instant on, which counts as its first.
  for (const job of jobs) adopt(core, job, now, now - 1);
  for (const job of jobs) recover(core, job, now);
  leaveGone(core, now);
  for (const job of jobs) if (job.definition.parts.startup) makeFire(core, job, now, "startup");
  // Whatever is due already came while nothing was alive.
  core.outage = true;
  core.turn();
}

/** A clock that was set back between two processes: what came before it was is not fired again, and so has to be told. */
function tellClock({ rows, ledger, emitter }: Core, now: number): void {
  let latest = now;
  for (const { watermark } of rows.values()) latest = Math.max(latest, watermark);
  if (latest - now <= TOLERANCE) return;
  ledger.after(() => emitter.emit("clock.stepped", { from: latest, to: now }));
}

function takeIn(core: Core, { schedules, definitions, unfinished, fence }: StoredState): void {
  core.fence = fence;
  core.rows.clear();
  core.definitions.clear();
  core.unclaimed.clear();
  for (const row of schedules) core.rows.set(row.job, row);
  for (const record of definitions) core.definitions.set(record.job, record);
  const underWay = new Set([...core.flights].map(({ key }) => key));
  for (const record of unfinished) {
    if (underWay.has(record.key)) continue;
    const fires = core.unclaimed.get(record.job) ?? [];
    fires.push(record);
    core.unclaimed.set(record.job, fires);
  }
}

/** Jobs that were removed while the store was closed: one that was registered again since begins a new life. */
function forgetRemoved(core: Core, now: number): void {
  for (const id of core.forgotten) {
    core.rows.delete(id);
    core.definitions.delete(id);
    core.ledger.record({ kind: "forget", job: id });
    endUnclaimed(core, id, now);
  }
  core.forgotten.clear();
}

/**
 * Jobs that the store knows and nobody has registered. They are told of once. One that comes while this scheduler runs
 * goes on from where it was; when a later start does not have it either, its open fires end.
 */
function leaveGone(core: Core, now: number): void {
  const { rows, ledger } = core;
  for (const { job, gone = now } of [...rows.values()]) {
    if (now - gone <= KEPT) continue;
    ledger.record({ kind: "forget", job });
    rows.delete(job);
  }
  const left = [...rows.values()].filter(({ gone }) => gone === undefined);
  tellDifferences(core, compare(left, []));
  for (const row of left) ledger.record({ kind: "schedule", row: { ...row, gone: now } });
  for (const job of [...core.unclaimed.keys()]) {
    const row = rows.get(job);
    if (row === undefined || row.gone !== undefined) endUnclaimed(core, job, now);
  }
}

function endUnclaimed({ unclaimed, ledger, emitter }: Core, job: string, at: number): void {
  for (const record of unclaimed.get(job) ?? []) {
    const { key, fireAt: scheduledAt, origin, attempt } = record;
    const fire = { job, key, scheduledAt, origin };
    const state = attempt === 0 ? "skipped" : "failed";
    ledger.record({ kind: "fire", record: { ...record, state, at, reason: "removed" } });
    const error = new SchedcError(`${key} was ended: its job is gone.`, { code: "run/removed" });
    ledger.after(() => {
      if (attempt === 0) emitter.emit("fire.skipped", { ...fire, at, reason: "removed" });
      else
        emitter.emit("run.failed", { ...fire, attempt, startedAt: record.startedAt ?? record.at, endedAt: at, error });
    });
  }
  unclaimed.delete(job);
}
