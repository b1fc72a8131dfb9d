/** The events of a scheduler: one closed vocabulary for history, metrics, `why` and tests. Instants are epoch milliseconds. */

/** Why a fire did not become a run of its own. */
export type Reason =
  | "overlap"
  | "paused"
  | "guard"
  | "grace"
  | "outage"
  | "coalesced"
  | "replaced"
  | "limit"
  | "cap"
  | "removed"
  | "stopped";

/** What made a fire: the schedule, `runNow` or `backfill`. */
export type Origin = "schedule" | "now" | "backfill";

/** A fire: the job, the time it was meant for, and the key that is its identity for ever. */
export interface Fire<Id extends string = string> {
  readonly job: Id;
  /** `id@` and the fire time as an ISO instant in UTC. */
  readonly key: string;
  readonly scheduledAt: number;
  readonly origin: Origin;
}

export interface RunInfo<Id extends string = string> extends Fire<Id> {
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** When this attempt started. */
  readonly startedAt: number;
}

export interface Events<Id extends string = string> {
  "run.started": RunInfo<Id>;
  "run.succeeded": RunInfo<Id> & { readonly endedAt: number; readonly result: unknown };
  "run.failed": RunInfo<Id> & { readonly endedAt: number; readonly error: unknown };
  "run.retrying": RunInfo<Id> & { readonly error: unknown; readonly retryAt: number };
  /** A run was under way when its process ended; told at the next start. With `rerun` it runs again, else it has failed. */
  "run.interrupted": RunInfo<Id> & { readonly at: number; readonly rerun: boolean };
  /** A handler works on although its signal aborted `since` then: it holds its places until it comes back. */
  "run.stubborn": RunInfo<Id> & { readonly since: number };
  /** With `through`, one event for every fire from `scheduledAt` through that instant: more than are looked at singly. */
  "fire.skipped": Fire<Id> & { readonly at: number; readonly reason: Reason; readonly through?: number };
  /** `through` as above. */
  "fire.missed": Fire<Id> & { readonly at: number; readonly reason: Reason; readonly through?: number };
  "fire.merged": Fire<Id> & { readonly at: number; readonly reason: Reason; readonly into: string };
  "job.added": { readonly job: Id };
  /**
   * Taken out while running, or known to the store and registered by nobody when the scheduler started; or because it has
   * `ended`, as jobs of templates do that have no fire to come.
   */
  "job.removed": { readonly job: Id; readonly because?: "ended" };
  "job.retimed": { readonly job: Id };
  /** Its name or these members of its policy are others than before. */
  "job.changed": { readonly job: Id; readonly fields: readonly string[] };
  "job.renamed": { readonly job: Id; readonly from: string };
  "job.paused": { readonly job: Id };
  "job.resumed": { readonly job: Id };
  "deadline.missed": Fire<Id> & { readonly deadline: number };
  /** The job goes on beyond `until`, the last day that its calendar is known for; told once, thirty days before. */
  "calendar.ending": { readonly job: Id; readonly until: string };
  /** The wall clock moved against the monotone one; or, at a start, it reads less than the latest fire that the store knows of. */
  "clock.stepped": { readonly from: number; readonly to: number };
  /**
   * Rules of time zones differ, told at start and for a module added later. `machine`: the release `stored` in the module,
   * which fire times go by, is not the one `running` on this machine, and within ten years these zones show another time.
   * `store`: jobs were left under the release `stored` and now go by `running`; these are their zones.
   */
  "zones.differ": {
    readonly than: "machine" | "store";
    readonly stored: string;
    readonly running: string;
    readonly zones: readonly string[];
  };
  /** The store has not opened yet, as when another process holds it: this one stands by since `since`. */
  "store.waiting": { readonly since: number };
  "store.failed": { readonly error: unknown };
  "store.recovered": { readonly after: number };
  /** A listener, hook, guard or custom trigger threw; nothing stopped for it but a trigger that gave no sensible answer. */
  "handler.failed": {
    readonly where: "listener" | "hook" | "guard" | "trigger";
    readonly job?: Id;
    readonly error: unknown;
  };
}

export type EventName = keyof Events;

/** The events that are always about one job. */
export type JobEventName = {
  [N in EventName]: Events[N] extends { readonly job: string } ? N : never;
}[EventName];

/** Any event about one of these jobs, with its name. */
export type JobEvent<Id extends string = string> = Extract<AnyEvent<Id>, { readonly name: JobEventName }>;

/** Any event with its name, which tells what else it holds: `if (event.name === "run.failed") event.error`. */
export type AnyEvent<Id extends string = string> = {
  readonly [N in EventName]: { readonly name: N } & Events<Id>[N];
}[EventName];
