/** How a job runs once it is due. Every field is explicit; durations are integer milliseconds. */
import type { Milliseconds } from "./trigger.ts";

export interface Policy {
  /** Runs of this job at the same time, at most. */
  readonly max: number;
  /** What a fire does that finds `max` runs under way. */
  readonly overlap: "skip" | "queue" | "replace" | "allow";
  /** Fires that may wait under `overlap: "queue"`; unlimited where absent. */
  readonly queue?: number;
  /** Which of several due fires of one job runs. */
  readonly coalesce: "latest" | "earliest" | "none";
  /** How late a fire may start. */
  readonly grace: Milliseconds;
  /** Which of the fires that are later than `grace` run after all. Memory knows of those of its own process. */
  readonly catchUp: CatchUp;
  readonly retry: Retry;
  /** After this the run's signal aborts and the attempt fails. */
  readonly timeout?: Milliseconds;
  /** Delays each start by less than this, drawn from a hash of the fire's key. */
  readonly jitter?: Milliseconds;
  /** Delays every start by the same time below this, drawn from a hash of the job's id. */
  readonly spread?: Milliseconds;
  /** Started runs, at most. */
  readonly limit?: number;
  readonly paused: boolean;
  /** Higher starts first among fires due together. */
  readonly priority: number;
  /** A fire must have succeeded within this after its time; missing it is an event. */
  readonly deadline?: Milliseconds;
  /** What becomes of a run that a crash cut off, with a durable store. */
  readonly interrupted: "rerun" | "drop";
  /** What registering an id that is already there does. */
  readonly onDuplicate: OnDuplicate;
  readonly tags: readonly string[];
  readonly renamedFrom: readonly string[];
}

export type OnDuplicate = "replace" | "keep" | "fail";

export interface CatchUp {
  readonly mode: "all" | "latest" | "none";
  /** How far back; without it as far as the store knows. */
  readonly within?: Milliseconds;
}

export interface Retry {
  /** Attempts after the first. */
  readonly times: number;
  readonly wait: Milliseconds;
  readonly backoff: "fixed" | "linear" | "exponential";
  /** The longest wait. */
  readonly upTo?: Milliseconds;
  /** Draws each wait between half and all of itself, from a hash of the fire's key and attempt. */
  readonly jitter: boolean;
}

/** What a job has that says nothing else. */
export const defaultPolicy: Policy = {
  max: 1,
  overlap: "skip",
  coalesce: "latest",
  grace: 60_000,
  catchUp: { mode: "none" },
  retry: { times: 0, wait: 0, backoff: "fixed", jitter: false },
  paused: false,
  priority: 0,
  interrupted: "rerun",
  onDuplicate: "fail",
  tags: [],
  renamedFrom: [],
};
