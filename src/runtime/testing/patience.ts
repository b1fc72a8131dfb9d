/** Lets handlers settle between two timers of a test clock: those that need no time, and for a while those that work on something real. */

export interface Patience {
  /** Work under way, of a run or of none. */
  track(work: PromiseLike<unknown>, owner: string | undefined): void;
  /** This run waits for one timer more of the clock, or for one less. */
  waits(owner: string | undefined, more: 1 | -1): void;
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

interface Work {
  readonly owner: string | undefined;
  /** How long it was waited for, in real milliseconds. */
  waited: number;
}

export function createPatience(most: number): Patience {
  const works = new Map<string | undefined, Set<Work>>();
  /** How many timers each run waits for; while there is one, it is not waited for itself. */
  const timers = new Map<string, number>();
  /** What may go on without the clock. Looked at in each turn, so what waits for the clock is not among it. */
  const restless = new Set<Work>();

  const isHopeful = ({ owner, waited }: Work): boolean => waited < most && (owner === undefined || !timers.has(owner));

  function hopeful(): readonly Work[] {
    for (const work of restless) if (!isHopeful(work)) restless.delete(work);
    return [...restless];
  }

  return {
    track(promise, owner) {
      const work: Work = { owner, waited: 0 };
      const own = works.get(owner) ?? new Set();
      works.set(owner, own.add(work));
      restless.add(work);
      const done = (): void => {
        restless.delete(work);
        own.delete(work);
        if (own.size === 0 && works.get(owner) === own) works.delete(owner);
      };
      promise.then(done, done);
    },
    waits(owner, more) {
      if (owner === undefined) return;
      const count = (timers.get(owner) ?? 0) + more;
      if (count > 0) timers.set(owner, count);
      else {
        timers.delete(owner);
        for (const work of works.get(owner) ?? []) restless.add(work);
      }
    },
    async settle() {
      await nextTask();
      for (let turn = 0, left = hopeful(); left.length > 0; turn++, left = hopeful()) {
        const before = realNow();
        await (turn < QUICK_TURNS ? nextTask() : shortWhile());
        const waited = realNow() - before;
        for (const work of left) work.waited += waited;
      }
    },
  };
}
