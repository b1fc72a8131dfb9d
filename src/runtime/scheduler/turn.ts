/** One turn of the scheduler: look at the clocks, give every due fire its fate, fill free places, write, sleep. */
import { arrive } from "./arrive.ts";
import type { Core } from "./core.ts";
import { aimCompletion } from "./follow.ts";
import { beginAnew } from "./lives.ts";
import { LONGEST_SLEEP, type Loop } from "./loop.ts";
import { aimNext, arm } from "./next.ts";
import { within } from "./platform.ts";
import { changeRow } from "./row.ts";
import { fill } from "./start.ts";
import type { StepWatch } from "./step.ts";
import { retireEnded } from "./template-jobs.ts";

export interface TurnHost {
  readonly loop: Loop;
  readonly steps: StepWatch;
  /** Called at the end of each turn. */
  ended(): void;
}

/**
 * So many jobs are met before what they start is written and called: little is in memory at once, and the first does
 * not wait for the last.
 */
const SLICE = 256;
/** How long a turn goes on before it lets the process do something else, in milliseconds. */
const LONGEST_TURN = 10;

/** A turn asked for within a turn is a further round of the same one, so handlers that end at once cost no depth. */
export function createTurn(core: Core, { loop, steps, ended }: TurnHost): () => void {
  let turning = false;
  let again = false;
  function turn(): void {
    turning = true;
    const until = core.clock.monotonic() + LONGEST_TURN;
    try {
      for (let first = true; again; first = false) {
        // What has begun comes to its end also in a turn that has lasted.
        again = (first || core.clock.monotonic() < until) && meetDue(core, steps);
        fill(core);
        retireEnded(core);
        core.ledger.flush();
      }
      ended();
    } finally {
      // Whatever went wrong in one turn, there is a next one.
      turning = false;
      sleep(core, loop);
    }
  }
  return () => {
    again = true;
    // Outside of any run, also when one asked for it: nothing that follows is part of that run.
    if (!turning) within(undefined, turn);
  };
}

/** Whether there is more to meet. */
function meetDue(core: Core, steps: StepWatch): boolean {
  const elapsed = core.clock.monotonic();
  for (let alarm = core.elapsed.takeDue(elapsed); alarm; alarm = core.elapsed.takeDue(elapsed)) alarm();
  const now = core.clock.now();
  // No job waits for a fire any more, but what still runs may miss its deadline.
  if (core.phase === "stopping") return meetFires(core, now);
  if (core.phase !== "running") return false;
  const step = steps.look();
  if (step !== undefined) {
    core.ledger.after(() => core.emitter.emit("clock.stepped", step));
    if (step.to < step.from) followBack(core, now, step.to - step.from);
    core.outage ||= step.to > step.from;
  }
  return meetFires(core, now);
}

function meetFires(core: Core, now: number): boolean {
  // Where some have to start before others, all that is due is met before any starts.
  const most = core.ranked || core.concurrency < Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : SLICE;
  for (let met = 0; met < most; met++) {
    const due = core.wall.takeDue(now);
    if (due === undefined) {
      core.outage = false;
      return false;
    }
    if (typeof due === "function") due();
    else arrive(core, due, now, core.outage);
  }
  return true;
}

/**
 * A clock that goes back makes no fire come twice: watermarks stay. A job that had not lived yet at what it reads now
 * begins a new life there, or it would be silent until the clock is where it was. What starts and ends have made is
 * held back by elapsed time, which goes back with the clock, and so does the wait after a completion.
 */
function followBack(core: Core, now: number, by: number): void {
  for (const job of core.jobs.values()) {
    if (now < job.row.since) {
      changeRow(core, job, beginAnew(job.row, now));
      aimNext(core, job);
    }
    if (job.made.length === 0) continue;
    job.made = job.made.map((fire) => ({ ...fire, startAt: fire.startAt + by }));
    arm(core, job);
    const { lastEnd } = job.row;
    if (lastEnd !== undefined && job.made.some((fire) => fire.by === "completion")) {
      aimCompletion(core, job, lastEnd + by);
    }
  }
}

function sleep({ clock, wall, elapsed, phase }: Core, loop: Loop): void {
  const left = Math.min(elapsed.earliest() - clock.monotonic(), wall.earliest() - clock.now());
  if (phase === "running" || left < Number.POSITIVE_INFINITY) loop.wakeIn(Math.min(LONGEST_SLEEP, left));
  else loop.stop();
}
