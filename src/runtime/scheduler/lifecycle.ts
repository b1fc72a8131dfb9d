/** Start and stop, however often and in whatever order they are called. */
import { type Milliseconds, SchedcError } from "../model/index.ts";
import type { Core } from "./core.ts";
import { createDrain, type Drain } from "./drain.ts";
import { isThenable } from "./emitter.ts";
import { cutShort } from "./ending.ts";
import { createFlight } from "./flight.ts";
import { dropMade, makeFire } from "./made.ts";
import { admit } from "./places.ts";
import { adopt } from "./registry.ts";
import type { StepWatch } from "./step.ts";
import type { FireRecord, StoredState } from "./store.ts";
import { meetFires } from "./turn.ts";
import { compareStored, compareZones } from "./zone-watch.ts";

export interface Lifecycle {
  start(): Promise<void>;
  stop(drain: Milliseconds): Promise<void>;
  /** To be asked after each turn: a stop may have waited for what the turn ended. */
  turned(): void;
}

export function createLifecycle(core: Core, steps: StepWatch): Lifecycle {
  let wanted: "started" | "stopped" = "stopped";
  /** The last start or stop; each waits for the one before. */
  let last: Promise<void> = Promise.resolve();
  let moving = false;
  let drain: Drain | undefined;

  function move(step: () => void | Promise<void>): Promise<void> {
    if (moving) last = last.catch(() => {}).then(() => step());
    else {
      // Without anything to wait for, a start has happened when the call returns.
      try {
        last = Promise.resolve(step());
      } catch (error) {
        last = Promise.reject(error);
      }
    }
    moving = true;
    const mine = last;
    const settled = (): void => {
      if (last === mine) moving = false;
    };
    mine.then(settled, () => {
      // Not started after all, unless someone asked for more since.
      if (last === mine && wanted === "started") wanted = "stopped";
      settled();
    });
    return mine;
  }

  function start(): void | Promise<void> {
    core.phase = "starting";
    const failed = (error: unknown): never => {
      core.phase = "idle";
      core.emitter.emit("store.failed", { error });
      throw new SchedcError("The scheduler could not start: its store did not open.", {
        code: "store/not-open",
        cause: error,
      });
    };
    let state: ReturnType<typeof core.store.open>;
    try {
      state = core.store.open();
    } catch (error) {
      return failed(error);
    }
    if (isThenable(state)) return state.then((found) => begin(core, steps, found), failed);
    begin(core, steps, state);
  }

  async function stop(milliseconds: Milliseconds): Promise<void> {
    core.phase = "stopping";
    dropUnstarted(core);
    core.turn();
    drain = createDrain(core);
    drain.within(milliseconds);
    core.turn();
    await drain.over;
    drain = undefined;
    core.phase = "idle";
    core.wall.clear();
    core.turn();
    await core.ledger.close();
    await core.store.close();
  }

  return {
    start() {
      if (wanted === "started") return last;
      wanted = "started";
      return move(start);
    },
    stop(milliseconds) {
      if (wanted === "stopped") {
        // A second stop may be in more of a hurry than the first, or come from another run.
        drain?.within(milliseconds);
        return last;
      }
      wanted = "stopped";
      return move(() => stop(milliseconds));
    },
    turned: () => drain?.look(),
  };
}

function begin(core: Core, steps: StepWatch, state: StoredState): void {
  const now = core.clock.now();
  steps.reset();
  core.rows.clear();
  for (const row of state.schedules) core.rows.set(row.job, row);
  core.phase = "running";
  core.ledger.open();
  const jobs = [...core.jobs.values()];
  compareStored(core, jobs);
  compareZones(
    core,
    jobs.map(({ definition }) => definition),
    now,
  );
  // A job that is new lives from this instant on, which counts as its first.
  for (const job of core.jobs.values()) adopt(core, job, now, now - 1);
  for (const record of state.unfinished) recover(core, record);
  for (const job of core.jobs.values()) if (job.definition.parts.startup) makeFire(core, job, now, "startup");
  // Whatever is due already came while nothing was alive.
  meetFires(core, now, true);
  core.turn();
}

/** A run that its process did not live to end: once more under its key, or the end of it. */
function recover(core: Core, record: FireRecord): void {
  const job = core.jobs.get(record.job);
  if (job === undefined || [...core.flights].some(({ key }) => key === record.key)) return;
  const { key, fireAt, origin, attempt } = record;
  const flight = createFlight({ job, key, fireAt, origin, attempt: record.state === "waiting" ? 0 : attempt });
  core.flights.add(flight);
  if (job.definition.policy.interrupted === "rerun" || flight.attempt === 0) admit(core, flight);
  else cutShort(core, flight, "stopped");
}

/** What has not begun to run does not begin any more. */
function dropUnstarted(core: Core): void {
  for (const flight of [...core.flights]) {
    if (flight.attempt === 0) cutShort(core, flight, "stopped");
  }
  for (const job of core.jobs.values()) {
    job.next = undefined;
    dropMade(core, job, "stopped");
  }
}
