/** Processes that come one after another on one disk. */
import type { JobSpec } from "../../../src/runtime/model/index.ts";
import type { FireRecord } from "../../../src/runtime/scheduler/index.ts";
import { createDurableStore, type Disk } from "./durable-store.ts";
import { createRig, type Rig } from "./rig.ts";

export type Job = Partial<JobSpec> & Pick<JobSpec, "trigger"> & { readonly lasts?: number };

/** A process that starts at this instant with these jobs, on this disk. */
export async function process(disk: Disk, at: string, ...jobs: readonly Job[]): Promise<Rig> {
  const rig = createRig(at, { store: createDurableStore(disk) });
  for (const { lasts = 0, ...job } of jobs) rig.job(job, lasts);
  await rig.scheduler.start();
  return rig;
}

export const fires = (disk: Disk): FireRecord[] => Object.values(disk.content().fires);
