/** Lets handlers settle between two timers of a test clock: those that need no time, and for a while those that work on something real. */

export interface Patience {
  /** Work under way, of a run or of none. */
  track(work: PromiseLike<unknown>, owner: string | undefined): void;
  settle(): Promise<void>;
}

// As they are when the module loads: fake timers that a test puts later must not stop the test clock.
const { setImmediate: immediate, setTimeout: timeout } = globalThis as typeof globalThis & {
  setImmediate?: (call: () => void) => unknown;
};
const realNow = performance.now.bind(performance);

/** Every promise that only waits for other promises has settled when this resolves. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => (immediate === undefined ? timeout(resolve, 0) : immediate(resolve)));
const shortWhile = (): Promise<void> => new Promise((resolve) => timeout(resolve, 1));

/** Turns that are waited through at once before real time is let pass. */
const QUICK_TURNS = 10;

export function createPatience(most: number, waitsOnClock: (owner: string) => boolean): Patience {
  /** What is under way, and how long it was waited for. */
  const works = new Map<object, { readonly owner: string | undefined; waited: number }>();

  const worthIt = (): { waited: number }[] =>
    [...works.values()].filter(({ owner, waited }) => waited < most && (owner === undefined || !waitsOnClock(owner)));

  return {
    track(work, owner) {
      const token = {};
      works.set(token, { owner, waited: 0 });
      const done = (): void => void works.delete(token);
      work.then(done, done);
    },
    async settle() {
      await nextTask();
      for (let turn = 0, hopeful = worthIt(); hopeful.length > 0; turn++, hopeful = worthIt()) {
        const before = realNow();
        await (turn < QUICK_TURNS ? nextTask() : shortWhile());
        const waited = realNow() - before;
        for (const work of hopeful) work.waited += waited;
      }
    },
  };
}
