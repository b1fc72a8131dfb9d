/** The scheduler: takes schedules, keeps time, runs what is due. */

export { RUN_CHANNEL, type RunTrace } from "./channels.ts";
export { type Clock, systemClock } from "./clock.ts";
export { compare, type Difference, type Known, type Wanted } from "./compare.ts";
export { startDelay } from "./delay.ts";
export { createTimeQueue, type Timed } from "./heap.ts";
export { fireKey } from "./key.ts";
export type { Logger, LogLevel } from "./log.ts";
export { createMemoryStore, type MemoryOptions } from "./memory.ts";
export { currentRun } from "./platform.ts";
export { createScheduler, type SchedulerOptions } from "./scheduler.ts";
export { type SignalOptions, stopOnSignals } from "./signals.ts";
export {
  type Answer,
  type Change,
  type Command,
  type Eventually,
  type FireRecord,
  type FireState,
  hasEnded,
  type JobRecord,
  type ScheduleRow,
  type Store,
  type StoredState,
} from "./store.ts";
