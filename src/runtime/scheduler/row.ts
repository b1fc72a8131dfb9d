/** What is kept of a job in the store: a new one, and every change of it, which is written down with it. */
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import { NONE } from "./few.ts";
import type { Job } from "./job.ts";
import type { ScheduleRow } from "./store.ts";

export function freshRow(definition: Definition, since: number, watermark: number): ScheduleRow {
  const { id: job, triggerHash, policy, carried } = definition;
  const row = { job, triggerHash, since, watermark, paused: policy.paused, started: 0, sides: NONE };
  return carried === undefined ? row : { ...row, tzdb: carried.tzdb };
}

/** The row as its job goes on, under the zone rules of its module. */
export function underZones({ tzdb: _, ...row }: ScheduleRow, { carried }: Definition): ScheduleRow {
  return carried === undefined ? row : { ...row, tzdb: carried.tzdb };
}

export function changeRow(core: Core, job: Job, change: Partial<ScheduleRow>): void {
  if (core.keeps) putRow(core, job, { ...job.row, ...change });
  else Object.assign(job.row, change);
}

export function putRow(core: Core, job: Job, row: ScheduleRow): void {
  job.row = row;
  core.ledger.record({ kind: "schedule", row: job.row });
}
