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

/** How far timers ran ahead of `performance`: fake ones may drive the time of everything but that. */
let ahead = 0;
/** A real timer may come by less than this too early. */
const GRAIN = 2;

const monotonic = (): number => performance.now() + ahead;

/** The machine's clock. Globals are read at each call, so that a test's fake timers are seen whenever they come. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic,
  setTimeout(call, milliseconds) {
    const due = monotonic() + milliseconds;
    return globalThis.setTimeout(() => {
      const early = due - monotonic();
      if (early > GRAIN) ahead += early;
      call();
    }, milliseconds);
  },
  clearTimeout: (timer) => globalThis.clearTimeout(timer as number),
};
