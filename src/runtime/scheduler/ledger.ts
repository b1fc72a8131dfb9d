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
  /** From here on what a failing store does not take is kept and written again. */
  open(): void;
  /** Waits for what is on its way. From here on what the store does not take is told all the same, and let go. */
  close(): Promise<void>;
}

interface Group {
  readonly changes: Change[];
  readonly effects: (() => void)[];
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
  let gathering: Group = emptyGroup();
  /** A group is on its way, or waits for a store that fails. */
  let busy = false;
  let holds = true;
  let stuck: { readonly group: Group; readonly since: number } | undefined;
  const waiters: (() => void)[] = [];

  function flush(): void {
    if (busy) return;
    busy = true;
    while (gathering.changes.length > 0 || gathering.effects.length > 0) {
      const group = gathering;
      gathering = emptyGroup();
      if (!write(group)) return;
    }
    busy = false;
    release();
  }

  /** Whether the group went through at once; otherwise the answer of the store goes on with `flush`. */
  function write(group: Group): boolean {
    let answer: unknown;
    try {
      answer = group.changes.length === 0 ? undefined : store.commit(group.changes);
    } catch (error) {
      return failed(group, error);
    }
    if (!isThenable(answer)) {
      written(group);
      return true;
    }
    answer.then(
      () => {
        written(group);
        resume();
      },
      (error: unknown) => {
        if (failed(group, error)) resume();
      },
    );
    return false;
  }

  function written(group: Group): void {
    if (stuck !== undefined) emitter.emit("store.recovered", { after: now() - stuck.since });
    stuck = undefined;
    happen(group.effects);
  }

  /** The same group is written again, and nothing overtakes it. Whether it was let go instead. */
  function failed(group: Group, error: unknown): boolean {
    emitter.emit("store.failed", { error });
    if (!holds) {
      happen(group.effects);
      return true;
    }
    stuck = { group, since: stuck?.since ?? now() };
    later(RETRY_AFTER, () => {
      if (stuck?.group === group && write(group)) resume();
    });
    release();
    return false;
  }

  function resume(): void {
    busy = false;
    flush();
  }

  function release(): void {
    for (const done of waiters.splice(0)) done();
  }

  function untilReleased(): Promise<void> {
    return new Promise((done) => waiters.push(done));
  }

  return {
    record: (change) => void gathering.changes.push(change),
    after: (effect) => void gathering.effects.push(effect),
    flush,
    open() {
      holds = true;
    },
    async close() {
      if (busy && stuck === undefined) await untilReleased();
      holds = false;
      if (stuck === undefined) return;
      const { effects } = stuck.group;
      stuck = undefined;
      happen(effects);
      resume();
      if (busy) await untilReleased();
    },
  };
}

function emptyGroup(): Group {
  return { changes: [], effects: [] };
}

function happen(effects: readonly (() => void)[]): void {
  for (const effect of effects) {
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
