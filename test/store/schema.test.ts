/** Files of every version there was, of versions yet to come, and of others. */
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createSqliteStore, openOperator } from "../../src/runtime/store/index.ts";
import { migrate, steps, versionOf } from "../../src/runtime/store/schema.ts";
import { freshFile } from "./kit/place.ts";
import { fullFire, fullJob, fullSchedule, plainSchedule } from "./kit/records.ts";

const fixtures = new URL("./fixtures/", import.meta.url);
const versions = readdirSync(fixtures).map((name) => Number(/^v(\d+)\.sql$/.exec(name)?.[1]));

test("there is a frozen file of every version", () => {
  expect(versions.sort((a, b) => a - b)).toEqual(steps.map((_, index) => index + 1));
});

/** What stands in every frozen file: made with the records of the kit as they were then. */
test.each(versions)("a file of version %i is read as it was written", (version) => {
  const file = freshFile();
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL(`v${version}.sql`, fixtures), "utf8"));
  expect(versionOf(database)).toBe(version);
  database.close();
  const store = createSqliteStore({ file });
  expect(store.open()).toEqual({
    schedules: [fullSchedule("full"), plainSchedule("plain")],
    definitions: [fullJob("full")],
    unfinished: [{ ...fullFire("job@waiting"), state: "waiting" }],
    fence: 2,
  });
  expect(store.fires("job")).toContainEqual(fullFire("job@1"));
  store.close();
});

test("a file of a newer version is refused with a sentence, and left as it is", () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.close();
  const newer = steps.length + 1;
  change(file, `UPDATE meta SET schema_version = ${newer}`);
  const before = readFileSync(file);
  expect(() => store.open()).toThrow(
    expect.objectContaining({
      code: "store/newer",
      message: expect.stringContaining(
        `its tables have version ${newer}, and this one knows them up to ${steps.length}`,
      ),
    }),
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("someone who looks on is told the same of a newer one", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.close();
  change(file, "UPDATE meta SET schema_version = 99");
  await expect(openOperator({ file }).status()).rejects.toMatchObject({ code: "store/newer" });
});

test("a step to come is taken once, all of it or nothing", () => {
  const file = freshFile();
  const database = new DatabaseSync(file);
  migrate(database, "old");
  database.exec("INSERT INTO job VALUES ('a', 'A', 'h', '{}', '{}', NULL)");
  const last = steps.length;
  const failing = [...steps, (one: DatabaseSync) => one.exec("ALTER TABLE job ADD COLUMN mood TEXT; SELECT nonsense")];
  expect(() => migrate(database, "new", failing)).toThrow(/nonsense/);
  expect(versionOf(database)).toBe(last);
  expect(database.prepare("SELECT * FROM job").get()).not.toHaveProperty("mood");

  const next = [...steps, (one: DatabaseSync) => one.exec("ALTER TABLE job ADD COLUMN mood TEXT DEFAULT 'calm'")];
  migrate(database, "new", next);
  migrate(database, "newer", next);
  expect(versionOf(database)).toBe(last + 1);
  expect(database.prepare("SELECT job, mood FROM job").get()).toMatchObject({ job: "a", mood: "calm" });
  expect(database.prepare("SELECT runtime_version FROM meta").get()).toMatchObject({ runtime_version: "new" });
  database.close();
});

test("a database of another application is refused and not touched", () => {
  const file = freshFile();
  change(file, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  const before = readFileSync(file);
  expect(() => createSqliteStore({ file }).open()).toThrow(expect.objectContaining({ code: "store/foreign" }));
  expect(readFileSync(file).equals(before)).toBe(true);
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
