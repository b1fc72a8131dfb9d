/** The plan of one file as it stands beside its module: for reviews, `schedc diff` and other tools. */
import { planOf } from "../plan/build-plan.ts";
import type { Plan } from "../plan/types.ts";

/** Its jobs in the one normal form, printed to be read in a diff. */
export function planFile(plan: Plan, file: string): string {
  return `${JSON.stringify(planOf(plan.jobs.filter(({ source }) => source === file)), null, 2)}\n`;
}
