/** Compares what ran with what the triggers say should have: which fires were lost, and which ran twice without a word. */
import { readFileSync } from "node:fs";
import { type FireRecord, prepare, type Trigger } from "schedc/runtime";
import { createSqliteStore } from "schedc/runtime/sqlite";
import type { BusyJob } from "./jobs.ts";

export interface Effect {
  readonly key: string;
  readonly attempt: number;
  readonly fence: number;
  readonly scheduledAt: number;
  readonly at: number;
  readonly pid: number;
}

export interface Findings {
  /** Fires of a trigger within the life of its job, whatever became of them. */
  readonly expected: number;
  readonly effects: number;
  /** Attempts that followed one that was cut off, which the record and an event say. */
  readonly again: number;
  /** Without a record or an end, or said to have run and never begun. */
  readonly lost: readonly string[];
  /** Begun without a record that says so, or by two processes at once. */
  readonly doubled: readonly string[];
  /** Anything else that must not be: early, beyond a limit, a chain that broke. */
  readonly wrong: readonly string[];
}

export function readEffects(file: string): readonly Effect[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Effect);
}

export interface AuditOptions {
  readonly database: string;
  readonly effects: string;
  /** Keys of runs that were promised to those who asked for them from outside. */
  readonly promised?: readonly string[];
  /** Whether the wall clock was set back: what was decided before may then begin before its time on it. */
  readonly clockWentBack?: boolean;
}

export async function audit(jobs: readonly BusyJob[], options: AuditOptions): Promise<Findings> {
  const { database, promised = [], clockWentBack = false } = options;
  const store = createSqliteStore({ file: database, history: { perJob: 1e9, total: 1e9, age: 1e12 } });
  const { schedules } = await store.open();
  const rows = new Map(schedules.map((row) => [row.job, row]));
  const records = new Map<string, FireRecord>();
  for (const { id } of jobs) for (const record of await store.fires(id)) records.set(record.key, record);
  await store.close();

  const effects = readEffects(options.effects);
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  const began = new Map<string, Effect[]>();
  for (const effect of effects) began.set(effect.key, [...(began.get(effect.key) ?? []), effect]);

  let expected = 0;
  const ofJob = Map.groupBy(records.values(), ({ job }) => job);
  for (const job of jobs) {
    const row = rows.get(job.id);
    if (row === undefined) {
      lost.push(`${job.id} is not in the store`);
      continue;
    }
    const own = ofJob.get(job.id) ?? [];
    for (const [since, watermark] of [...(row.lived ?? []), [row.since, row.watermark] as const]) {
      const { fires, untold } = compareTimes(job.trigger, since, watermark, own);
      expected += fires;
      lost.push(...untold.map((fireAt) => `${job.id} at ${iso(fireAt)} has no record`));
    }
    const { limit } = job.policy;
    const ran = own.filter((record) => record.origin === "schedule" && record.attempt > 0);
    if (limit !== undefined && ran.length > limit)
      wrong.push(`${job.id} ran ${ran.length} times, its limit is ${limit}`);
  }
  const heads = (ofJob.get("head") ?? []).filter(({ state }) => state === "succeeded" || state === "failed").length;
  const tails = (ofJob.get("tail") ?? []).length;
  if (heads !== tails) wrong.push(`head ended ${heads} times and made ${tails} fires of tail`);

  let again = 0;
  for (const record of records.values()) {
    const runs = began.get(record.key) ?? [];
    const attempts = new Set(runs.map(({ attempt }) => attempt));
    if (runs.length > attempts.size || runs.some(({ attempt }) => attempt > record.attempt)) {
      doubled.push(`${record.key} began as ${runs.map(({ attempt }) => attempt)}, its record has ${record.attempt}`);
    }
    if (record.state === "succeeded" && !attempts.has(record.attempt)) {
      lost.push(`${record.key} is said to have succeeded at attempt ${record.attempt} and never began it`);
    }
    if (record.state === "running" || record.state === "retrying") lost.push(`${record.key} is left ${record.state}`);
    again += Math.max(0, runs.length - 1);
    for (const { at, scheduledAt } of runs)
      if (at < scheduledAt && !clockWentBack) wrong.push(`${record.key} began early`);
  }
  for (const [key, runs] of began) if (!records.has(key)) doubled.push(`${key} began ${runs.length} times, unrecorded`);
  for (const key of promised) {
    if (!records.has(key)) lost.push(`${key} was promised to who asked for it, and has no record`);
  }
  if (new Set(promised).size < promised.length) doubled.push("one run was promised to two who asked");
  doubled.push(...sideBySide(effects));
  return { expected, effects: effects.length, again, lost, doubled, wrong };
}

interface Compared {
  readonly fires: number;
  readonly untold: readonly number[];
}

/** The fires of a trigger through a life of its job, and those that no record speaks for, singly or in a span. */
function compareTimes(trigger: Trigger, since: number, watermark: number, own: readonly FireRecord[]): Compared {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  if (members.some(({ kind }) => kind === "after" || kind === "completion" || kind === "startup")) {
    return { fires: 0, untold: [] };
  }
  const told = own.filter(({ origin }) => origin !== "now");
  const singly = new Set(told.map(({ fireAt }) => fireAt));
  const spans = told.flatMap(({ fireAt, through }) => (through === undefined ? [] : [{ fireAt, through }]));
  const untold: number[] = [];
  let fires = 0;
  const { next } = prepare(trigger);
  for (let time = next(since - 1); time !== undefined && time <= watermark; ) {
    const fireAt: number = time;
    fires++;
    const span = spans.find((one) => one.fireAt <= fireAt && fireAt <= one.through);
    if (span === undefined && !singly.has(fireAt)) untold.push(fireAt);
    time = next(span?.through ?? fireAt);
  }
  return { fires, untold };
}

/** Processes whose lines in the one log lie within each other's. */
function sideBySide(effects: readonly Effect[]): string[] {
  const gone = new Set<number>();
  const found: string[] = [];
  let now: Effect | undefined;
  for (const effect of effects) {
    if (effect.pid === now?.pid) continue;
    if (now !== undefined) gone.add(now.pid);
    if (gone.has(effect.pid)) found.push(`${effect.key} began in process ${effect.pid} after another took over`);
    if (now !== undefined && effect.fence <= now.fence) found.push(`fence ${effect.fence} followed ${now.fence}`);
    now = effect;
  }
  return found;
}

const iso = (instant: number): string => new Date(instant).toISOString();
