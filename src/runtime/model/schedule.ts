/// <reference lib="esnext.disposable" preserve="true" />
/** What a generated module says and what an app gets back for it. Instants are epoch milliseconds. */
import type { AnyEvent, EventName, Events, JobEvent, JobEventName } from "./events.ts";
import type { Health } from "./health.ts";
import type { OnDuplicate, Policy } from "./policy.ts";
import type { ScheduledTemplates, TemplateHandles } from "./template.ts";
import type { Milliseconds, Trigger } from "./trigger.ts";

/** What a task is told about the run it makes. */
export interface Run {
  /** The job's id. */
  readonly id: string;
  /** The fire's identity, `id@` and its instant in UTC: the same on every attempt, replica and restart. */
  readonly key: string;
  /** Rises with each claim of a durable store; 0 in memory. */
  readonly fence: number;
  /** The fire time as the schedule has it, in epoch milliseconds. */
  readonly scheduledAt: number;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborts on timeout, `overlap replace`, removal and stop; its reason says which. */
  readonly signal: AbortSignal;
  /** In `onFailure`: what the last attempt failed with. */
  readonly error?: unknown;
  /** In `onSuccess`: what the run gave. */
  readonly result?: unknown;
}

/** A policy in a generated module or a call: what is left out is the default. */
export type PartialPolicy = Partial<Policy>;

export type Task<Tasks> = (run: Run, tasks: Tasks) => unknown;
export type Guard<Tasks> = (run: Run, tasks: Tasks) => boolean | Promise<boolean>;

/** One job of a generated module. */
export interface ScheduledJob<Tasks> {
  /** The display name, where it is not the id. */
  readonly name?: string;
  /** The sentence it was written as. */
  readonly says?: string;
  readonly trigger: Trigger;
  readonly policy?: PartialPolicy;
  readonly run: Task<Tasks>;
  /** A fire runs only when this holds. */
  readonly when?: Guard<Tasks>;
  /** A fire runs only when this does not hold. */
  readonly unless?: Guard<Tasks>;
  readonly onFailure?: Task<Tasks>;
  readonly onSuccess?: Task<Tasks>;
  readonly onMissed?: Task<Tasks>;
}

/** Rules of time zones that travel with a module, so that its fire times are the same on every machine. */
export interface CarriedZones {
  /** The release of the IANA database that they are taken from, such as "2026c". */
  readonly tzdb: string;
  /** By zone: the offset it begins with, then every change from 1900 to 2400 as its own clock shows it. */
  readonly rules: Readonly<Record<string, string>>;
}

/** What an app gives by name; with dots where it is a member of an object. */
export type TaskName<Tasks> = (keyof Tasks & string) | `${keyof Tasks & string}.${string}`;

/** No template at all. */
export type NoTemplates = Readonly<Record<never, never>>;

export interface Schedule<Id extends string, Tasks, Templates = NoTemplates> {
  /** The shape of this object; a runtime refuses one that it does not know. */
  readonly version: number;
  readonly source: string;
  /** The zones that its triggers name, but for UTC; one that is missing is read from the machine's `Intl`. */
  readonly zones?: CarriedZones;
  /** The names of the tasks that the app has to give; registering without one of them is refused. */
  readonly tasks?: readonly TaskName<Tasks>[];
  readonly jobs: { readonly [I in Id]: ScheduledJob<Tasks> };
  /** Absent where it has none. No template is called like a job. */
  readonly templates?: ScheduledTemplates<Tasks, Templates>;
}

/** A registered job in the hands of an app. */
export interface JobHandle<Id extends string = string> {
  readonly id: Id;
  /** The next fire, or undefined when there is none. */
  next(): number | undefined;
  pause(): void;
  resume(): void;
  /** Runs the job now, beside its schedule; resolves with the run's result and rejects with its error. */
  runNow(): Promise<unknown>;
  /** Runs every fire of a past span, both ends within, in order; resolves when the last has ended. */
  backfill(span: { readonly from: number; readonly until: number }): Promise<void>;
  /** Listens to the events of this job alone, to one kind or to all with `"*"`; the answer ends it. */
  on<N extends JobEventName>(name: N, listener: Listener<Events<Id>[N]>, options?: ListenOptions): () => void;
  on(name: "*", listener: Listener<JobEvent<Id>>, options?: ListenOptions): () => void;
  /** Takes the job out; runs under way are told by their signal. */
  remove(): void;
}

/** What `register` gives: the jobs by id, and among them the templates by name. */
export type Jobs<Id extends string, Templates = NoTemplates> = {
  readonly [K in Id]: JobHandle<K>;
} & TemplateHandles<Templates>;

/** One job as `scheduler.jobs()` reads it back. */
export interface JobInfo {
  readonly id: string;
  readonly name: string;
  readonly trigger: Trigger;
  readonly policy: Policy;
  readonly next: number | undefined;
  /** When `next` will start: its time and the delay of jitter and spread. */
  readonly startsAt: number | undefined;
  readonly paused: boolean;
  /** Runs under way. */
  readonly running: number;
  /** Fires that wait for a place, or for their guard. */
  readonly waiting: number;
}

/** A job scheduled from code. */
export interface JobSpec {
  readonly id: string;
  readonly name?: string;
  readonly trigger: Trigger;
  readonly run: (run: Run) => unknown;
  readonly policy?: PartialPolicy;
  readonly when?: (run: Run) => boolean | Promise<boolean>;
  readonly unless?: (run: Run) => boolean | Promise<boolean>;
  readonly onFailure?: (run: Run) => unknown;
  readonly onSuccess?: (run: Run) => unknown;
  readonly onMissed?: (run: Run) => unknown;
  readonly onDuplicate?: OnDuplicate;
}

/**
 * Stands around the call of a handler, in its place: `call` goes on to the handler, and what it gives or throws is
 * what the handler gave. For what has to hold while a handler works, such as the context of a tracer.
 */
export type Around = (run: Run, call: () => unknown) => unknown;

export type Listener<E> = (event: E) => void;

export interface ListenOptions {
  /** It only counts: failures that no other listener hears still go to the console. */
  readonly passive?: boolean;
}

/** Of some jobs alone: what `register` gave, or any object with their ids for keys. */
export interface ListenToJobs<Id extends string> extends ListenOptions {
  readonly of: Readonly<Record<Id, unknown>>;
}

export interface Scheduler {
  /** Registers every job of a generated module; what `register` calls. */
  add<Id extends string, Tasks, Templates = NoTemplates>(
    schedule: Schedule<Id, Tasks, Templates>,
    tasks?: Tasks,
  ): Jobs<Id, Templates>;
  schedule(job: JobSpec): JobHandle;
  jobs(): readonly JobInfo[];
  job(id: string): JobHandle | undefined;
  /** Listens to one kind of event, or to all with `"*"`; the answer ends it. With `of`, a job in an event is one of those. */
  on<N extends JobEventName, Id extends string>(
    name: N,
    listener: Listener<Events<Id>[N]>,
    options: ListenToJobs<Id>,
  ): () => void;
  on<Id extends string>(name: "*", listener: Listener<JobEvent<Id>>, options: ListenToJobs<Id>): () => void;
  on<N extends EventName>(name: N, listener: Listener<Events[N]>, options?: ListenOptions): () => void;
  on(name: "*", listener: Listener<AnyEvent>, options?: ListenOptions): () => void;
  /** Calls around each attempt of every handler; the answer ends it. */
  around(around: Around): () => void;
  /** What should have happened and did not. */
  health(): Health;
  start(): Promise<void>;
  /** Lets what runs end for `drain` milliseconds (default 30,000), then aborts it. */
  stop(options?: { readonly drain?: Milliseconds }): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
