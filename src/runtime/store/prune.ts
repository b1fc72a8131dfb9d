/**
 * Keeps history bounded. What goes, goes in small batches within commits that happen anyway, so that no turn of the
 * scheduler waits for a large one. A fire that has not ended never goes.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Milliseconds } from "../model/index.ts";
import { type FireRecord, hasEnded } from "../scheduler/index.ts";
import { number, type Row, text } from "./columns.ts";

/** Ended fires that are kept. A bound may be exceeded by an eighth before the oldest beyond it go. */
export interface HistoryBounds {
  /** Of each job; 1,000 unless told. */
  readonly perJob?: number;
  /** Of all jobs together; 100,000 unless told. */
  readonly total?: number;
  /** As long as this after they ended, by the clock of what is written now; 90 days unless told. */
  readonly age?: Milliseconds;
}

export interface Pruning {
  /** A fire was written. */
  count(record: FireRecord): void;
  /** Lets the oldest go where a bound is exceeded: one batch, within the transaction of the caller. */
  prune(): void;
}

const DAY = 86_400_000;
const BATCH = 200;
/** How often age is looked at. */
const AGE_EVERY = 60_000;
/** Free pages that stay in the file for what comes; what is beyond goes back to the disk. */
const FREE_PAGES = 1_000;
const VACUUM_BATCH = 64;

export function createPruning(database: DatabaseSync, bounds: HistoryBounds): Pruning {
  const { perJob = 1_000, total = 100_000, age = 90 * DAY } = bounds;
  const counts = new Map<string, number>();
  /** Jobs beyond their bound and its slack. */
  const over = new Set<string>();
  let all = 0;
  /** When the last fire was written, by the scheduler's clock. */
  let now = Number.NEGATIVE_INFINITY;
  let ageLooked = Number.NEGATIVE_INFINITY;

  const ofJob = database.prepare(
    `DELETE FROM fire WHERE n IN (SELECT n FROM fire WHERE job = ? AND ended = 1 ORDER BY fire_at, n LIMIT ?)
      RETURNING job`,
  );
  const oldest = database.prepare(
    "DELETE FROM fire WHERE n IN (SELECT n FROM fire WHERE ended = 1 ORDER BY n LIMIT ?) RETURNING job",
  );
  const aged = database.prepare(
    `DELETE FROM fire WHERE n IN (SELECT n FROM fire WHERE ended = 1 ORDER BY n LIMIT ${BATCH}) AND at < ? RETURNING job`,
  );
  const free = database.prepare("PRAGMA freelist_count");

  const found = database.prepare("SELECT job, count(*) AS kept FROM fire GROUP BY job").all() as Row[];
  for (const row of found) add(text(row, "job"), number(row, "kept"));

  function add(job: string, kept: number): void {
    const count = (counts.get(job) ?? 0) + kept;
    all += kept;
    if (count <= 0) counts.delete(job);
    else counts.set(job, count);
    if (count > beyond(perJob)) over.add(job);
    else if (count <= perJob) over.delete(job);
  }

  function gone(rows: readonly unknown[]): number {
    for (const row of rows) add(text(row as Row, "job"), -1);
    return rows.length;
  }

  return {
    count({ job, state, at }) {
      now = at;
      // Written again after it ended, it counts twice, until the bound is looked at next.
      if (hasEnded(state)) add(job, 1);
    },
    prune() {
      let went = 0;
      const [job] = over;
      if (job !== undefined) {
        const excess = (counts.get(job) ?? 0) - perJob;
        went += gone(ofJob.all(job, Math.min(BATCH, excess)));
        if (went === 0) over.delete(job);
      }
      if (all > beyond(total)) went += gone(oldest.all(Math.min(BATCH, all - total)));
      if (Math.abs(now - ageLooked) >= AGE_EVERY) {
        const old = gone(aged.all(now - age));
        if (old < BATCH) ageLooked = now;
        went += old;
      }
      if (went > 0 && number(free.get() as Row, "freelist_count") > FREE_PAGES) {
        database.exec(`PRAGMA incremental_vacuum(${VACUUM_BATCH})`);
      }
    },
  };
}

function beyond(bound: number): number {
  return bound + Math.ceil(bound / 8);
}
