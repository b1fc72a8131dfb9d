/** What apps and generated modules import: the scheduler, the fire times of triggers, and their types. Instants are epoch milliseconds. */
export type * from "./model/index.ts";
export { defaultPolicy, SchedcError } from "./model/index.ts";
export {
  type Answer,
  type Change,
  type Clock,
  type Command,
  createMemoryStore,
  createScheduler,
  currentRun,
  type Eventually,
  type FireRecord,
  type FireState,
  fireKey,
  type JobRecord,
  type Logger,
  type LogLevel,
  type MemoryOptions,
  RUN_CHANNEL,
  type RunTrace,
  type ScheduleRow,
  type SchedulerOptions,
  type Store,
  type StoredState,
  startDelay,
  systemClock,
} from "./scheduler/index.ts";
export {
  carryZones,
  type FireSpan,
  fires,
  isFire,
  nextFire,
  type PreparedTrigger,
  prepare,
  previousFire,
} from "./trigger/index.ts";
