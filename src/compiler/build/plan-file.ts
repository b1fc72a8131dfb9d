/** The plan of one file as it stands beside its module: for reviews, `schedc diff` and other tools. */

import { dirname, relativePath } from "../paths.ts";
import { planOf } from "../plan/build-plan.ts";
import type { Plan } from "../plan/types.ts";

/**
 * The jobs of `source` in the one normal form, printed to be read in a diff. They name their source as seen from the
 * plan's own place, as a module does: the same bytes from whatever folder they were made.
 */
export function planFile(plan: Plan, source: string, file: string): string {
  const named = relativePath(dirname(file), source);
  const jobs = plan.jobs.filter((job) => job.source === source).map((job) => ({ ...job, source: named }));
  return `${JSON.stringify(planOf(jobs), null, 2)}\n`;
}
