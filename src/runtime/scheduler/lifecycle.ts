/** Start and stop, however often and in whatever order they are called. */
import { type Milliseconds, SchedcError } from "../model/index.ts";
import { later } from "./alarm.ts";
import { begin } from "./begin.ts";
import { forgetCalendars } from "./calendar-end.ts";
import { hearCommands } from "./commands.ts";
import type { Core } from "./core.ts";
import { createDrain, type Drain } from "./drain.ts";
import { cutShort, leave } from "./ending.ts";
import { stopMade } from "./made.ts";
import { currentRun } from "./platform.ts";
import { type Standby, standBy } from "./standby.ts";
import type { StepWatch } from "./step.ts";
import type { StoredState } from "./store.ts";
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
  let opening: Standby | undefined;
  let hush = (): void => {};
  /** Resolves for the runs that called stop. */
  let others = Promise.withResolvers<void>();

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
    if (!isThenable(state)) return began(state);
    const wait = standBy(core);
    opening = wait;
    const opened =
      <T>(act: (value: T) => void) =>
      (value: T): void | Promise<void> => {
        wait.end();
        opening = undefined;
        if (!wait.givenUp) return act(value);
        // It was stopped before it began: nothing has happened, whatever the store said.
        core.phase = "idle";
        return closeStore();
      };
    return state.then(opened(began), opened(failed));
  }

  function began(state: StoredState): void {
    begin(core, steps, state);
    hush = hearCommands(core);
  }

  async function stop(milliseconds: Milliseconds, caller: string | undefined): Promise<void> {
    if (core.phase !== "running") return;
    core.phase = "stopping";
    hush();
    dropUnstarted(core);
    core.turn();
    drain = createDrain(core);
    drain.within(milliseconds, caller);
    drain.others.then(others.resolve);
    await drain.over;
    drain = undefined;
    core.phase = "idle";
    tellDeadlines(core);
    core.turn();
    await core.ledger.close();
    await closeStore();
  }

  async function closeStore(): Promise<void> {
    try {
      const answer = core.store.close();
      if (isThenable(answer)) await inTime(core, answer);
    } catch (error) {
      core.emitter.emit("store.failed", { error });
      throw error;
    }
  }

  return {
    start() {
      if (wanted === "started") return last;
      wanted = "started";
      const caller = currentRun();
      if (caller !== undefined) drain?.letGo(caller.key);
      return move(start);
    },
    stop(milliseconds) {
      const caller = currentRun()?.key;
      if (wanted === "started") {
        wanted = "stopped";
        others = Promise.withResolvers<void>();
        if (opening !== undefined && !opening.givenUp) {
          opening.givenUp = true;
          closeStore().catch(() => {});
        }
        void move(() => stop(milliseconds, caller));
      } else {
        // A second stop may be in more of a hurry than the first, or come from another run.
        drain?.within(milliseconds, caller);
      }
      // A run that waited for its own end would never come to it.
      return caller === undefined ? last : Promise.race([others.promise, last]);
    },
    turned: () => drain?.look(),
  };
}

/** How long a store may take to close, in milliseconds. */
const CLOSING = 1_000;

async function inTime(core: Core, answer: PromiseLike<void>): Promise<void> {
  let cancel = (): void => {};
  const late = new Promise<void>((done) => {
    cancel = later(core, CLOSING, done);
  });
  await Promise.race([answer, late]).finally(() => cancel());
}

/** Of no fire that is watched a run will succeed any more: what misses its deadline is certain now. */
function tellDeadlines(core: Core): void {
  for (const job of core.jobs.values()) forgetCalendars(core, job);
  const { wall } = core;
  for (let left = wall.takeDue(Infinity); left !== undefined; left = wall.takeDue(Infinity)) {
    if (typeof left === "function") left();
  }
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
