/** The store of one process: nothing outlives it. */
import { type FireRecord, hasEnded, type ScheduleRow, type Store } from "./store.ts";

export interface MemoryOptions {
  /** Ended fires that are remembered, of all jobs together; the oldest go first. */
  readonly history?: number;
}

export function createMemoryStore({ history = 10_000 }: MemoryOptions = {}): Store {
  const schedules = new Map<string, ScheduleRow>();
  const underWay = new Map<string, FireRecord>();
  /** By key, in the order in which they ended. */
  const ended = new Map<string, FireRecord>();

  function putFire(record: FireRecord): void {
    underWay.delete(record.key);
    ended.delete(record.key);
    if (!hasEnded(record.state)) {
      underWay.set(record.key, record);
      return;
    }
    ended.set(record.key, record);
    if (ended.size <= history) return;
    for (const oldest of ended.keys()) {
      ended.delete(oldest);
      return;
    }
  }

  function rename(from: string, to: string): void {
    const row = schedules.get(from);
    if (row === undefined) return;
    schedules.delete(from);
    schedules.set(to, { ...row, job: to });
  }

  return {
    open: () => ({ schedules: [...schedules.values()], unfinished: [...underWay.values()] }),
    commit(changes) {
      for (const change of changes) {
        if (change.kind === "fire") putFire(change.record);
        else if (change.kind === "schedule") schedules.set(change.row.job, change.row);
        else if (change.kind === "rename") rename(change.from, change.to);
        else schedules.delete(change.job);
      }
    },
    fires: (job) =>
      [...ended.values(), ...underWay.values()].filter((r) => r.job === job).sort((a, b) => a.fireAt - b.fireAt),
    close() {},
  };
}
