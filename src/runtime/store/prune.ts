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
const VACUUM_BATCH = 128;

export function createPruning(database: DatabaseSync, bounds: HistoryBounds): Pruning {
  const { perJob = 1_000, total = 100_000, age = 90 * DAY } = bounds;
  const counts = new Map<string, number>();
  /** Jobs beyond their bound and its slack. */
  const over = new Set<string>();
  let all = 0;
  /** Whether `all` was counted since it grew beyond its bound. */
  let exact = false;
  /** Whether there are more free pages than stay. */
  let roomy = false;
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

  const countOf = database.prepare("SELECT count(*) AS kept FROM fire WHERE job = ? AND ended = 1");
  const countAll = database.prepare("SELECT count(*) AS kept FROM fire WHERE ended = 1");

  const found = database.prepare("SELECT job, count(*) AS kept FROM fire WHERE ended = 1 GROUP BY job").all() as Row[];
  for (const row of found) add(text(row, "job"), number(row, "kept"));

  function add(job: string, kept: number): void {
    const count = (counts.get(job) ?? 0) + kept;
    all += kept;
    counts.set(job, count);
    if (count > beyond(perJob)) over.add(job);
  }

  function gone(rows: readonly unknown[]): number {
    for (const row of rows) add(text(row as Row, "job"), -1);
    return rows.length;
  }

  /** Counts are guesses from above: what is written again, or rolled back, counts twice. Nothing goes by a guess. */
  function pruneJob(job: string): number {
    const kept = number(countOf.get(job) as Row, "kept");
    all += kept - (counts.get(job) ?? 0);
    counts.set(job, kept);
    if (kept - perJob <= BATCH) over.delete(job);
    return kept <= perJob ? 0 : gone(ofJob.all(job, Math.min(BATCH, kept - perJob)));
  }

  function pruneAll(): number {
    if (!exact) all = number(countAll.get() as Row, "kept");
    const went = all <= total ? 0 : gone(oldest.all(Math.min(BATCH, all - total)));
    exact = all > total;
    return went;
  }

  function pruneAged(): number {
    const went = gone(aged.all(now - age));
    if (went < BATCH) ageLooked = now;
    return went;
  }

  return {
    count({ job, state, at }) {
      now = at;
      if (hasEnded(state)) add(job, 1);
    },
    prune() {
      let went = 0;
      const [job] = over;
      if (job !== undefined) went += pruneJob(job);
      if (exact || all > beyond(total)) went += pruneAll();
      if (Math.abs(now - ageLooked) >= AGE_EVERY) went += pruneAged();
      if (went === 0 && !roomy) return;
      roomy = number(free.get() as Row, "freelist_count") > FREE_PAGES;
      if (roomy) database.exec(`PRAGMA incremental_vacuum(${VACUUM_BATCH})`);
    },
  };
}

function beyond(bound: number): number {
  return bound + Math.ceil(bound / 8);
}
