/** Paused jobs: their fires are skipped, what runs goes on. */
import type { Core } from "./core.ts";
import { cutShort } from "./ending.ts";
import type { Job } from "./job.ts";
import { changeRow } from "./row.ts";

export function isPaused({ askedPause, row }: Job): boolean {
  return askedPause ?? row.paused;
}

/** What has not begun to run is skipped as well, unless someone asked for it. */
export function setPaused(core: Core, job: Job, paused: boolean): void {
  if (job.removed || isPaused(job) === paused) return;
  if (core.phase === "running") changeRow(core, job, { paused });
  else job.askedPause = paused;
  core.ledger.after(() => core.emitter.emit(paused ? "job.paused" : "job.resumed", { job: job.id }));
  if (!paused) return;
  for (const flight of [...job.waiting, ...job.active]) {
    if (flight.attempt === 0 && flight.origin === "schedule") cutShort(core, flight, "paused");
  }
}
