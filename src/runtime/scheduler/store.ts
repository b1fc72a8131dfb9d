/**
 * Where a scheduler's state lives. It decides nothing: the scheduler hands over what it has decided, in batches
 * that hold together or not at all, and reads it back when it starts. Instants are epoch milliseconds.
 *
 * A store that needs no waiting answers with plain values, and the scheduler then acts within the same turn.
 */
import type { Origin, Policy, Reason, Trigger } from "../model/index.ts";
import type { Sides } from "./chain.ts";

export type Eventually<T> = T | Promise<T>;

/** What is kept of a job. */
export interface ScheduleRow {
  readonly job: string;
  /** Tells a changed trigger from the same one. */
  readonly triggerHash: string;
  /** The release of the zone rules that it goes by; without one they are those of the machine, or no zone's. */
  readonly tzdb?: string;
  /** When the store first saw the job; no earlier fire of it counts. */
  readonly since: number;
  /** Every fire from `since` up to here, itself within, has its fate. */
  readonly watermark: number;
  /** Earlier lives, each from its `since` to its watermark: the clock was set back to before they began. */
  readonly lived?: readonly (readonly [from: number, through: number])[];
  readonly paused: boolean;
  /** Runs started by the schedule, as `limit` counts them. */
  readonly started: number;
  /** When its last run ended. */
  readonly lastEnd?: number;
  /** For each `after` of its trigger, the sides that are set. */
  readonly sides: readonly Sides[];
  /** The next fire as the scheduler has it, for those who look on from outside. */
  readonly next?: number;
  /** Nobody had registered it when the scheduler started then; told of once. */
  readonly gone?: number;
}

/** What a job is: written when it first comes and whenever its definition changes, never for a fire. */
export interface JobRecord {
  readonly job: string;
  readonly name: string;
  readonly trigger: Trigger;
  readonly triggerHash: string;
  readonly policy: Policy;
  /** A job that an app made from a template: its name and the values it was given, as JSON. */
  readonly template?: { readonly name: string; readonly values: Readonly<Record<string, unknown>> };
}

export type FireState =
  /** Decided to run, not started. */
  | "waiting"
  | "running"
  /** Between two attempts. */
  | "retrying"
  | "succeeded"
  | "failed"
  | "skipped"
  | "missed"
  | "merged";

/** What is kept of a fire, under its key. */
export interface FireRecord {
  readonly key: string;
  readonly job: string;
  readonly fireAt: number;
  readonly origin: Origin;
  readonly state: FireState;
  /** Attempts made. */
  readonly attempt: number;
  /** Rises with each claim; 0 where one process alone can claim. */
  readonly fence: number;
  /** When this state began. */
  readonly at: number;
  readonly startedAt?: number;
  readonly reason?: Reason;
  /** The key of the fire it was merged into. */
  readonly into?: string;
  /** The record speaks for every fire from `fireAt` through this one, itself within. */
  readonly through?: number;
  /** What a run gave, as JSON text of a bounded size. */
  readonly result?: string;
  /** What its last attempt failed with: name, message and causes, of a bounded size. */
  readonly error?: string;
}

export type Change =
  | { readonly kind: "define"; readonly record: JobRecord }
  | { readonly kind: "schedule"; readonly row: ScheduleRow }
  | { readonly kind: "forget"; readonly job: string }
  | { readonly kind: "rename"; readonly from: string; readonly to: string }
  | { readonly kind: "fire"; readonly record: FireRecord }
  /** What a command asked for is in the same commit: after a crash it is not handed out again, and this is its answer. */
  | { readonly kind: "command"; readonly answer: Answer };

export interface StoredState {
  readonly schedules: readonly ScheduleRow[];
  /** What each of these jobs was when it was last defined. */
  readonly definitions: readonly JobRecord[];
  /** Fires that had not ended: those of a process that is gone, in a store that outlives one. */
  readonly unfinished: readonly FireRecord[];
  /** Rises each time a process takes the store over; 0 where one process alone can ever hold it. */
  readonly fence: number;
  /** Why what was known before could not be read: it was damaged, and kept elsewhere. The rest is then as of a new store. */
  readonly lost?: Error;
}

/** What another process asks of the scheduler that holds the store. Instants are epoch milliseconds. */
export type Command = { readonly number: number; readonly job: string } & (
  | { readonly kind: "pause" | "resume" | "run-now" }
  | { readonly kind: "backfill"; readonly from: number; readonly until: number }
);

/** What became of it, in words where it could not be done. */
export interface Answer {
  readonly number: number;
  readonly done: boolean;
  readonly says?: string;
}

export interface Store {
  /** Whether state outlives the process, so that a restart can make up for what was missed. */
  readonly durable?: boolean;
  /**
   * What is known. A store that one process alone may hold answers when this one holds it, however long that takes;
   * `close` meanwhile makes it reject.
   */
  open(): Eventually<StoredState>;
  /** All of it or nothing; in the order given. */
  commit(changes: readonly Change[]): Eventually<void>;
  /** The records of a job's fires that are still kept, oldest first. */
  fires(job: string): Eventually<readonly FireRecord[]>;
  close(): Eventually<void>;
  /** Commands that came since it was last asked, in their order; cheap enough for several times a second. */
  commands?(): Eventually<readonly Command[]>;
  /** Tells those who asked. */
  answer?(answers: readonly Answer[]): Eventually<void>;
}

/** Whether a fire in this state has come to its end. */
export function hasEnded(state: FireState): boolean {
  return state !== "waiting" && state !== "running" && state !== "retrying";
}
