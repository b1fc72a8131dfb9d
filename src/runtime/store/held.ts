/** The database in the hands of the process that runs: taken over once, read once, written until it is given back. */
import { hostname } from "node:os";
import type { DatabaseSync } from "node:sqlite";
import { SchedcError } from "../model/index.ts";
import type { Answer, Change, FireRecord, StoredState } from "../scheduler/index.ts";
import { damage, flag, number, type Row, text } from "./columns.ts";
import { openForHolder, transact } from "./database.ts";
import { identity } from "./disk.ts";
import { createPruning, type HistoryBounds } from "./prune.ts";
import { toAnswer, toFire, toJob, toSchedule } from "./records.ts";
import { acceptVersion, migrate } from "./schema.ts";
import { createWriter } from "./write.ts";

export interface Held {
  readonly state: StoredState;
  /** Of the last commands that had their effect, by number. */
  readonly answers: ReadonlyMap<number, Answer>;
  commit(changes: readonly Change[]): void;
  fires(job: string): readonly FireRecord[];
  /** Gives it back in good order. */
  close(): void;
}

/** Throws what SQLite says, or that the file is damaged; the file is closed then. */
export function takeOver(file: string, bounds: HistoryBounds, now: number): Held {
  const database = openForHolder(file, acceptVersion);
  try {
    migrate(database, RUNTIME);
    checkAfterCrash(database);
    return held(database, file, bounds, sign(database, now));
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What held the file last: versions that may matter when it is looked at later. */
const RUNTIME = `Node ${process.versions.node}, SQLite ${process.versions.sqlite ?? "unknown"}`;

/** A process that died left the file in the middle of its work; SQLite mends that, unless a disk broke its word. */
function checkAfterCrash(database: DatabaseSync): void {
  if (flag(database.prepare("SELECT clean FROM meta").get() as Row, "clean")) return;
  const said = text(database.prepare("PRAGMA quick_check(1)").get() as Row, "quick_check");
  if (said !== "ok") throw damage(`damaged pages (${said})`);
}

/** Puts this process's name in, under a number that no process before it had. */
function sign(database: DatabaseSync, now: number): number {
  return transact(database, () => {
    const row = database
      .prepare(
        `UPDATE meta SET fence = fence + 1, clean = 0, holder_pid = ?, holder_host = ?, held_since = ?,
          runtime_version = ?, tzdb = ? RETURNING fence`,
      )
      .get(process.pid, hostname(), now, RUNTIME, process.versions.tz ?? null) as Row;
    return number(row, "fence");
  });
}

function held(database: DatabaseSync, file: string, bounds: HistoryBounds, fence: number): Held {
  const rows = (sql: string): Row[] => database.prepare(sql).all() as Row[];
  const state: StoredState = {
    schedules: rows("SELECT * FROM schedule ORDER BY job").map(toSchedule),
    definitions: rows("SELECT * FROM job ORDER BY job").map(toJob),
    unfinished: rows("SELECT * FROM fire WHERE ended = 0 ORDER BY n").map(toFire),
    fence,
  };
  const pruning = createPruning(database, bounds);
  const writer = createWriter(database, pruning.count);
  const holder = database.prepare("SELECT fence FROM meta");
  const ofJob = database.prepare("SELECT * FROM fire WHERE job = ? ORDER BY fire_at, n");
  const self = identity(file);

  return {
    state,
    answers: new Map(rows("SELECT * FROM answer").map((row) => [number(row, "number"), toAnswer(row)])),
    commit(changes) {
      if (identity(file) !== self) throw replaced(file);
      transact(database, () => {
        // Only who takes the lock away by hand gets here; better no commit than two processes' commits.
        if (number(holder.get() as Row, "fence") !== fence) throw takenAway(file);
        for (const change of changes) writer.write(change);
        pruning.prune();
      });
    },
    fires: (job) => (ofJob.all(job) as Row[]).map(toFire),
    close() {
      try {
        if (identity(file) === self && number(holder.get() as Row, "fence") === fence) sayGoodbye(database);
      } finally {
        database.close();
      }
    },
  };
}

/** What cannot be written here is no loss: the next process looks the file over and goes on. */
function sayGoodbye(database: DatabaseSync): void {
  try {
    database.exec("UPDATE meta SET clean = 1, holder_pid = NULL, holder_host = NULL, held_since = NULL");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {}
}

function replaced(file: string): SchedcError {
  return new SchedcError(
    `${file} was moved, deleted or replaced while it was in use, so nothing written to it would last. ` +
      "Put it back, or restart the process.",
    { code: "store/replaced" },
  );
}

function takenAway(file: string): SchedcError {
  return new SchedcError(
    `Another process took ${file} over, although this one had not ended. Nothing is written to it from here any more; ` +
      "end this process, and never delete the store's lock.",
    { code: "store/taken-away" },
  );
}
