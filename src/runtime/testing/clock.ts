/** A clock that stands still until a test moves it, and runs what falls due on the way. */
import { SchedcError } from "../model/index.ts";
import { type Clock, createTimeQueue, currentRun, type Timed } from "../scheduler/index.ts";
import { type Instant, readInstant } from "./instant.ts";
import { createPatience } from "./patience.ts";

export interface TestClock extends Clock {
  /** Moves on by so many milliseconds. Each timer on the way runs at its own instant, and what it starts is let settle. */
  advance(milliseconds: number): Promise<void>;
  /** Moves on until the wall clock reads this. */
  advanceTo(instant: Instant): Promise<void>;
  /** Moves on to the next timer and runs it; false when there is none. */
  runNext(): Promise<boolean>;
  /** Sets the wall clock, forward or back, and runs nothing: what an operator or a time server does. */
  set(instant: Instant): void;
  /** The machine sleeps: the wall clock moves, timers and the monotone clock stand still. */
  sleep(milliseconds: number): void;
  /** Both clocks move and nothing runs: what a handler does to the process that computes for so long. */
  block(milliseconds: number): void;
  /** Resolves when the clock has moved on by so much: what a handler waits with. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Lets everything that needs no time end. */
  settle(): Promise<void>;
}

export interface TestClockOptions {
  /**
   * How long, in real milliseconds, the clock stands still for one handler that is at work on something real, such
   * as a file or a request, before it moves on without it (default 500). One that waits on this clock is not waited for.
   */
  readonly patience?: number;
}

interface Timer {
  readonly call: () => void;
  /** The run that armed it. */
  readonly owner: string | undefined;
}

export function createTestClock(start: Instant, { patience = 500 }: TestClockOptions = {}): TestClock {
  const timers = createTimeQueue<Timer>();
  const waiting = createPatience(patience);
  let wall = readInstant(start);
  let elapsed = 0;

  function moveTo(at: number): void {
    wall += at - elapsed;
    elapsed = at;
  }

  /** Whether there was a timer to run no later than this. */
  async function step(latest: number): Promise<boolean> {
    await waiting.settle();
    const at = timers.earliest();
    const timer = at > latest ? undefined : timers.takeDue(at);
    if (timer === undefined) return false;
    waiting.waits(timer.owner, -1);
    moveTo(Math.max(at, elapsed));
    timer.call();
    return true;
  }

  async function advance(milliseconds: number): Promise<void> {
    if (!(milliseconds >= 0)) {
      throw new SchedcError(`The clock cannot advance by ${milliseconds} ms; set() puts it back.`, {
        code: "clock/back",
      });
    }
    const target = elapsed + milliseconds;
    while (await step(target));
    moveTo(target);
  }

  function arm(call: () => void, milliseconds: number): Timed<Timer> {
    const owner = currentRun()?.key;
    waiting.waits(owner, 1);
    return timers.put(elapsed + Math.max(0, milliseconds), { call, owner });
  }

  function disarm(timer: Timed<Timer> | undefined): void {
    if (timer === undefined || timer.index < 0) return;
    timers.remove(timer);
    waiting.waits(timer.value.owner, -1);
  }

  function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        disarm(timer);
        reject(signal?.reason);
      };
      const timer = arm(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, milliseconds);
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    });
  }

  return {
    now: () => wall,
    monotonic: () => elapsed,
    setTimeout: arm,
    clearTimeout: (timer) => disarm(timer as Timed<Timer> | undefined),
    track: (work) => waiting.track(work, currentRun()?.key),
    advance,
    advanceTo: (instant) => advance(readInstant(instant) - wall),
    runNext: () => step(Number.POSITIVE_INFINITY),
    set(instant) {
      wall = readInstant(instant);
    },
    sleep(milliseconds) {
      wall += milliseconds;
    },
    block: (milliseconds) => moveTo(elapsed + milliseconds),
    wait,
    settle: waiting.settle,
  };
}
