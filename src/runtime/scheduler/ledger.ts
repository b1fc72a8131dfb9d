/**
 * Writes down what was decided before any of it is seen: changes go to the store in groups, and what follows
 * from them (events, starts) waits until they are there. While one group is on its way, the next one gathers.
 */
import { SchedcError } from "../model/index.ts";
import type { Emitter } from "./emitter.ts";
import type { Change, Store } from "./store.ts";
import { isThenable } from "./thenable.ts";

/** How long a store that is being closed may take over one answer, in milliseconds. */
const CLOSING = 1_000;

export interface Ledger {
  /** Of the rows of one job in one group the last is written. While the ledger is closed, nothing is. */
  record(change: Change): void;
  /** Happens once everything recorded so far is in the store, in the order of the calls. */
  after(effect: () => void): void;
  /** Writes what has gathered; after a store that answers at once, the effects have happened when this returns. */
  flush(): void;
  /** From here on what is recorded is written; what a failing store does not take is kept and written again. */
  open(): void;
  /** Waits for what is on its way. What the store does not take now, or does not answer for, is told all the same, and let go. */
  close(): Promise<void>;
  /** Since when the store takes nothing, and why; undefined while it does. */
  trouble(): { readonly since: number; readonly says: string } | undefined;
}

interface Group {
  readonly changes: Change[];
  /** By job, what stands behind the other changes. */
  readonly rows: Map<string, Change>;
  readonly effects: (() => void)[];
}

export interface LedgerHost {
  readonly store: Store;
  readonly emitter: Emitter;
  now(): number;
  /** Calls back after so many milliseconds, unless the answer is called before. */
  later(milliseconds: number, call: () => void): () => void;
}

const RETRY_AFTER = 1_000;
/** An answer that takes longer is one that somebody should hear of, in milliseconds. */
const SLOW = 5_000;

export function createLedger({ store, emitter, now, later }: LedgerHost): Ledger {
  let gathering: Group = emptyGroup();
  /** A group is on its way, or waits for a store that fails. */
  let busy = false;
  let [isOpen, holds] = [false, true];
  let onItsWay: Group | undefined;
  let sentAt = Number.NaN;
  let stuck: { readonly group: Group; readonly since: number; readonly error: unknown } | undefined;
  const waiters: (() => void)[] = [];

  function flush(): void {
    if (busy) return;
    busy = true;
    while (gathering.changes.length + gathering.rows.size + gathering.effects.length > 0) {
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
      const changes = group.rows.size === 0 ? group.changes : [...group.changes, ...group.rows.values()];
      answer = changes.length === 0 ? undefined : store.commit(changes);
    } catch (error) {
      return failed(group, error);
    }
    if (!isThenable(answer)) return written(group);
    onItsWay = group;
    sentAt = now();
    answer.then(
      () => answered(group, () => written(group)),
      (error: unknown) => answered(group, () => failed(group, error)),
    );
    return false;
  }

  /** The first answer counts; one to a group that was let go meanwhile comes too late. */
  function answered(group: Group, act: () => boolean): void {
    if (onItsWay !== group) return;
    onItsWay = undefined;
    if (act()) resume();
  }

  function written(group: Group): true {
    if (stuck !== undefined) emitter.emit("store.recovered", { after: now() - stuck.since });
    stuck = undefined;
    happen(group.effects);
    return true;
  }

  /** The same group is written again, and nothing overtakes it. Whether it was let go instead. */
  function failed(group: Group, error: unknown): boolean {
    emitter.emit("store.failed", { error });
    if (!holds) {
      stuck = undefined;
      happen(group.effects);
      return true;
    }
    stuck = { group, since: stuck?.since ?? now(), error };
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

  function record(change: Change): void {
    if (!isOpen) return;
    if (change.kind === "schedule") gathering.rows.set(change.row.job, change);
    else gathering.changes.push(change);
    if (change.kind === "forget") gathering.rows.delete(change.job);
  }

  /** An answer that does not come is a failure like any other. */
  async function untilReleased(group: Group): Promise<void> {
    const error = new SchedcError("The store did not answer.", { code: "store/no-answer" });
    const cancel = later(CLOSING, () => answered(group, () => failed(group, error)));
    await new Promise<void>((done) => waiters.push(done));
    cancel();
  }

  function trouble(): ReturnType<Ledger["trouble"]> {
    if (stuck !== undefined) return { since: stuck.since, says: `The store takes nothing: ${String(stuck.error)}` };
    if (onItsWay === undefined || now() - sentAt <= SLOW) return undefined;
    return { since: sentAt, says: "The store has not answered." };
  }

  return {
    record,
    trouble,
    after: (effect) => void gathering.effects.push(effect),
    flush,
    open() {
      isOpen = true;
      holds = true;
    },
    async close() {
      holds = false;
      while (busy) {
        if (onItsWay !== undefined) await untilReleased(onItsWay);
        else {
          const effects = stuck?.group.effects ?? [];
          stuck = undefined;
          happen(effects);
          resume();
        }
      }
      isOpen = false;
    },
  };
}

function emptyGroup(): Group {
  return { changes: [], rows: new Map(), effects: [] };
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
