/** The tables, and how an older file comes to have them. A step once released is never changed. */
import type { DatabaseSync } from "node:sqlite";
import { SchedcError } from "../model/index.ts";
import { number, type Row } from "./columns.ts";

/** Says that a database is a store of ours; "schd" in ASCII. */
const APPLICATION_ID = 0x73636864;

/** Each brings the tables one version on; the first makes them. */
export type Step = (database: DatabaseSync) => void;

export const steps: readonly Step[] = [
  (database) =>
    database.exec(`
      CREATE TABLE meta (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        schema_version INTEGER NOT NULL,
        runtime_version TEXT NOT NULL,
        tzdb TEXT,
        fence INTEGER NOT NULL DEFAULT 0,
        clean INTEGER NOT NULL DEFAULT 1,
        holder_pid INTEGER,
        holder_host TEXT,
        held_since INTEGER
      );
      INSERT INTO meta (one, schema_version, runtime_version) VALUES (1, 0, '');
      CREATE TABLE schedule (
        job TEXT PRIMARY KEY,
        trigger_hash TEXT NOT NULL,
        tzdb TEXT,
        since INTEGER NOT NULL,
        watermark INTEGER NOT NULL,
        lived TEXT,
        paused INTEGER NOT NULL,
        started INTEGER NOT NULL,
        last_end INTEGER,
        sides TEXT NOT NULL,
        next INTEGER,
        gone INTEGER
      ) WITHOUT ROWID;
      CREATE TABLE job (
        job TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        trigger_hash TEXT NOT NULL,
        trigger TEXT NOT NULL,
        policy TEXT NOT NULL,
        template TEXT
      ) WITHOUT ROWID;
      CREATE TABLE fire (
        n INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        job TEXT NOT NULL,
        fire_at INTEGER NOT NULL,
        origin TEXT NOT NULL,
        state TEXT NOT NULL,
        ended INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        fence INTEGER NOT NULL,
        at INTEGER NOT NULL,
        started_at INTEGER,
        reason TEXT,
        merged_into TEXT,
        through INTEGER,
        result TEXT,
        error TEXT
      );
      CREATE TABLE answer (
        number INTEGER PRIMARY KEY,
        done INTEGER NOT NULL,
        says TEXT
      );
      CREATE INDEX fire_of_job ON fire (job, fire_at);
      CREATE INDEX fire_unfinished ON fire (n) WHERE ended = 0;
    `),
];

/**
 * Brings the file to the newest version in one transaction. An empty one gets every step; a newer one than is known
 * here is refused, for a column that this runtime does not fill could be what another one lives by.
 */
export function migrate(database: DatabaseSync, runtime: string, known: readonly Step[] = steps): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    const version = acceptVersion(database, known);
    for (const step of known.slice(version)) step(database);
    if (version < known.length) {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      database.prepare("UPDATE meta SET schema_version = ?, runtime_version = ?").run(known.length, runtime);
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** The version of what is there; refuses what this runtime must not touch. */
export function acceptVersion(database: DatabaseSync, known: readonly Step[] = steps): number {
  const version = versionOf(database);
  if (version > known.length) throw newer(version, known.length);
  return version;
}

/** The version of the tables; 0 where there are none. Refuses a database that others made. */
export function versionOf(database: DatabaseSync): number {
  const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as Row;
  const stamp = number(database.prepare("PRAGMA application_id").get() as Row, "application_id");
  if (number(tables, "n") === 0 && stamp === 0) return 0;
  if (stamp !== APPLICATION_ID) {
    throw new SchedcError("The file is a database of another application. Give the store a file of its own.", {
      code: "store/foreign",
    });
  }
  return number(database.prepare("SELECT schema_version FROM meta").get() as Row, "schema_version");
}

function newer(version: number, known: number): SchedcError {
  return new SchedcError(
    `The store was written by a newer schedc: its tables have version ${version}, and this one knows them up to ` +
      `${known}. Update schedc here, or give this one a file of its own.`,
    { code: "store/newer" },
  );
}
