/** What is kept of a job in the store: a new one, and every change of it, which is written down with it. */
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import type { Job } from "./job.ts";
import type { ScheduleRow } from "./store.ts";

export function freshRow({ id, triggerHash, policy }: Definition, since: number, watermark: number): ScheduleRow {
  return { job: id, triggerHash, since, watermark, paused: policy.paused, started: 0, sides: [] };
}

export function changeRow(core: Core, job: Job, change: Partial<ScheduleRow>): void {
  job.row = { ...job.row, ...change };
  core.ledger.record({ kind: "schedule", row: job.row });
}
