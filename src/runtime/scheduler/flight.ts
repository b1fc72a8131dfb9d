/** A fire on its way from its decision to its end: through the queue, the guards and every attempt. */
import type { Fire, Origin, Run } from "../model/index.ts";
import type { Timed } from "./heap.ts";
import type { Job } from "./job.ts";
import type { FireRecord, FireState } from "./store.ts";

export type Phase =
  /** For a place under the job's `max`. */
  | "waiting"
  /** For a place under the scheduler's `concurrency`. */
  | "ready"
  | "guard"
  | "running"
  | "retrying"
  | "ended";

export interface Flight {
  readonly job: Job;
  readonly key: string;
  readonly fireAt: number;
  readonly origin: Origin;
  /** Of the claim under which this process runs it. */
  readonly fence: number;
  phase: Phase;
  /** Attempts begun. */
  attempt: number;
  /** When the first attempt started. */
  startedAt: number | undefined;
  /** When the last attempt started. */
  attemptAt: number;
  /** Of the attempt or guard under way. */
  controller: AbortController | undefined;
  /** A handler that has not settled yet; it keeps its places though the attempt may long be judged. */
  handler: Attempt | undefined;
  /** Armed while an attempt may time out, or between two attempts. */
  timer: Timed<Alarm> | undefined;
  /** The wait is over, but the handler of the attempt before is still at work. */
  retryDue: boolean;
  error: unknown;
  deadline: Timed<Job | Alarm> | undefined;
  /** Its place in the ready queue. */
  readyAt: Timed<Flight> | undefined;
  /** Who asked for it: `runNow` and `backfill` wait for the end. */
  asked: ((ending: Ending) => void) | undefined;
}

export type Alarm = () => void;

/** One call of the handler; `judged` once its outcome is known, by its end or by an abort before that. */
export interface Attempt {
  judged: boolean;
  /** Armed from its abort until the handler has come back. */
  noticed?: Timed<Alarm>;
}

export type Ending =
  | { readonly state: "succeeded"; readonly result: unknown }
  | { readonly state: "failed"; readonly error: unknown }
  | { readonly state: "skipped"; readonly error: unknown };

export interface NewFlight {
  readonly job: Job;
  readonly key: string;
  readonly fireAt: number;
  readonly origin: Origin;
  readonly fence: number;
  readonly attempt?: number;
  readonly asked?: (ending: Ending) => void;
}

export function createFlight({ job, key, fireAt, origin, fence, attempt = 0, asked }: NewFlight): Flight {
  return {
    job,
    key,
    fireAt,
    origin,
    fence,
    asked,
    attempt,
    phase: "waiting",
    startedAt: undefined,
    attemptAt: Number.NaN,
    controller: undefined,
    handler: undefined,
    timer: undefined,
    retryDue: false,
    error: undefined,
    deadline: undefined,
    readyAt: undefined,
  };
}

/** What events say of the fire. */
export function fireOf({ job, key, fireAt, origin }: Flight): Fire {
  return { job: job.id, key, scheduledAt: fireAt, origin };
}

/** What its handler, guards and hooks are told. */
export function runOf(flight: Flight, signal: AbortSignal): Run {
  return {
    id: flight.job.id,
    key: flight.key,
    fence: flight.fence,
    scheduledAt: flight.fireAt,
    attempt: Math.max(1, flight.attempt),
    signal,
  };
}

export function recordOf(flight: Flight, state: FireState, at: number, more: Partial<FireRecord> = {}): FireRecord {
  return {
    key: flight.key,
    job: flight.job.id,
    fireAt: flight.fireAt,
    origin: flight.origin,
    state,
    attempt: flight.attempt,
    fence: flight.fence,
    at,
    ...(flight.startedAt !== undefined && { startedAt: flight.startedAt }),
    ...more,
  };
}
