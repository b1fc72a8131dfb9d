/** History is bounded, and so are the files. */
import { expect, test } from "vitest";
import type { Change, FireRecord, FireState, Store } from "../../src/runtime/scheduler/index.ts";
import { sizeOf } from "../../src/runtime/store/disk.ts";
import { createSqliteStore, type HistoryBounds } from "../../src/runtime/store/index.ts";
import { freshFile } from "./kit/place.ts";
import { plainFire } from "./kit/records.ts";

function openWith(history: HistoryBounds, file: string = freshFile()): Store {
  const store = createSqliteStore({ file, history });
  store.open();
  return store;
}

const fire = (job: string, at: number, state: FireState = "succeeded"): Change => ({
  kind: "fire",
  record: plainFire(job, at, state),
});

const kept = (store: Store, job: string) => (store.fires(job) as readonly FireRecord[]).map(({ fireAt }) => fireAt);

test("of each job the newest stay, up to an eighth more than told", () => {
  const store = openWith({ perJob: 40 });
  for (let at = 0; at < 400; at++) store.commit([fire("busy", at), ...(at % 10 === 0 ? [fire("calm", at)] : [])]);
  const busy = kept(store, "busy");
  expect(busy.length).toBeGreaterThanOrEqual(40);
  expect(busy.length).toBeLessThanOrEqual(45);
  expect(busy.at(-1)).toBe(399);
  expect(busy).toEqual(Array.from(busy, (_, index) => 400 - busy.length + index));
  expect(kept(store, "calm")).toHaveLength(40);
  store.close();
});

test("of all jobs together the newest stay", () => {
  const store = openWith({ total: 100 });
  for (let at = 0; at < 1_000; at++) store.commit([fire(`job${at % 50}`, at)]);
  const all = Array.from({ length: 50 }, (_, n) => kept(store, `job${n}`)).flat();
  expect(all.length).toBeGreaterThanOrEqual(100);
  expect(all.length).toBeLessThanOrEqual(113);
  expect(Math.min(...all)).toBeGreaterThan(880);
  store.close();
});

test("what ended long ago goes, by the scheduler's clock", () => {
  const store = openWith({ age: 1_000_000 });
  const start = Date.UTC(2001, 0, 1);
  for (let n = 0; n < 100; n++) store.commit([fire("job", start + n * 100_000)]);
  const oldest = start + 99 * 100_000 - 1_000_000;
  expect(kept(store, "job")).toEqual(Array.from({ length: 11 }, (_, n) => oldest + n * 100_000));
  store.close();
});

test("a large excess goes in small batches, commit by commit", () => {
  const file = freshFile();
  const before = openWith({}, file);
  before.commit(Array.from({ length: 900 }, (_, at) => fire("job", at)));
  before.close();
  const store = openWith({ perJob: 10 }, file);
  const left: number[] = [];
  for (let n = 0; n < 6; n++) {
    store.commit([]);
    left.push(kept(store, "job").length);
  }
  expect(left).toEqual([700, 500, 300, 100, 10, 10]);
  store.close();
});

test.each<HistoryBounds>([{ perJob: 5 }, { total: 5 }, { age: 10 }, { perJob: 5, total: 5, age: 10 }])(
  "what has not ended never goes, by %o",
  (bounds) => {
    const store = openWith(bounds);
    store.commit([fire("job", 1, "waiting"), fire("job", 2, "running"), fire("job", 3, "retrying")]);
    // Some minutes, for age is looked at once a minute.
    for (let n = 1; n <= 200; n++) store.commit([fire("job", n * 1_000)]);
    const left = kept(store, "job");
    expect(left.slice(0, 3)).toEqual([1, 2, 3]);
    expect(left.length).toBeLessThan(150);
    store.close();
  },
);

test("a fire written again after it ended is counted once in the end", () => {
  const store = openWith({ perJob: 10 });
  for (let n = 0; n < 200; n++) store.commit([fire("job", n % 8)]);
  expect(kept(store, "job")).toHaveLength(8);
  store.close();
});

test("the log does not grow with what is written, and free pages go back to the disk", () => {
  const file = freshFile();
  const store = openWith({ perJob: 100 }, file);
  const result = "x".repeat(8_000);
  let log = 0;
  for (let at = 0; at < 4_000; at++) {
    store.commit([{ kind: "fire", record: { ...plainFire("job", at, "succeeded"), result } }]);
    log = Math.max(log, sizeOf(`${file}-wal`));
  }
  // 32 MB were written.
  expect(log).toBeLessThan(10_000_000);
  store.close();
  expect(sizeOf(file)).toBeLessThan(10_000_000);
  expect(sizeOf(`${file}-wal`)).toBe(0);
});

test("an error is read to its end, whatever it holds", () => {
  const store = openWith({});
  store.commit([{ kind: "fire", record: { ...plainFire("job", 1, "failed"), error: "before\u0000after" } }]);
  expect(store.fires("job")).toMatchObject([{ error: "before␀after" }]);
  store.close();
});

test("pages that are no longer used go back to the disk", () => {
  const file = freshFile();
  const result = "x".repeat(8_000);
  const before = openWith({}, file);
  before.commit(
    Array.from({ length: 900 }, (_, at) => ({ kind: "fire", record: { ...plainFire("job", at, "failed"), result } })),
  );
  before.commit(
    Array.from({ length: 900 }, (_, at) => ({ kind: "fire", record: { ...plainFire("other", at, "failed"), result } })),
  );
  before.close();
  expect(sizeOf(file)).toBeGreaterThan(14_000_000);
  const store = openWith({ perJob: 10 }, file);
  for (let n = 0; n < 60; n++) store.commit([]);
  store.close();
  // A thousand pages of four kilobytes stay for what comes.
  expect(sizeOf(file)).toBeLessThan(5_000_000);
});
