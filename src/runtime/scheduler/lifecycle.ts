/** Start and stop, however often and in whatever order they are called. */
import { type Milliseconds, SchedcError } from "../model/index.ts";
import { begin } from "./begin.ts";
import type { Core } from "./core.ts";
import { createDrain, type Drain } from "./drain.ts";
import { cutShort, leave } from "./ending.ts";
import { stopMade } from "./made.ts";
import type { StepWatch } from "./step.ts";
import { isThenable } from "./thenable.ts";

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

/** What has not begun to run does not begin any more; a store that outlives the process keeps it for the next start. */
function dropUnstarted(core: Core): void {
  for (const flight of [...core.flights]) {
    if (flight.attempt > 0) continue;
    if (core.store.durable === true && flight.origin !== "now") leave(core, flight);
    else cutShort(core, flight, "stopped");
  }
  for (const job of core.jobs.values()) {
    job.next = undefined;
    stopMade(core, job);
  }
}
