/** What a commit does when the machine does not let it, and what others who have the file open cost. */
import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { Change, Store, StoredState } from "../../src/runtime/scheduler/index.ts";
import { createScheduler } from "../../src/runtime/scheduler/index.ts";
import { sizeOf } from "../../src/runtime/store/disk.ts";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { createTestClock } from "../../src/runtime/testing/index.ts";
import { freshFile } from "./kit/place.ts";
import { plainFire, plainSchedule } from "./kit/records.ts";

const schedule = (job: string): Change => ({ kind: "schedule", row: plainSchedule(job) });

test("a commit of which one change cannot be written leaves nothing of the others", () => {
  const store = createSqliteStore({ file: freshFile() });
  store.open();
  const broken = { kind: "schedule", row: { ...plainSchedule("b"), since: null as unknown as number } } as const;
  expect(() => store.commit([schedule("a"), broken])).toThrow(/NOT NULL/);
  store.commit([schedule("c")]);
  store.close();
  expect((store.open() as StoredState).schedules.map(({ job }) => job)).toEqual(["c"]);
  store.close();
});

test("a program that locks the database makes commits fail, not wait for ever, and they go on after it", () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  expect(() => store.commit([schedule("a")])).toThrow(/locked/);
  other.exec("ROLLBACK");
  other.close();
  store.commit([schedule("a")]);
  store.close();
  expect((store.open() as StoredState).schedules).toHaveLength(1);
  store.close();
});

test("the log grows while someone reads one state for ever, and is cut back when that ends", () => {
  const file = freshFile();
  const store = createSqliteStore({ file, history: { perJob: 10 } });
  store.open();
  const result = "x".repeat(8_000);
  let n = 0;
  const commit = (times: number): void => {
    for (const end = n + times; n < end; n++) {
      store.commit([{ kind: "fire", record: { ...plainFire("job", n, "succeeded"), result } }]);
    }
  };
  commit(10);
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM fire").get();
  commit(1_000);
  expect(sizeOf(`${file}-wal`)).toBeGreaterThan(9_000_000);
  reader.exec("ROLLBACK");
  reader.close();
  commit(10);
  expect(sizeOf(`${file}-wal`)).toBeLessThan(9_000_000);
  store.close();
});

/** A scheduler on a store of its own clock, with one job a minute. */
function service(store: Store) {
  const clock = createTestClock("2026-12-31T22:58:30Z", { patience: 0 });
  const told: string[] = [];
  const scheduler = createScheduler({ store, clock, logger: { error() {}, warn() {}, info() {}, debug() {} } });
  scheduler.on("*", ({ name }) => void told.push(name));
  scheduler.schedule({
    id: "job",
    trigger: { kind: "elapsed", zone: "UTC", every: 60_000, anchor: "2026-01-01T00:00:00Z", days: [{}] },
    run: () => {},
  });
  return { clock, scheduler, told };
}

test("a scheduler whose database is locked runs nothing, says so, and makes up for it", async () => {
  const file = freshFile();
  const { clock, scheduler, told } = service(createSqliteStore({ file }));
  await scheduler.start();
  await clock.advance(60_000);
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  told.length = 0;
  await clock.advance(31_000);
  expect(told).toContain("store.failed");
  expect(told).not.toContain("run.started");
  other.exec("ROLLBACK");
  other.close();
  await clock.advance(2_000);
  expect(told.filter((name) => name !== "store.failed")).toEqual(["store.recovered", "run.started", "run.succeeded"]);
  await scheduler.stop();
});

test("a damaged file is told by store.failed, and the jobs run on", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  const first = service(store);
  await first.scheduler.start();
  await first.clock.advance(60_000);
  await first.scheduler.stop();
  writeFileSync(file, "no database at all");
  const second = service(store);
  await second.scheduler.start();
  await second.clock.advance(60_000);
  expect(second.told).toContain("store.failed");
  expect(second.told).toContain("run.succeeded");
  await second.scheduler.stop();
});
