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
  /** A ring: once it is full, each one that ends takes the place of the oldest. */
  const ended: FireRecord[] = [];
  let oldest = 0;

  function putFire(record: FireRecord): void {
    if (!hasEnded(record.state)) {
      underWay.set(record.key, record);
      return;
    }
    underWay.delete(record.key);
    if (history === 0) return;
    ended[oldest] = record;
    oldest = (oldest + 1) % history;
  }

  /** Of a fire that was run again, the last end. */
  function known(job: string): readonly FireRecord[] {
    const inOrder = [...ended.slice(oldest), ...ended.slice(0, oldest), ...underWay.values()];
    const records = inOrder.filter((record) => record.job === job);
    return [...new Map(records.map((record) => [record.key, record])).values()].sort((a, b) => a.fireAt - b.fireAt);
  }

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
    for (const [key, record] of underWay) if (record.job === from) underWay.set(key, { ...record, job: to });
    for (const [place, record] of ended.entries()) if (record.job === from) ended[place] = { ...record, job: to };
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
    fires: known,
    close() {},
  };
}
