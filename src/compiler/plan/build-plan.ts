/** The plan of all files together. */
import type { BuildView } from "./build-view.ts";
import { hashOf } from "./canonical.ts";
import { type LoweredFile, lowerFile } from "./lower/file.ts";
import type { Source } from "./source.ts";
import type { Plan, PlanJob } from "./types.ts";

/** The plan, and beside it what each file gave. */
export interface BuiltPlan {
  readonly plan: Plan;
  /** One a source, in the order given. */
  readonly files: readonly LoweredFile[];
}

/** Jobs that cannot be lowered are missing from the plan and named by a finding. */
export function buildPlan(sources: readonly Source[], build: BuildView): BuiltPlan {
  const files = sources.map((source) => lowerFile(source, build));
  return { plan: planOf(files.flatMap(({ jobs }) => jobs.map(({ job }) => job))), files };
}

/** Neither the order of the files nor that of the jobs in them is part of a plan. */
export function planOf(jobs: readonly PlanJob[]): Plan {
  const ordered = jobs.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const body = { version: 1, jobs: ordered, templates: [], calendars: [] } as const;
  return { ...body, hash: hashOf(body) };
}
