/** Where the scheduler gets time and its one timer from, so that tests can put a clock of their own. */

export interface Clock {
  /** The wall clock, in epoch milliseconds; it may step. */
  now(): number;
  /** Milliseconds that only ever rise; the start is of no meaning. */
  monotonic(): number;
  /** Calls once after so many milliseconds; the answer is what `clearTimeout` takes. */
  setTimeout(call: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Told of each handler under way; a test clock waits for it before it moves on. */
  track?(work: PromiseLike<unknown>): void;
}

/** The machine's clock. Globals are read at each call, so that a test's fake timers are seen whenever they come. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (call, milliseconds) => globalThis.setTimeout(call, milliseconds),
  clearTimeout: (timer) => globalThis.clearTimeout(timer as number),
};
