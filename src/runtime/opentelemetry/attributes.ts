/** The names under which spans and metrics tell of fires. `error.type` and `exception.*` are OpenTelemetry's own. */
import type { Fire } from "../model/index.ts";

export const JOB = "schedc.job.id";
export const KEY = "schedc.fire.key";
export const TIME = "schedc.fire.time";
/** Exported with the others: the page lists them all, and a test holds it to them. */
export const ORIGIN = "schedc.fire.origin";
export const FATE = "schedc.fire.fate";
export const REASON = "schedc.fire.reason";
export const ATTEMPT = "schedc.run.attempt";
export const ERROR_TYPE = "error.type";

/** What the span of a run says of its fire. */
export function fireAttributes({ job, key, scheduledAt, origin }: Fire): Record<string, string> {
  return { [JOB]: job, [KEY]: key, [TIME]: new Date(scheduledAt).toISOString(), [ORIGIN]: origin };
}

/** The class of an error, or what was thrown in its place. */
export function errorType(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
