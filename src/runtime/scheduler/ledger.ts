/**
 * Writes down what was decided before any of it is seen: changes go to the store in groups, and what follows
 * from them (events, starts) waits until they are there. While one group is on its way, the next one gathers.
 */
import type { Emitter } from "./emitter.ts";
import { isThenable } from "./emitter.ts";
import type { Change, Store } from "./store.ts";

export interface Ledger {
  record(change: Change): void;
  /** Happens once everything recorded so far is in the store, in the order of the calls. */
  after(effect: () => void): void;
  /** Writes what has gathered; after a store that answers at once, the effects have happened when this returns. */
  flush(): void;
  /** Settles when nothing is on its way any more. */
  settled(): Promise<void>;
}

export interface LedgerHost {
  readonly store: Store;
  readonly emitter: Emitter;
  now(): number;
  /** Calls back after so many milliseconds. */
  later(milliseconds: number, call: () => void): void;
}

const RETRY_AFTER = 1_000;

export function createLedger({ store, emitter, now, later }: LedgerHost): Ledger {
  let changes: Change[] = [];
  let effects: (() => void)[] = [];
  let busy = false;
  let failing: number | undefined;
  const waiters: (() => void)[] = [];

  function flush(): void {
    if (busy) return;
    busy = true;
    while (changes.length > 0 || effects.length > 0) {
      const group = { changes, effects };
      changes = [];
      effects = [];
      if (!write(group)) return;
    }
    busy = false;
    for (const done of waiters.splice(0)) done();
  }

  /** Whether the group went through at once; otherwise the answer of the store goes on with `flush`. */
  function write(group: { readonly changes: readonly Change[]; readonly effects: readonly (() => void)[] }): boolean {
    let answer: unknown;
    try {
      answer = group.changes.length === 0 ? undefined : store.commit(group.changes);
    } catch (error) {
      failed(group, error);
      return false;
    }
    if (!isThenable(answer)) {
      happen(group.effects);
      return true;
    }
    answer.then(
      () => {
        happen(group.effects);
        resume();
      },
      (error: unknown) => failed(group, error),
    );
    return false;
  }

  function happen(group: readonly (() => void)[]): void {
    if (failing !== undefined) {
      const since = failing;
      failing = undefined;
      emitter.emit("store.recovered", { after: now() - since });
    }
    for (const effect of group) {
      try {
        effect();
      } catch (error) {
        // Ours to mend and so to be seen, but it must not keep what follows from happening.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Nothing is given up: the same group is written again, and nothing overtakes it. */
  function failed(group: Parameters<typeof write>[0], error: unknown): void {
    failing ??= now();
    emitter.emit("store.failed", { error });
    later(RETRY_AFTER, () => {
      if (write(group)) resume();
    });
  }

  function resume(): void {
    busy = false;
    flush();
  }

  return {
    record: (change) => void changes.push(change),
    after: (effect) => void effects.push(effect),
    flush,
    settled: () => (busy ? new Promise((done) => waiters.push(done)) : Promise.resolve()),
  };
}
