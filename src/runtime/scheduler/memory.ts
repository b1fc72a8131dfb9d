/** The store of one process: nothing outlives it. */
import { type FireRecord, hasEnded, type JobRecord, type ScheduleRow, type Store } from "./store.ts";

export interface MemoryOptions {
  /** Ended fires that are remembered, of all jobs together; the oldest go first. */
  readonly history?: number;
}

export function createMemoryStore({ history = 10_000 }: MemoryOptions = {}): Store {
  const schedules = new Map<string, ScheduleRow>();
  const definitions = new Map<string, JobRecord>();
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

  /** A job goes by another id with all that is kept of it; the keys of its fires stay. */
  function rename(from: string, to: string): void {
    const row = schedules.get(from);
    if (row !== undefined) {
      schedules.delete(from);
      schedules.set(to, { ...row, job: to });
    }
    const definition = definitions.get(from);
    if (definition !== undefined) {
      definitions.delete(from);
      definitions.set(to, { ...definition, job: to });
    }
    for (const fires of [underWay, ended]) {
      for (const [key, record] of fires) if (record.job === from) fires.set(key, { ...record, job: to });
    }
  }

  function forget(job: string): void {
    schedules.delete(job);
    definitions.delete(job);
  }

  return {
    open: () => ({
      schedules: [...schedules.values()],
      definitions: [...definitions.values()],
      unfinished: [...underWay.values()],
      fence: 0,
    }),
    commit(changes) {
      for (const change of changes) {
        if (change.kind === "fire") putFire(change.record);
        else if (change.kind === "schedule") schedules.set(change.row.job, change.row);
        else if (change.kind === "define") definitions.set(change.record.job, change.record);
        else if (change.kind === "rename") rename(change.from, change.to);
        else if (change.kind === "forget") forget(change.job);
      }
    },
    fires: (job) =>
      [...ended.values(), ...underWay.values()].filter((r) => r.job === job).sort((a, b) => a.fireAt - b.fireAt),
    close() {},
  };
}
