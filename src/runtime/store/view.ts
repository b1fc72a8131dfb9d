/** The store as other processes see it: what is committed, read at one instant, with no trace left and nothing held up. */
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { SchedcError } from "../model/index.ts";
import { isDamage, openForReading } from "./database.ts";
import { absent, besides, isThere, sizeOf } from "./disk.ts";
import { isOwned } from "./ownership.ts";
import { acceptVersion, steps } from "./schema.ts";

/** How often a look is taken again that a starting or ending process came into. */
const LOOKS = 20;

/** Reads with one snapshot. `alive`: whether a process holds the store. */
export function look<T>(file: string, read: (database: DatabaseSync, alive: boolean) => T): T {
  const { lock } = besides(file);
  if (!isThere(file) || !isThere(lock) || sizeOf(file) === 0) throw absent(file);
  for (let n = 1; ; n++) {
    const alive = isOwned(lock);
    const asleep = !alive && sizeOf(`${file}-wal`) === 0;
    const database = asleep ? openStill(file) : openForReading(file);
    try {
      const seen = readAll(database, (one) => read(one, alive));
      // A still file is read without locks: whoever woke it meanwhile may have written under the reader's hands.
      if (!asleep || (!isOwned(lock) && sizeOf(`${file}-wal`) === 0)) return seen;
    } catch (error) {
      if (!asleep || n === LOOKS) throw isDamage(error) ? unreadable(file, error) : error;
    } finally {
      database.close();
    }
    if (n === LOOKS) throw new SchedcError(`${file} starts and ends all the time; look again.`, { code: "store/busy" });
  }
}

/** A log-mode database makes files to be read at all, unless it is said that nobody writes it. */
function openStill(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  url.searchParams.set("immutable", "1");
  return new DatabaseSync(url, { readOnly: true });
}

function readAll<T>(database: DatabaseSync, read: (database: DatabaseSync) => T): T {
  database.exec("BEGIN");
  try {
    const version = acceptVersion(database);
    if (version < steps.length) throw older(version);
    return read(database);
  } finally {
    if (database.isTransaction) database.exec("ROLLBACK");
  }
}

function older(version: number): SchedcError {
  return new SchedcError(
    `The store has tables of version ${version}, older than this schedc reads. They are brought on when a scheduler ` +
      "of this version starts with it.",
    { code: "store/older" },
  );
}

function unreadable(file: string, cause: unknown): SchedcError {
  return new SchedcError(`${file} is damaged or no store. A scheduler that starts with it says what becomes of it.`, {
    code: "store/corrupt",
    cause,
  });
}
