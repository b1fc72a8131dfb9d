/** The words of the runtime: triggers, policies, events and schedules as plain data, and what refuses them. */
export { SchedcError } from "./error.ts";
export type * from "./events.ts";
export type * from "./health.ts";
export type * from "./policy.ts";
export { defaultPolicy } from "./policy.ts";
export type * from "./schedule.ts";
export type * from "./template.ts";
export { clockText, durationText, isoInstant, offsetText, parseDuration } from "./time-text.ts";
export type * from "./trigger.ts";
