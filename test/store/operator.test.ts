/** A running service seen and steered from outside: the operator's side and the store's, without a scheduler between. */
import { chmodSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import type { Answer, Command, Store } from "../../src/runtime/scheduler/index.ts";
import { createSqliteStore, openOperator } from "../../src/runtime/store/index.ts";
import { startHolder } from "./kit/child.ts";
import { freshFile } from "./kit/place.ts";
import { fullFire, fullJob, fullSchedule, plainFire, plainSchedule } from "./kit/records.ts";

function opened(file: string): Store {
  const store = createSqliteStore({ file });
  store.open();
  onTestFinished(() => void store.close());
  return store;
}

/** Answers whatever comes, as a scheduler does, until the test has ended. */
function serve(store: Store, reply: (command: Command) => Omit<Answer, "number">): Command[] {
  const heard: Command[] = [];
  const timer = setInterval(() => {
    const commands = store.commands?.() as readonly Command[];
    heard.push(...commands);
    if (commands.length > 0) store.answer?.(commands.map((one) => ({ number: one.number, ...reply(one) })));
  }, 20);
  onTestFinished(() => clearInterval(timer));
  return heard;
}

const files = (file: string) => readdirSync(dirname(file)).sort();

test("a file that is not there is refused in words, and not made", () => {
  const file = freshFile();
  expect(() => openOperator({ file })).toThrow(
    expect.objectContaining({ code: "store/absent", message: expect.stringContaining(file) }),
  );
  expect(files(file)).toEqual([]);
});

test("status says who holds the store and how each job stands", async () => {
  const file = freshFile();
  const store = opened(file);
  store.commit([
    { kind: "schedule", row: { ...fullSchedule("full") } },
    { kind: "define", record: { ...fullJob("full"), name: "Full" } },
    { kind: "schedule", row: plainSchedule("plain") },
    { kind: "fire", record: plainFire("plain", 1, "succeeded") },
    { kind: "fire", record: plainFire("plain", 2, "running") },
    { kind: "fire", record: plainFire("plain", 3, "retrying") },
    { kind: "fire", record: plainFire("plain", 4, "waiting") },
  ]);
  expect(await openOperator({ file }).status()).toMatchObject({
    file,
    schemaVersion: 1,
    tzdb: process.versions.tz,
    fence: 1,
    holder: { pid: process.pid, alive: true },
    jobs: [
      { id: "full", name: "Full", paused: true, next: fullSchedule("full").next, started: 12, running: 0, last: [] },
      {
        id: "plain",
        name: "plain",
        paused: false,
        running: 2,
        waiting: 1,
        last: [{ fireAt: 4 }, { fireAt: 3 }, { fireAt: 2 }, { fireAt: 1, state: "succeeded" }],
      },
    ],
  });
});

test("a store that sleeps is read without a trace, by one who may not write too", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.commit([{ kind: "schedule", row: plainSchedule("job") }]);
  store.close();
  const before = files(file);
  chmodSync(file, 0o400);
  const status = await openOperator({ file }).status();
  expect(status.jobs).toHaveLength(1);
  expect(status).not.toHaveProperty("holder");
  expect(files(file)).toEqual(before);
});

test("a process that died is named, and said to be gone", async () => {
  const file = freshFile();
  const holder = startHolder(file);
  await holder.line();
  const operator = openOperator({ file });
  expect((await operator.status()).holder).toMatchObject({ pid: holder.process.pid, alive: true });
  await holder.kill();
  expect((await operator.status()).holder).toMatchObject({ pid: holder.process.pid, alive: false });
});

test("history is filtered, newest first, page by page", async () => {
  const full = { ...fullFire("job@1"), at: 101 };
  const file = freshFile();
  const store = opened(file);
  store.commit(
    Array.from({ length: 10 }, (_, n) => ({ kind: "fire", record: plainFire("a", n, n % 2 ? "failed" : "succeeded") })),
  );
  store.commit([
    { kind: "fire", record: plainFire("b", 100, "skipped") },
    { kind: "fire", record: full },
  ]);
  const operator = openOperator({ file });
  const times = async (query?: object) => (await operator.history(query)).map(({ fireAt }) => fireAt);
  expect((await operator.history())[0]).toEqual(full);
  expect(await times({ job: "a", limit: 3 })).toEqual([9, 8, 7]);
  expect(await times({ job: "a", limit: 3, before: 7 })).toEqual([6, 5, 4]);
  expect(await times({ state: "failed" })).toEqual([9, 7, 5, 3, 1]);
  expect(await times({ state: ["failed", "skipped"], limit: 2 })).toEqual([100, 9]);
  expect(await times({ job: "' OR 1=1 --" })).toEqual([]);
});

test("what is asked reaches the scheduler, and its answer who asked", async () => {
  const file = freshFile();
  const heard = serve(opened(file), ({ job }) =>
    job === "none" ? { done: false, says: "There is no job none." } : { done: true },
  );
  const operator = openOperator({ file });
  expect(await operator.pause("job")).toEqual({ number: 1, state: "done", says: "Done." });
  expect(await operator.resume("none")).toEqual({ number: 2, state: "refused", says: "There is no job none." });
  await operator.runNow("job");
  await operator.backfill("job", { from: 5, until: 9 });
  expect(heard).toEqual([
    { number: 1, job: "job", kind: "pause" },
    { number: 2, job: "none", kind: "resume" },
    { number: 3, job: "job", kind: "run-now" },
    { number: 4, job: "job", kind: "backfill", from: 5, until: 9 },
  ]);
});

test("a span that ends before it begins is refused, and nothing is asked", async () => {
  const file = freshFile();
  const store = opened(file);
  const operator = openOperator({ file });
  await expect(operator.backfill("job", { from: 2, until: 1 })).rejects.toMatchObject({ code: "store/span" });
  await expect(operator.backfill("job", { from: Number.NaN, until: 1 })).rejects.toMatchObject({ code: "store/span" });
  expect(store.commands?.()).toEqual([]);
});

test("what is asked while nothing runs is taken up by the next start", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.close();
  const asked = await openOperator({ file }).pause("job");
  expect(asked).toMatchObject({ state: "queued" });
  expect(opened(file).commands?.()).toEqual([{ number: asked.number, job: "job", kind: "pause" }]);
});

test("what came too late is answered so and not done", async () => {
  const file = freshFile();
  const store = opened(file);
  const operator = openOperator({ file });
  const asked = operator.runNow("job", { expires: -1, patience: 10_000 });
  const timer = setInterval(() => expect(store.commands?.()).toEqual([]), 20);
  onTestFinished(() => clearInterval(timer));
  expect(await asked).toMatchObject({ state: "refused", says: "Nothing took it up in time." });
});

test("a process that does not answer is told from one that is gone", async () => {
  const file = freshFile();
  opened(file);
  expect(await openOperator({ file }).pause("job", { patience: 0 })).toMatchObject({ state: "unanswered" });
});

test("a command is handed out once, and again after a crash unless its effect was committed", async () => {
  const file = freshFile();
  const first = createSqliteStore({ file });
  first.open();
  const operator = openOperator({ file });
  for (const job of ["a", "b", "c"]) await operator.pause(job, { patience: 0 });
  expect(first.commands?.()).toMatchObject([{ job: "a" }, { job: "b" }, { job: "c" }]);
  expect(first.commands?.()).toEqual([]);
  first.answer?.([{ number: 1, done: true }]);
  first.commit([{ kind: "command", answer: { number: 2, done: false, says: "It could not." } }]);
  first.close();
  const second = opened(file);
  expect(second.commands?.()).toMatchObject([{ number: 3, job: "c" }]);
  // Who asked is told what was decided then.
  const answers = new DatabaseSync(`${file}-commands`, { readOnly: true });
  expect(answers.prepare("SELECT done, says FROM answer WHERE number = 2").get()).toMatchObject({
    done: 0,
    says: "It could not.",
  });
  answers.close();
});

test("numbers go on where the file of commands was lost", async () => {
  const file = freshFile();
  const store = createSqliteStore({ file });
  store.open();
  store.commit([{ kind: "command", answer: { number: 41, done: true } }]);
  store.close();
  const database = new DatabaseSync(`${file}-commands`);
  database.exec("DELETE FROM command");
  database.close();
  expect(await openOperator({ file }).pause("job")).toMatchObject({ number: 42 });
  expect(opened(file).commands?.()).toMatchObject([{ number: 42 }]);
});

test("who asks while another is stopped in the middle of asking waits, and no commit does", () => {
  const file = freshFile();
  const store = opened(file);
  const other = new DatabaseSync(`${file}-commands`);
  other.exec("BEGIN EXCLUSIVE");
  expect(store.commands?.()).toEqual([]);
  store.commit([{ kind: "schedule", row: plainSchedule("job") }]);
  other.exec("ROLLBACK");
  other.close();
  expect(store.commands?.()).toEqual([]);
});

test("status and history hold up no commit, and a commit them", async () => {
  const file = freshFile();
  const store = opened(file);
  const operator = openOperator({ file });
  for (let n = 0; n < 50; n++) {
    const seen = operator.status();
    store.commit([{ kind: "schedule", row: plainSchedule(`job${n}`) }]);
    expect((await seen).jobs.length).toBeGreaterThanOrEqual(n);
  }
});
