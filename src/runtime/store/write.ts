/** Writes changes down, a prepared statement a kind. The caller holds the transaction. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Change, FireRecord } from "../scheduler/index.ts";
import { FIRE_COLUMNS, fireValues, JOB_COLUMNS, jobValues, SCHEDULE_COLUMNS, scheduleValues } from "./records.ts";

/** Answers that are kept, to be given again by a process that finds them ungiven. */
const ANSWERS = 1_000;

export interface Writer {
  write(change: Change): void;
}

/** `fired` is told of each fire that is written. */
export function createWriter(database: DatabaseSync, fired: (record: FireRecord) => void): Writer {
  const schedule = upsert(database, "schedule", SCHEDULE_COLUMNS, ["job"]);
  const job = upsert(database, "job", JOB_COLUMNS, ["job"]);
  // What a key says of its fire does not change, and so neither does the index of it.
  const fire = upsert(database, "fire", FIRE_COLUMNS, ["key", "job", "fire_at"]);
  const forget = [
    database.prepare("DELETE FROM schedule WHERE job = ?"),
    database.prepare("DELETE FROM job WHERE job = ?"),
  ];
  // The row under the new name, if there is one, gives way: it is another's place in time. History goes along.
  const rename = [
    database.prepare("DELETE FROM schedule WHERE job = :to AND EXISTS (SELECT 1 FROM schedule WHERE job = :from)"),
    database.prepare("UPDATE schedule SET job = :to WHERE job = :from"),
    database.prepare("DELETE FROM job WHERE job = :to AND EXISTS (SELECT 1 FROM job WHERE job = :from)"),
    database.prepare("UPDATE job SET job = :to WHERE job = :from"),
    database.prepare("UPDATE fire SET job = :to WHERE job = :from"),
  ];
  const answer = database.prepare("INSERT OR REPLACE INTO answer (number, done, says) VALUES (?, ?, ?)");
  const told = database.prepare("DELETE FROM answer WHERE number <= ?");

  return {
    write(change) {
      switch (change.kind) {
        case "fire":
          fire.run(...fireValues(change.record));
          fired(change.record);
          break;
        case "schedule":
          schedule.run(...scheduleValues(change.row));
          break;
        case "define":
          job.run(...jobValues(change.record));
          break;
        case "forget":
          for (const statement of forget) statement.run(change.job);
          break;
        case "rename":
          for (const statement of rename) statement.run({ from: change.from, to: change.to });
          break;
        case "command":
          answer.run(change.answer.number, Number(change.answer.done), change.answer.says ?? null);
          told.run(change.answer.number - ANSWERS);
      }
    },
  };
}

/** `fixed`: the key, and what stays as it was first written. */
function upsert(
  database: DatabaseSync,
  table: string,
  columns: readonly string[],
  fixed: readonly [key: string, ...more: string[]],
): StatementSync {
  const places = columns.map(() => "?").join(", ");
  const sets = columns.filter((column) => !fixed.includes(column)).map((column) => `${column} = excluded.${column}`);
  return database.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places}) ON CONFLICT (${fixed[0]}) DO UPDATE SET ${sets.join(", ")}`,
  );
}
