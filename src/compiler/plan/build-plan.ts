/** The plan of all files together. */
import type { BuildView } from "./build-view.ts";
import { hashOf } from "./canonical.ts";
import { calendarsOf } from "./lower/calendar.ts";
import { type LoweredFile, lowerFile } from "./lower/file.ts";
import type { Source } from "./source.ts";
import type { Plan, PlanCalendar, PlanJob, PlanTemplate } from "./types.ts";

/** The plan, and beside it what each file gave. */
export interface BuiltPlan {
  readonly plan: Plan;
  /** One a source, in the order given. */
  readonly files: readonly LoweredFile[];
}

/** Jobs that cannot be lowered are missing from the plan and named by a finding. */
export function buildPlan(sources: readonly Source[], build: BuildView): BuiltPlan {
  const files = sources.map((source) => lowerFile(source, build));
  const jobs = files.flatMap((file) => file.jobs.map(({ job }) => job));
  const calendars = sources.flatMap((source) => calendarsOf(source, build));
  const templates = files.flatMap((file) => file.templates.map(({ template }) => template));
  return { plan: planOf(jobs, calendars, templates), files };
}

/** Neither the order of the files nor that of the jobs in them is part of a plan. */
export function planOf(
  jobs: readonly PlanJob[],
  declared: readonly PlanCalendar[] = [],
  templates: readonly PlanTemplate[] = [],
): Plan {
  const ordered = jobs.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const key = ({ source, name }: PlanCalendar): string => `${source}\n${name}`;
  const calendars = declared.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const named = templates.toSorted((a, b) => (a.template < b.template ? -1 : a.template > b.template ? 1 : 0));
  const body = { version: 1, jobs: ordered, templates: named, calendars } as const;
  return { ...body, hash: hashOf(body) };
}
