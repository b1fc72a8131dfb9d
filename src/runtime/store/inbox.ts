/**
 * What other processes ask, in a file of its own beside the database: whoever writes there, even one that is stopped in
 * the middle, holds up no commit of the scheduler, and the database itself has one writer whatever its SQLite can do.
 */
import type { DatabaseSync } from "node:sqlite";
import { SchedcError } from "../model/index.ts";
import type { Answer, Command } from "../scheduler/index.ts";
import { number, type Row, text } from "./columns.ts";
import { isBusy, isDamage, openShared, transact } from "./database.ts";

export interface Inbox {
  /** Commands that came since it was last asked. */
  take(now: number): readonly Command[];
  answer(answers: readonly Answer[], now: number): void;
  close(): void;
}

/** Answers are kept for this long, for who asked may look late. */
const KEPT = 86_400_000;

/** The side of the process that runs. `known`: answers to commands that had their effect before a crash, given or not. */
export function openInbox(file: string, known: ReadonlyMap<number, Answer>): Inbox {
  // Busy is no trouble here: it is asked again a moment later.
  const database = openCommands(file, 0);
  const version = database.prepare("PRAGMA data_version");
  const waiting = database.prepare(
    "SELECT * FROM command WHERE number > ? AND number NOT IN (SELECT number FROM answer) ORDER BY number",
  );
  const reply = database.prepare("INSERT OR IGNORE INTO answer (number, done, says, at) VALUES (?, ?, ?, ?)");
  const isAsked = database.prepare("SELECT 1 FROM command WHERE number = ?");
  const tidy = database.prepare("DELETE FROM command WHERE number IN (SELECT number FROM answer WHERE at < ?)");
  let seen: number | undefined;
  let cursor = 0;

  function answer(answers: readonly Answer[], at: number): void {
    database.exec("PRAGMA busy_timeout = 1000");
    try {
      transact(database, () => {
        tidy.run(at - KEPT);
        for (const { number: asked, done, says } of answers) {
          if (isAsked.get(asked) !== undefined) reply.run(asked, Number(done), says ?? null, at);
        }
      });
    } finally {
      database.exec("PRAGMA busy_timeout = 0");
    }
  }

  return {
    take(at) {
      try {
        const current = number(version.get() as Row, "data_version");
        if (current === seen) return [];
        const rows = waiting.all(cursor) as Row[];
        const again = rows.flatMap((row) => known.get(number(row, "number")) ?? []);
        const fresh = rows.filter((row) => !known.has(number(row, "number")));
        const late = fresh.filter((row) => isLate(row, at));
        if (again.length + late.length > 0) answer([...again, ...late.map(tooLate)], at);
        // Not before: what could not be answered now comes again.
        seen = current;
        cursor = rows.length === 0 ? cursor : number(rows.at(-1) as Row, "number");
        return fresh.filter((row) => !isLate(row, at)).map(toCommand);
      } catch (error) {
        if (isBusy(error)) return [];
        throw error;
      }
    },
    answer,
    close: () => database.close(),
  };
}

/** Opens the file of commands, with its tables. */
export function openCommands(file: string, waits?: number): DatabaseSync {
  try {
    return withTables(openShared(file, 5_000), waits);
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    throw new SchedcError(
      `${file} is damaged. It holds no more than what was asked of the store beside it: delete it while nothing runs there.`,
      { code: "store/commands", cause },
    );
  }
}

function withTables(database: DatabaseSync, waits: number | undefined): DatabaseSync {
  try {
    transact(database, () =>
      database.exec(`
        CREATE TABLE IF NOT EXISTS command (
          number INTEGER PRIMARY KEY,
          job TEXT NOT NULL,
          kind TEXT NOT NULL,
          from_at INTEGER,
          until_at INTEGER,
          asked_at INTEGER NOT NULL,
          expires_at INTEGER
        );
        CREATE TABLE IF NOT EXISTS answer (
          number INTEGER PRIMARY KEY REFERENCES command ON DELETE CASCADE,
          done INTEGER NOT NULL,
          says TEXT,
          at INTEGER NOT NULL
        );
      `),
    );
    if (waits !== undefined) database.exec(`PRAGMA busy_timeout = ${waits}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isLate(row: Row, now: number): boolean {
  const expires = row.expires_at;
  return typeof expires === "number" && expires < now;
}

function tooLate(row: Row): Answer {
  return { number: number(row, "number"), done: false, says: "Nothing took it up in time." };
}

function toCommand(row: Row): Command {
  const asked = { number: number(row, "number"), job: text(row, "job") };
  const kind = text(row, "kind");
  if (kind === "backfill") return { ...asked, kind, from: number(row, "from_at"), until: number(row, "until_at") };
  return { ...asked, kind: kind as "pause" | "resume" | "run-now" };
}
