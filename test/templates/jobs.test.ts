/** Jobs that an app makes from templates: made, run, listed, taken out, let go, brought back. */
import { SchedcError, type Trigger } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { createRig } from "../scheduler/kit/rig.ts";
import { at, HOUR, MINUTE } from "../scheduler/kit/triggers.ts";
import { recorder, reminders, rigOf } from "./kit.ts";

const start = "2026-03-01T08:00:00Z";
const due = "2026-03-01T09:00:00Z";

test("a job is made, runs with typed values at its instant, and leaves", async () => {
  const { scheduler, clock, reminder, tasks, lines, events } = rigOf();
  await scheduler.start();
  const job = reminder.schedule({ userId: "ann", due });
  expect(job.id).toBe("r:ann");
  expect(job.next()).toBe(at(due));
  expect(reminder.list()).toEqual([
    { id: "r:ann", values: { userId: "ann", due: new Date(due), channel: "mail" }, next: at(due) },
  ]);
  expect(scheduler.jobs()).toMatchObject([
    { id: "r:ann", name: "Reminder for ann", policy: { tags: ["reminder", "mail"] } },
  ]);
  await clock.advance(2 * HOUR);
  expect(tasks.sent).toEqual([["ann", new Date(due), "by mail"]]);
  expect(reminder.list()).toEqual([]);
  expect(scheduler.jobs()).toEqual([]);
  expect(lines()).toEqual([
    "08:00:00 job.added r:ann",
    "09:00:00 run.started r:ann@09:00:00",
    "09:00:00 run.succeeded r:ann@09:00:00",
    "09:00:00 job.removed r:ann",
  ]);
  expect(events("job.removed")).toEqual([{ job: "r:ann", because: "ended" }]);
  await scheduler.stop();
});

describe("a second call with the same id", () => {
  test("replaces: the new instant counts, the new values are handed on", async () => {
    const { scheduler, clock, reminder, tasks, lines } = rigOf();
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    const job = reminder.schedule({ userId: "ann", due: "2026-03-01T10:00:00Z", channel: "sms" });
    expect(job.next()).toBe(at("2026-03-01T10:00:00Z"));
    await clock.advance(3 * HOUR);
    expect(tasks.sent).toEqual([["ann", new Date("2026-03-01T10:00:00Z"), "by sms"]]);
    expect(lines("job.added", "job.retimed", "job.removed")).toEqual([
      "08:00:00 job.added r:ann",
      "08:00:00 job.retimed r:ann",
      "10:00:00 job.removed r:ann",
    ]);
    await scheduler.stop();
  });

  test("keeps: the first stays as it is", async () => {
    const { scheduler, reminder } = rigOf({ policy: "keep" });
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    expect(reminder.schedule({ userId: "ann", due: "2026-03-01T10:00:00Z" }).next()).toBe(at(due));
    await scheduler.stop();
  });

  test("fails, and may be made again when the first is over", async () => {
    const { scheduler, clock, reminder, tasks } = rigOf({ policy: "fail" });
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    expect(() => reminder.schedule({ userId: "ann", due })).toThrow(/There is a job r:ann already/);
    await clock.advance(HOUR);
    reminder.schedule({ userId: "ann", due: "2026-03-01T10:00:00Z" });
    await clock.advance(HOUR);
    expect(tasks.sent.length).toBe(2);
    await scheduler.stop();
  });

  test("never takes a job that is not of the template", async () => {
    const { scheduler, reminder } = rigOf();
    scheduler.schedule({ id: "r:ann", trigger: { kind: "startup" }, run: () => {} });
    expect(() => reminder.schedule({ userId: "ann", due })).toThrow(/a job that is not of this template has that id/);
    expect(reminder.cancel("r:ann")).toBe(false);
    expect(reminder.list()).toEqual([]);
  });
});

describe("an instant that has passed", () => {
  test.each([
    ["within grace starts at once", "2026-03-01T07:59:01Z", ["08:00:00 run.started r:ann@07:59:01"]],
    ["beyond grace is missed", "2026-03-01T07:58:59Z", ["08:00:00 fire.missed r:ann@07:58:59 grace"]],
  ])("%s", async (_what, past, told) => {
    const { scheduler, reminder, lines } = rigOf();
    await scheduler.start();
    reminder.schedule({ userId: "ann", due: past });
    expect(lines("run.started", "fire.missed")).toEqual(told);
    expect(reminder.list()).toEqual([]);
    await scheduler.stop();
  });

  test("of a job that is replaced counts in the same way", async () => {
    const { scheduler, reminder, lines } = rigOf();
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    reminder.schedule({ userId: "ann", due: "2026-03-01T07:59:30Z" });
    expect(lines("run.started")).toEqual(["08:00:00 run.started r:ann@07:59:30"]);
    await scheduler.stop();
  });

  test("and has had its run has none again when another of the same job moves", async () => {
    const opensAndCloses: Trigger = { kind: "instants", zone: "UTC", at: ["2026-03-01T08:30:00Z", "{due}"] };
    const { scheduler, clock, reminder, lines } = rigOf({ trigger: opensAndCloses });
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    await clock.advance(HOUR / 2);
    reminder.schedule({ userId: "ann", due: "2026-03-01T10:00:00Z" });
    await clock.advance(2 * HOUR);
    expect(lines("run.started", "fire.missed")).toEqual([
      "08:30:00 run.started r:ann@08:30:00",
      "10:00:00 run.started r:ann@10:00:00",
    ]);
    await scheduler.stop();
  });

  test("of a job that recurs is none of its fires", async () => {
    const { scheduler, clock, reminder, lines } = rigOf({ trigger: daily });
    await scheduler.start();
    reminder.schedule({ userId: "ann", due: "2026-02-20T00:00:00Z" });
    await clock.advance(24 * HOUR);
    expect(lines("run.started", "fire.missed")).toEqual(["08:00:00 run.started r:ann@08:00:00"]);
    expect(reminder.list().length).toBe(1);
    await scheduler.stop();
  });
});

/** `every day at 9:00 from due`, an hour ahead of UTC. */
const daily: Trigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  from: "{due}",
  days: [{}],
  times: { at: ["09:00"] },
  dst: { gap: "after", overlap: "first" },
};

describe("taking out", () => {
  test("by id and by the values of the id", async () => {
    const { scheduler, clock, reminder, tasks } = rigOf();
    await scheduler.start();
    reminder.schedule({ userId: "ann", due });
    reminder.schedule({ userId: "bob", due });
    reminder.schedule({ userId: "cid", due });
    expect(reminder.cancel({ userId: "ann" })).toBe(true);
    expect(reminder.cancel("r:bob")).toBe(true);
    expect(reminder.cancel({ userId: "ann", due })).toBe(false);
    expect(reminder.list().map(({ id }) => id)).toEqual(["r:cid"]);
    await clock.advance(HOUR);
    expect(tasks.sent.map(([user]) => user)).toEqual(["cid"]);
    await scheduler.stop();
  });

  test("needs what the id holds", () => {
    const { reminder } = rigOf();
    expect(() => reminder.cancel({} as { userId: string })).toThrow("The template reminder needs userId, a string.");
  });
});

describe("values share an id when they are the same, and only then", () => {
  test.each([
    ["ann", "r:ann"],
    ["a:b", "r:a%3Ab"],
    ["a%3Ab", "r:a%253Ab"],
    ["a b\u0000\u200b", "r:a%20b%00%E2%80%8B"],
    ["ann@example.com", "r:ann@example.com"],
    ["größe-1", "r:größe-1"],
  ])("%j", (userId, id) => {
    expect(rigOf().reminder.schedule({ userId, due }).id).toBe(id);
  });

  test.each([
    ["", /the value of userId is empty/],
    ["\ud800", /no text that can be written down/],
    ["x".repeat(600), /longer than 512/],
  ])("%j is refused", (userId, says) => {
    expect(() => rigOf().reminder.schedule({ userId, due })).toThrow(says);
  });
});

test("runNow, pause and resume work on its handle, and a pause at its instant is its end", async () => {
  const { scheduler, clock, reminder, tasks, lines } = rigOf();
  await scheduler.start();
  const job = reminder.schedule({ userId: "ann", due });
  await job.runNow();
  expect(tasks.sent.length).toBe(1);
  expect(reminder.list().length).toBe(1);
  job.pause();
  await clock.advance(HOUR);
  expect(lines("fire.skipped", "job.removed")).toEqual([
    "09:00:00 fire.skipped r:ann@09:00:00 paused",
    "09:00:00 job.removed r:ann",
  ]);
  await expect(job.runNow()).rejects.toThrow(SchedcError);
  await scheduler.stop();
});

test("a job leaves after its last retry", async () => {
  const retrying = createRig(start);
  const module = reminders("replace");
  const { reminder: spec } = module.templates ?? {};
  if (!spec) throw new Error("no template");
  let attempts = 0;
  const policy = { retry: { times: 1, wait: MINUTE, backoff: "fixed", jitter: false } } as const;
  const changed: typeof module = { ...module, templates: { reminder: { ...spec, policy } } };
  const jobs = retrying.scheduler.add(changed, {
    send() {
      attempts++;
      throw new Error("no mail server");
    },
  });
  await retrying.scheduler.start();
  jobs.reminder.schedule({ userId: "ann", due });
  await retrying.clock.advance(HOUR);
  expect([attempts, jobs.reminder.list().length]).toEqual([1, 1]);
  await retrying.clock.advance(MINUTE);
  expect([attempts, jobs.reminder.list().length]).toEqual([2, 0]);
  await retrying.scheduler.stop();
});

test("none is made while the scheduler stops, for no store would have it", async () => {
  const { scheduler, clock, reminder } = rigOf();
  scheduler.schedule({ id: "slow", trigger: { kind: "startup" }, run: ({ signal }) => clock.wait(HOUR, signal) });
  await scheduler.start();
  await clock.advance(0);
  const stopped = scheduler.stop({ drain: 10 });
  expect(() => reminder.schedule({ userId: "ann", due })).toThrow(/the scheduler is stopping/);
  await clock.advance(MINUTE);
  await stopped;
});

describe("before the start", () => {
  test("a job is made, listed, and lives from the start on", async () => {
    const { scheduler, clock, reminder, tasks } = rigOf();
    reminder.schedule({ userId: "ann", due });
    expect(reminder.list()).toMatchObject([{ id: "r:ann", next: at(due) }]);
    await scheduler.start();
    await clock.advance(HOUR);
    expect(tasks.sent.length).toBe(1);
    await scheduler.stop();
  });
});

test("templates of one name, and one called like a job of its module, are refused", () => {
  const { scheduler } = rigOf();
  expect(() => scheduler.add(reminders("keep"), recorder())).toThrow(/There is a template called reminder already/);
  const both = { ...reminders("keep"), jobs: { reminder: { trigger: { kind: "startup" }, run: () => {} } } };
  expect(() => createRig(start).scheduler.add(both as never, recorder() as never)).toThrow(
    /a job and a template that are both called reminder/,
  );
});
