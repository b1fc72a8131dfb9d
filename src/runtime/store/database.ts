/** Opens the database with everything said that its promises rest on: no default of a build is trusted. */
import { DatabaseSync } from "node:sqlite";

/** The log is written back into the database at about this many pages, and cut back to `LOG_BYTES` when it grew beyond. */
const CHECKPOINT_PAGES = 1_000;
const LOG_BYTES = 8 * 1024 * 1024;

/** For the process that runs: what a commit waits for another's lock, the event loop standing still meanwhile. */
const HOLDER_WAITS = 250;
/** For the others, who have nothing else to do. */
const OTHERS_WAIT = 5_000;

/** `accept` looks at what is there and throws where it is not for this store, before anything of it is changed. */
export function openForHolder(file: string, accept: (database: DatabaseSync) => void): DatabaseSync {
  const database = configured(new DatabaseSync(file, { enableForeignKeyConstraints: true }), [
    `busy_timeout = ${HOLDER_WAITS}`,
  ]);
  try {
    accept(database);
    return configured(database, [
      // Holds only where it is said before the first table.
      ...(isEmpty(database) ? ["auto_vacuum = INCREMENTAL"] : []),
      "journal_mode = WAL",
      // Each commit is flushed; said by hand, for builds differ in what a log-mode database has unless told.
      "synchronous = FULL",
      `wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
      `journal_size_limit = ${LOG_BYTES}`,
    ]);
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

function isEmpty(database: DatabaseSync): boolean {
  return (database.prepare("PRAGMA page_count").get() as { readonly page_count: number }).page_count === 0;
}

/** For other processes: sees what is committed, writes nothing, makes no file. */
export function openForReading(file: string): DatabaseSync {
  return configured(new DatabaseSync(file, { readOnly: true }), [`busy_timeout = ${OTHERS_WAIT}`]);
}

/** Small, and shared by writers: a journal that is rolled back, so that no process ever has to keep a log for another. */
export function openShared(file: string, waits: number = OTHERS_WAIT): DatabaseSync {
  return configured(new DatabaseSync(file, { enableForeignKeyConstraints: true }), [
    `busy_timeout = ${waits}`,
    "journal_mode = DELETE",
    // The end of its journal is flushed too, or a power cut could bring it back, and take the last commit with it.
    "synchronous = EXTRA",
  ]);
}

function configured(database: DatabaseSync, pragmas: readonly string[]): DatabaseSync {
  try {
    for (const pragma of ["trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", ...pragmas]) {
      database.exec(`PRAGMA ${pragma}`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** All of it or nothing. `act` must not wait for anything: other processes stand still meanwhile. */
export function transact<T>(database: DatabaseSync, act: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = act();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk may have rolled it back already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** SQLite's primary code of what a call threw, 0 where it came from elsewhere. */
export function sqliteCode(error: unknown): number {
  const code = (error as { readonly errcode?: unknown } | undefined)?.errcode;
  return typeof code === "number" ? code & 0xff : 0;
}

const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === BUSY;
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}
