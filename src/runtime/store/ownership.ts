/**
 * One process runs. It holds an exclusive lock on a small file beside the database, which the system frees when the
 * process ends, however it ends, and never while it is merely stopped or slow.
 */
import { DatabaseSync } from "node:sqlite";
import { SchedcError } from "../model/index.ts";
import { isBusy, isDamage } from "./database.ts";

export interface Ownership {
  release(): void;
}

/** Takes the lock if nobody has it; answers at once. */
export function tryToOwn(lock: string): Ownership | undefined {
  const database = new DatabaseSync(lock);
  try {
    // The lock alone is wanted; nothing is written, and no journal is left behind.
    database.exec("PRAGMA journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw isDamage(error) ? unreadable(lock, error) : error;
  }
}

/** Whether some process holds the lock. Reading what the holder locks fails, and that is all the trace it leaves. */
export function isOwned(lock: string): boolean {
  const database = new DatabaseSync(lock, { readOnly: true });
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw isDamage(error) ? unreadable(lock, error) : error;
  } finally {
    database.close();
  }
}

function unreadable(lock: string, cause: unknown): SchedcError {
  return new SchedcError(
    `${lock} was written by something else. It is only a lock: delete it while nothing runs with this store.`,
    { code: "store/lock", cause },
  );
}
