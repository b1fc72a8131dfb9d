/** One process runs with a store. The next waits, takes over when it ends, and never runs beside it. */
import { renameSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { createSqliteStore, openOperator } from "../../src/runtime/store/index.ts";
import { startHolder } from "./kit/child.ts";
import { freshFile } from "./kit/place.ts";
import { plainSchedule } from "./kit/records.ts";

const row = { kind: "schedule", row: plainSchedule("job") } as const;

test("a second store on the same file waits until the first is closed, also in one process", async () => {
  const file = freshFile();
  const first = createSqliteStore({ file });
  expect(first.open()).toMatchObject({ fence: 1 });
  const second = createSqliteStore({ file });
  const waiting = second.open();
  first.commit([row]);
  first.close();
  expect(await waiting).toMatchObject({ fence: 2, schedules: [plainSchedule("job")] });
  second.close();
});

test("a process that is killed frees the store for the one that stands by", async () => {
  const file = freshFile();
  const first = startHolder(file);
  expect(await first.line()).toBe("holds 1");
  const second = startHolder(file);
  expect(await second.line()).toBe("waiting");
  await first.kill();
  expect(await second.line()).toBe("holds 2");
});

test("a process that is stopped keeps the store, and goes on with it", async () => {
  const file = freshFile();
  const first = startHolder(file);
  await first.line();
  first.process.kill("SIGSTOP");
  const second = createSqliteStore({ file });
  const waiting = second.open();
  // Several looks go by.
  expect(await Promise.race([waiting, new Promise((r) => setTimeout(r, 1_200, "still waits"))])).toBe("still waits");
  first.process.kill("SIGCONT");
  first.process.stdin.write("on\n");
  expect(await first.line()).toBe("wrote on");
  await first.kill();
  expect(await waiting).toMatchObject({ fence: 2 });
  second.close();
});

test("who looks on in the same process does not loosen the lock", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  const operator = openOperator({ file });
  await operator.status();
  await operator.pause("job", { patience: 0 });
  const other = startHolder(file);
  expect(await other.line()).toBe("waiting");
  store.close();
  expect(await other.line()).toBe("holds 2");
});

test("closing ends a wait, by rejection, and the store can be opened again", async () => {
  const file = freshFile();
  const first = createSqliteStore({ file });
  first.open();
  const second = createSqliteStore({ file });
  const waiting = second.open();
  second.close();
  await expect(waiting).rejects.toMatchObject({ name: "SchedcError", code: "store/closed" });
  first.close();
  expect(second.open()).toMatchObject({ fence: 2 });
  second.close();
});

test("one store serves one scheduler", () => {
  const store = createSqliteStore({ file: freshFile() });
  store.open();
  expect(() => store.open()).toThrow(expect.objectContaining({ code: "store/open" }));
  store.close();
  expect(() => store.commit([])).toThrow(expect.objectContaining({ code: "store/closed" }));
});

test("whose lock was deleted under its hands writes nothing once another has taken over", () => {
  const file = freshFile();
  const first = createSqliteStore({ file });
  first.open();
  rmSync(`${file}-lock`);
  const second = createSqliteStore({ file });
  expect(second.open()).toMatchObject({ fence: 2 });
  expect(() => first.commit([row])).toThrow(expect.objectContaining({ code: "store/taken-away" }));
  second.commit([]);
  first.close();
  second.close();
  const third = createSqliteStore({ file });
  expect(third.open()).toMatchObject({ schedules: [], fence: 3 });
  third.close();
});

test("a file that is moved away is not written on in silence, and is once it is back", () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  renameSync(file, `${file}.away`);
  expect(() => store.commit([row])).toThrow(expect.objectContaining({ code: "store/replaced" }));
  renameSync(`${file}.away`, file);
  store.commit([row]);
  store.close();
  expect(store.open()).toMatchObject({ schedules: [plainSchedule("job")] });
  store.close();
});
