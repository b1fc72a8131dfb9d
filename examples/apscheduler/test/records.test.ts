import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backedUpWithin, backUp, cpuLoad } from "../tasks/backup.ts";
import { cleanupOldRecords, kept } from "../tasks/records.ts";

const now = Date.parse("2024-01-01T02:00:00Z");
const hour = 60 * 60 * 1000;
let folder: string;
let database: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "schedc-records-"));
  database = new DatabaseSync(join(folder, "app.sqlite"));
  database.exec("CREATE TABLE logs (line TEXT, created_at INTEGER)");
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function lines(of: DatabaseSync): unknown[] {
  return of
    .prepare("SELECT line FROM logs ORDER BY created_at")
    .all()
    .map(({ line }) => line);
}

test("deletes what is older than 90 days and nothing else", () => {
  const insert = database.prepare("INSERT INTO logs VALUES (?, ?)");
  insert.run("too old", now - kept - 1);
  insert.run("just kept", now - kept);
  insert.run("new", now);
  expect(cleanupOldRecords(database, now)).toBe(1);
  expect(lines(database)).toEqual(["just kept", "new"]);
  expect(cleanupOldRecords(database, now)).toBe(0);
});

test("a backup holds all records and stamps its time", async () => {
  database.prepare("INSERT INTO logs VALUES (?, ?)").run("kept", now);
  const backups = { folder: join(folder, "backups"), database };
  expect(await backedUpWithin(6, backups, now)).toBe(false);
  const path = await backUp(backups, now);
  const copy = new DatabaseSync(path);
  expect(lines(copy)).toEqual(["kept"]);
  copy.close();
  expect(await backedUpWithin(6, backups, now + 6 * hour - 1)).toBe(true);
  expect(await backedUpWithin(6, backups, now + 6 * hour)).toBe(false);
});

test("the load of the machine is a percentage", async () => {
  const load = await cpuLoad(20);
  expect(load).toBeGreaterThanOrEqual(0);
  expect(load).toBeLessThanOrEqual(100);
});
