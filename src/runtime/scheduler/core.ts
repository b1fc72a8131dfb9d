/** What the parts of one scheduler share. Each part is a file of free functions over it. */
import type { Wrapping } from "./around.ts";
import type { Clock } from "./clock.ts";
import type { Emitter } from "./emitter.ts";
import type { Alarm, Flight } from "./flight.ts";
import type { TimeQueue } from "./heap.ts";
import type { Job } from "./job.ts";
import type { Ledger } from "./ledger.ts";
import type { ReadyQueue } from "./ready.ts";
import type { FireRecord, JobRecord, ScheduleRow, Store } from "./store.ts";
import type { Templates } from "./template-registry.ts";

export interface Core {
  readonly clock: Clock;
  readonly emitter: Emitter;
  readonly ledger: Ledger;
  readonly store: Store;
  /** Whether what is written down can ever be read: the app gave a store. */
  readonly keeps: boolean;
  readonly jobs: Map<string, Job>;
  /** By the id of a job, the jobs whose trigger is `after` it. */
  readonly followers: Map<string, Set<Job>>;
  /** What the store knew of jobs that nobody has registered yet. */
  readonly rows: Map<string, ScheduleRow>;
  /** What such jobs were when they were last defined. */
  readonly definitions: Map<string, JobRecord>;
  /** Their fires that had not ended. */
  readonly unclaimed: Map<string, FireRecord[]>;
  /** Jobs that were removed while the store was closed. */
  readonly forgotten: Set<string>;
  /** By the wall clock: the next fire of each job while running, and deadlines. */
  readonly wall: TimeQueue<Job | Alarm>;
  /** By the monotone clock: timeouts and waits between attempts, which no step of the wall clock may move. */
  readonly elapsed: TimeQueue<Alarm>;
  readonly ready: ReadyQueue;
  /** Fires that have not ended. */
  readonly flights: Set<Flight>;
  /** Fires whose handler works on though its attempt is judged, and since when. */
  readonly abandoned: Map<Flight, number>;
  /** Hooks under way, and the keys of their runs. */
  readonly hooks: Map<PromiseLike<unknown>, string>;
  readonly templates: Templates;
  /** What the app puts around the calls of handlers. */
  readonly wrapping: Wrapping;
  /** Handlers and guards at the same time, at most. */
  readonly concurrency: number;
  /** Handlers and guards under way, also those whose attempt is judged already. */
  busy: number;
  /** Of the store's opening; 0 in memory. */
  fence: number;
  /** Runs asked for so far; part of their keys. */
  asked: number;
  /** Nothing was alive when what is due now came, as far as the clocks tell. */
  outage: boolean;
  /** Whether a job has had a priority of its own. */
  ranked: boolean;
  phase: "idle" | "starting" | "running" | "stopping";
  /** Does all that can be done now: due fires, free places, what has to be written. Called after each change from outside. */
  turn(): void;
}
