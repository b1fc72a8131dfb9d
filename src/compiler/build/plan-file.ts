/** The plan of one file as it stands beside its module: for reviews, `schedc diff` and other tools. */
import { dirname, relativePath } from "../paths.ts";
import { planOf } from "../plan/build-plan.ts";
import { hashOf } from "../plan/canonical.ts";
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

/** Where the plan stands whose module is at `module`. */
export function planPath(module: string): string {
  return module.replace(/\.ts$/, ".json");
}

export type PlanState =
  | { readonly kind: "missing" }
  /** Written by someone else, or changed since; `ours` as it was written. */
  | { readonly kind: "foreign" | "edited" | "ours"; readonly text: string };

/** A plan is known by its shape, and to be as it was written by its own hash. */
export function planState(text: string | undefined): PlanState {
  if (text === undefined) return { kind: "missing" };
  const { hash, ...body } = plainObject(text);
  if (typeof hash !== "string" || typeof body.version !== "number" || !Array.isArray(body.jobs)) {
    return { kind: "foreign", text };
  }
  return { kind: hashOf(body) === hash ? "ours" : "edited", text };
}

function plainObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
}
