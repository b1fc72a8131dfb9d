/** A registered job and all that the scheduler knows of it while it lives. */
import type { Definition } from "./definition.ts";
import type { DueFire } from "./due.ts";
import { type Few, NONE } from "./few.ts";
import type { Alarm, Flight } from "./flight.ts";
import type { Timed } from "./heap.ts";
import { freshRow } from "./row.ts";
import type { ScheduleRow } from "./store.ts";

export interface Job {
  readonly id: string;
  definition: Definition;
  row: ScheduleRow;
  /** What `pause` and `resume` were told before the store was open. */
  askedPause: boolean | undefined;
  /** The next fire of the fire set. */
  next: DueFire | undefined;
  /** Fires that no set has: those of starts and ends, until their start has come. */
  made: Few<MadeFire>;
  /** Instants of the last such fires that were met; two never share a key. */
  met: Few<number>;
  /** Its place in the queue by time, at the start of its earliest fire. */
  armed: Timed<Job | Alarm> | undefined;
  /** What tells that a calendar of its trigger ends, until it is told. */
  calendarEnd: Timed<Job | Alarm> | undefined;
  /** Fires that hold one of its `max` places, in order. */
  active: Few<Flight>;
  /** Fires that wait for such a place, in order. */
  waiting: Few<Flight>;
  /** Its turn among jobs of its priority. */
  turn: number;
  removed: boolean;
}

export interface MadeFire extends DueFire {
  readonly by: "startup" | "after" | "completion";
}

/** A job no store has seen yet. */
export function createJob(definition: Definition): Job {
  return {
    id: definition.id,
    definition,
    row: freshRow(definition, Number.NaN, Number.NaN),
    askedPause: undefined,
    next: undefined,
    made: NONE,
    met: NONE,
    armed: undefined,
    calendarEnd: undefined,
    active: NONE,
    waiting: NONE,
    turn: 0,
    removed: false,
  };
}
