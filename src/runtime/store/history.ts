/** Fires with what became of them, for people who look back. Instants are epoch milliseconds. */
import type { DatabaseSync } from "node:sqlite";
import type { FireRecord, FireState } from "../scheduler/index.ts";
import type { Bound, Row } from "./columns.ts";
import { toFire } from "./records.ts";

/** A fire as it is kept. */
export type FireView = FireRecord;

export interface HistoryQuery {
  readonly job?: string;
  /** Only fires in these states. */
  readonly state?: FireState | readonly FireState[];
  /** At most so many, 100 unless told. */
  readonly limit?: number;
  /** Only fires meant for before this instant: that of the last one seen leads to the next page. */
  readonly before?: number;
}

/** Newest first. */
export function readHistory(database: DatabaseSync, query: HistoryQuery): readonly FireView[] {
  const where: string[] = [];
  const values: Bound[] = [];
  if (query.job !== undefined) {
    where.push("job = ?");
    values.push(query.job);
  }
  if (query.state !== undefined) {
    const states = typeof query.state === "string" ? [query.state] : query.state;
    where.push(`state IN (${states.map(() => "?").join(", ")})`);
    values.push(...states);
  }
  if (query.before !== undefined) {
    where.push("fire_at < ?");
    values.push(query.before);
  }
  const filter = where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`;
  const sql = `SELECT * FROM fire ${filter} ORDER BY fire_at DESC, n DESC LIMIT ?`;
  return (database.prepare(sql).all(...values, query.limit ?? 100) as Row[]).map(toFire);
}
