/** Keeps the table of log records short. */
import type { DatabaseSync } from "node:sqlite";

const days = 24 * 60 * 60 * 1000;

/** How long a record is kept, in milliseconds. */
export const kept = 90 * days;

/** Deletes what is older than 90 days at `now`, and answers how many records that were. */
export function cleanupOldRecords(database: DatabaseSync, now: number): number {
  const { changes } = database.prepare("DELETE FROM logs WHERE created_at < ?").run(now - kept);
  return Number(changes);
}
