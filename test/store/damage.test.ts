/** Files that a disk, a person or another program has damaged: said, kept, and begun anew, or the start fails. */
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { StoredState } from "../../src/runtime/scheduler/index.ts";
import { createSqliteStore, openOperator } from "../../src/runtime/store/index.ts";
import { freshFile } from "./kit/place.ts";
import { plainFire, plainSchedule } from "./kit/records.ts";

/** A store that has seen some use, ended in good order or not. */
function usedFile({ clean = true }: { readonly clean?: boolean } = {}): string {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.commit([{ kind: "schedule", row: plainSchedule("job") }]);
  store.commit(Array.from({ length: 500 }, (_, n) => ({ kind: "fire", record: plainFire("job", n, "succeeded") })));
  store.close();
  if (clean) return file;
  const database = new DatabaseSync(file);
  database.exec("UPDATE meta SET clean = 0");
  database.close();
  return file;
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

const asides = (file: string) =>
  readdirSync(dirname(file)).filter((name) => /^jobs\.db\.corrupt-\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z$/.test(name));

describe.each([
  ["overwritten from its start", true, (file: string) => writeFileSync(file, "no database at all")],
  ["cut to nothing", true, (file: string) => truncateSync(file)],
  ["cut within a page", true, (file: string) => truncateSync(file, 5_000)],
  [
    "flipped in the middle, found by the check after a crash",
    false,
    (file: string) => overwrite(file, 4_096 * 8, Buffer.alloc(4_096, 0xa5)),
  ],
  ["flipped in its schema", true, (file: string) => overwrite(file, 100, Buffer.alloc(900, 0xa5))],
])("a file %s", (_, clean, harm) => {
  test("is kept under another name, said, and begun anew", () => {
    const file = usedFile({ clean });
    harm(file);
    const harmed = readFileSync(file);
    const store = createSqliteStore({ file });
    const state = store.open() as StoredState;
    expect(state).toMatchObject({ schedules: [], definitions: [], unfinished: [], fence: 1 });
    expect(state.lost).toMatchObject({ name: "SchedcError", code: "store/corrupt" });
    const [aside = ""] = asides(file);
    expect(state.lost?.message).toContain(aside);
    expect(readFileSync(`${dirname(file)}/${aside}`).equals(harmed)).toBe(true);
    store.commit([{ kind: "schedule", row: plainSchedule("new") }]);
    store.close();
    expect(store.open()).toEqual({ schedules: [plainSchedule("new")], definitions: [], unfinished: [], fence: 2 });
    store.close();
  });

  test("fails the start where that is wanted, and is left as it is", () => {
    const file = usedFile({ clean });
    harm(file);
    const harmed = readFileSync(file);
    const store = createSqliteStore({ file, onCorrupt: "refuse" });
    expect(() => store.open()).toThrow(expect.objectContaining({ code: "store/corrupt" }));
    expect(readFileSync(file).equals(harmed)).toBe(true);
    expect(asides(file)).toEqual([]);
    // And is not left locked.
    expect(() => store.open()).toThrow(expect.objectContaining({ code: "store/corrupt" }));
  });
});

test("a log that is cut or torn costs no more than its last commits, and nothing is set aside", () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  for (let n = 0; n < 50; n++) store.commit([{ kind: "schedule", row: plainSchedule(`job${n}`) }]);
  // As a crash leaves it: copied while it is open.
  const copy = freshFile();
  writeFileSync(copy, readFileSync(file));
  const log = readFileSync(`${file}-wal`);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 100));
  const second = createSqliteStore({ file: copy });
  const state = second.open() as StoredState;
  expect(state.lost).toBeUndefined();
  expect(state.schedules.length).toBe(49);
  second.close();
  store.close();
});

test("a file that was never a store is refused and kept, for it may be someone's", () => {
  const file = freshFile();
  writeFileSync(file, "every day at 9:00 run backup\n");
  const open = () => createSqliteStore({ file }).open();
  expect(open).toThrow(expect.objectContaining({ code: "store/foreign" }));
  expect(readFileSync(file, "utf8")).toBe("every day at 9:00 run backup\n");
  // Also the second time, when the lock of the first is there.
  expect(open).toThrow(expect.objectContaining({ code: "store/foreign" }));
  expect(readFileSync(file, "utf8")).toBe("every day at 9:00 run backup\n");
});

test("a store that was deleted begins anew without a word", () => {
  const file = usedFile();
  rmSync(file);
  const store = createSqliteStore({ file });
  expect(store.open()).toEqual({ schedules: [], definitions: [], unfinished: [], fence: 1 });
  store.close();
});

test("who looks on at a damaged file is told so", async () => {
  const file = usedFile();
  writeFileSync(file, "no database at all");
  await expect(openOperator({ file }).status()).rejects.toMatchObject({ code: "store/corrupt" });
  expect(basename(file)).toBe("jobs.db");
});

test("a damaged file of commands is named to who starts and to who asks, and the store is as it was without it", async () => {
  const file = usedFile();
  const commands = `${file}-commands`;
  writeFileSync(commands, "no database at all");
  const named = expect.objectContaining({ code: "store/commands", message: expect.stringContaining(commands) });
  expect(() => createSqliteStore({ file }).open()).toThrow(named);
  await expect(openOperator({ file }).pause("job")).rejects.toEqual(named);
  rmSync(commands);
  const store = createSqliteStore({ file });
  expect(store.open()).toMatchObject({ schedules: [{ job: "job" }] });
  await store.close();
});

test("what SQLite says to who asks is told with the file that it is about", async () => {
  const file = usedFile();
  const database = new DatabaseSync(`${file}-commands`);
  database.exec("DROP TABLE answer; DROP TABLE command; CREATE TABLE command (number)");
  database.close();
  await expect(openOperator({ file }).pause("job")).rejects.toMatchObject({
    code: "store/trouble",
    message: expect.stringMatching(/jobs\.db cannot be read or asked now: .*no column/),
  });
});
