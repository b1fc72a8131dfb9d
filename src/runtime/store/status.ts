/** What a store says of the service that runs with it. Instants are epoch milliseconds. */
import type { DatabaseSync } from "node:sqlite";
import type { Trigger } from "../model/index.ts";
import { flag, json, maybe, number, type Row, text } from "./columns.ts";
import { sizeOf } from "./disk.ts";
import { type FireView, readHistory } from "./history.ts";

export interface StatusView {
  readonly file: string;
  /** Of the tables. */
  readonly schemaVersion: number;
  /** What ran last with it: versions of Node and SQLite. */
  readonly runtime: string;
  /** The release of the zone rules of that machine's Node. */
  readonly tzdb?: string;
  /** How often a process has taken the store over. */
  readonly fence: number;
  /** Who holds it, or held it when it died; absent after an end in good order. */
  readonly holder?: HolderView;
  /** In bytes: the database, and the log of what is not yet written into it. */
  readonly size: { readonly database: number; readonly log: number };
  /** By id. */
  readonly jobs: readonly JobView[];
}

export interface HolderView {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
  /** Whether the process is there; not whether it gets to run. */
  readonly alive: boolean;
}

export interface JobView {
  readonly id: string;
  readonly name: string;
  /** As it was last defined. */
  readonly trigger?: Trigger;
  readonly paused: boolean;
  readonly next?: number;
  /** When the store first saw it. */
  readonly since: number;
  /** Runs that the schedule has started. */
  readonly started: number;
  readonly waiting: number;
  /** Runs under way, also between two attempts. */
  readonly running: number;
  /** What became of its last fires, the newest first. */
  readonly last: readonly FireView[];
}

const LAST = 5;

export function readStatus(database: DatabaseSync, file: string, alive: boolean): StatusView {
  const meta = database.prepare("SELECT * FROM meta").get() as Row;
  const schedules = database
    .prepare("SELECT s.*, j.name, j.trigger FROM schedule s LEFT JOIN job j USING (job) ORDER BY s.job")
    .all() as Row[];
  const fires = unfinished(database);
  return {
    file,
    schemaVersion: number(meta, "schema_version"),
    runtime: text(meta, "runtime_version"),
    ...maybe(meta, "tzdb", "tzdb", text),
    fence: number(meta, "fence"),
    ...maybe(meta, "holder_pid", "holder", (row) => ({
      pid: number(row, "holder_pid"),
      host: text(row, "holder_host"),
      since: number(row, "held_since"),
      alive,
    })),
    size: { database: sizeOf(file), log: sizeOf(`${file}-wal`) },
    jobs: schedules.map((row) => toJobView(database, row, fires.get(text(row, "job")) ?? [])),
  };
}

function toJobView(database: DatabaseSync, row: Row, fires: readonly Row[]): JobView {
  const id = text(row, "job");
  const waiting = fires.filter((fire) => text(fire, "state") === "waiting").length;
  return {
    id,
    name: typeof row.name === "string" ? row.name : id,
    ...maybe(row, "trigger", "trigger", (of, column) => json(of, column) as Trigger),
    paused: flag(row, "paused"),
    ...maybe(row, "next", "next", number),
    since: number(row, "since"),
    started: number(row, "started"),
    waiting,
    running: fires.length - waiting,
    last: readHistory(database, { job: id, limit: LAST }),
  };
}

/** By job, its fires that have not ended. */
function unfinished(database: DatabaseSync): ReadonlyMap<string, readonly Row[]> {
  const rows = database.prepare("SELECT job, state FROM fire WHERE ended = 0").all() as Row[];
  return Map.groupBy(rows, (row) => text(row, "job"));
}
