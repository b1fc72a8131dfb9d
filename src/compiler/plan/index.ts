/** The plan: what the files of a build mean. */
export { type BuiltPlan, buildPlan, planOf } from "./build-plan.ts";
export { type BuildView, buildView, type IncludedDays } from "./build-view.ts";
export { canonical, hashOf } from "./canonical.ts";
export { type CalendarMark, marksOf, withoutMark } from "./lower/calendar.ts";
export { clockText, dateText } from "./lower/civil-text.ts";
export { clockOf } from "./lower/clock.ts";
export type { LowerContext } from "./lower/context.ts";
export type { LoweredFile } from "./lower/file.ts";
export { readHead } from "./lower/head.ts";
export type { LoweredJob } from "./lower/job.ts";
export { lowerHeld, lowerHeldDays, lowerNever } from "./lower/never.ts";
export { pointText } from "./lower/once.ts";
export { Refusal } from "./lower/refusal.ts";
export { boundText } from "./lower/scope.ts";
export { anchoringSpans } from "./lower/windows.ts";
export type { Source } from "./source.ts";
export type * from "./types.ts";
