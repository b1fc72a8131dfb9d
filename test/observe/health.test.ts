/** What a scheduler says of its own state, to the millisecond of the test clock. */
import { createMemoryStore, createScheduler, type PartialPolicy, type Store, type Trigger } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { createRig } from "../scheduler/kit/rig.ts";
import { at, every, HOUR, MINUTE, SECOND } from "../scheduler/kit/triggers.ts";

const start = "2024-01-01T00:00:30Z";
const grace = (milliseconds: number): PartialPolicy => ({ grace: milliseconds });

describe("health", () => {
  test("is well while everything runs as it should", async () => {
    const rig = createRig(start);
    rig.job({ trigger: every(MINUTE) }, 30 * SECOND);
    await rig.scheduler.start();
    for (let step = 0; step < 20; step++) {
      expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
      await rig.clock.advance(17 * SECOND);
    }
  });

  test("a scheduler that was not started, and one that was stopped", async () => {
    const rig = createRig(start);
    await rig.clock.advance(MINUTE);
    const stopped = { kind: "stopped", since: at(start), says: "The scheduler is not running." };
    expect(rig.scheduler.health()).toEqual({ ok: false, problems: [stopped] });
    await rig.scheduler.start();
    expect(rig.scheduler.health().ok).toBe(true);
    await rig.clock.advance(MINUTE);
    await rig.scheduler.stop();
    await rig.clock.advance(MINUTE);
    expect(rig.scheduler.health().problems).toEqual([{ ...stopped, since: at("2024-01-01T00:02:30Z") }]);
  });

  test("a job that is silent since its clock was set back, until the clock is there again", async () => {
    const rig = createRig(start);
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(2 * HOUR);
    rig.clock.set("2024-01-01T01:00:30Z");
    await rig.clock.advance(MINUTE);
    expect(rig.scheduler.health()).toMatchObject({ ok: false, problems: [{ kind: "behind", job: "job" }] });
    expect(rig.scheduler.health().problems[0]?.says).toContain("2024-01-01T02:00:00Z");
    await rig.clock.advance(HOUR);
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("a process that is held up: the loop sleeps on, and then a fire is later than its grace", async () => {
    const rig = createRig(start);
    rig.job({ trigger: every(MINUTE, "2024-01-01T00:01:00Z"), policy: grace(20 * SECOND) });
    await rig.scheduler.start();
    rig.clock.block(30 * SECOND);
    expect(rig.scheduler.health().ok).toBe(true);
    rig.clock.block(1_001);
    expect(rig.scheduler.health()).toEqual({
      ok: false,
      problems: [
        {
          kind: "asleep",
          since: at("2024-01-01T00:01:00Z"),
          says: "The scheduler was to wake 1001 ms ago: something holds the process up.",
        },
      ],
    });
    rig.clock.block(19_000);
    expect(rig.scheduler.health().problems.slice(1)).toEqual([
      {
        kind: "overdue",
        job: "job",
        since: at("2024-01-01T00:01:00Z"),
        says: "job was to start at 2024-01-01T00:01:00Z, and the scheduler has not come to it.",
      },
    ]);
    await rig.clock.settle();
    await rig.clock.advance(0);
    expect(rig.scheduler.health()).toEqual({
      ok: false,
      problems: [
        {
          kind: "missed",
          job: "job",
          key: "job@2024-01-01T00:01:00Z",
          since: at("2024-01-01T00:01:00Z"),
          says: "job@2024-01-01T00:01:00Z was missed (grace), and job has not run since.",
        },
      ],
    });
    await rig.clock.advanceTo("2024-01-01T00:02:00Z");
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("what was slept through, from the first of it, until the job runs again", async () => {
    const rig = createRig(start);
    const job = rig.job({ trigger: every(MINUTE), policy: { catchUp: { mode: "none" }, ...grace(0) } });
    await rig.scheduler.start();
    rig.clock.sleep(3 * MINUTE + 10 * SECOND);
    await rig.clock.advance(31 * SECOND);
    expect(rig.events("fire.missed").length).toBeGreaterThan(1);
    expect(rig.scheduler.health().problems).toMatchObject([
      { kind: "missed", key: "job@2024-01-01T00:01:00Z", says: expect.stringContaining("missed (outage)") },
    ]);
    await job.runNow();
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("fires that wait for a place longer than their grace", async () => {
    const rig = createRig(start, { concurrency: 2 });
    rig.job({ id: "queued", trigger: every(MINUTE), policy: { overlap: "queue", ...grace(90 * SECOND) } }, HOUR);
    rig.job({
      id: "guarded",
      trigger: every(HOUR),
      policy: grace(90 * SECOND),
      when: () => rig.clock.wait(HOUR).then(() => true),
    });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:03:30Z");
    expect(rig.scheduler.health().ok).toBe(true);
    await rig.clock.advance(1);
    expect(rig.scheduler.health().problems).toEqual([
      {
        kind: "overdue",
        job: "queued",
        key: "queued@2024-01-01T00:02:00Z",
        since: at("2024-01-01T00:02:00Z"),
        says: "queued@2024-01-01T00:02:00Z has not started: as many runs as its max allows are under way.",
      },
    ]);
    await rig.clock.advanceTo("2024-01-01T01:01:31Z");
    const guarded = rig.scheduler.health().problems.filter(({ job }) => job === "guarded");
    expect(guarded).toMatchObject([{ kind: "overdue", says: expect.stringContaining("its guard has not answered") }]);
  });

  test("fires that wait for the scheduler's concurrency", async () => {
    const rig = createRig(start, { concurrency: 1 });
    rig.job({ id: "first", trigger: every(HOUR, "2024-01-01T00:01:00Z") }, 10 * MINUTE);
    rig.job({ id: "second", trigger: every(HOUR, "2024-01-01T00:01:01Z"), policy: grace(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:02:02Z");
    expect(rig.scheduler.health().problems).toMatchObject([
      { kind: "overdue", job: "second", says: expect.stringContaining("the scheduler's concurrency") },
    ]);
    await rig.clock.advanceTo("2024-01-01T00:12:00Z");
    expect(rig.scheduler.health().ok).toBe(true);
  });

  test("a handler that does not listen to its signal, also of a job that was removed", async () => {
    const rig = createRig(start);
    const stubborn = { run: () => rig.clock.wait(5 * MINUTE) };
    rig.job({
      id: "slow",
      trigger: every(HOUR, "2024-01-01T00:01:00Z"),
      policy: { timeout: 10 * SECOND },
      ...stubborn,
    });
    const gone = rig.job({ id: "gone", trigger: every(HOUR, "2024-01-01T00:01:00Z"), ...stubborn });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:01:14Z");
    gone.remove();
    expect(rig.scheduler.health().ok).toBe(true);
    await rig.clock.advanceTo("2024-01-01T00:01:15Z");
    expect(rig.scheduler.health().problems).toMatchObject([{ kind: "stubborn", job: "slow" }]);
    await rig.clock.advanceTo("2024-01-01T00:01:19Z");
    expect(rig.scheduler.health()).toEqual({
      ok: false,
      problems: [
        {
          kind: "stubborn",
          job: "slow",
          key: "slow@2024-01-01T00:01:00Z",
          since: at("2024-01-01T00:01:10Z"),
          says: "The handler of slow@2024-01-01T00:01:00Z works on, though its signal aborted at 2024-01-01T00:01:10Z.",
        },
        expect.objectContaining({ kind: "stubborn", job: "gone", since: at("2024-01-01T00:01:14Z") }),
      ],
    });
    await rig.clock.advanceTo("2024-01-01T00:06:00Z");
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("a handler that listens is no problem", async () => {
    const rig = createRig(start);
    rig.job({ trigger: every(HOUR, "2024-01-01T00:01:00Z"), policy: { timeout: SECOND } }, HOUR);
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    expect(rig.events("run.failed")).toHaveLength(1);
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("paused jobs are told of, and nothing is wrong with them", async () => {
    const rig = createRig(start);
    rig.job({ id: "asleep", trigger: every(MINUTE), policy: { paused: true } });
    const job = rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    job.pause();
    await rig.clock.advance(10 * MINUTE);
    expect(rig.scheduler.health()).toEqual({
      ok: true,
      problems: [
        { kind: "paused", job: "asleep", since: at(start), says: "asleep is paused." },
        { kind: "paused", job: "job", since: at("2024-01-01T00:01:30Z"), says: "job is paused." },
      ],
    });
    job.resume();
    expect(rig.scheduler.health().problems).toHaveLength(1);
  });

  test("a custom trigger that stopped, until its job has another", async () => {
    const rig = createRig(start);
    const custom: Trigger = { kind: "custom", zone: "UTC", task: "moons", args: [], next: (after) => after };
    rig.job({ trigger: custom });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.scheduler.health()).toMatchObject({
      ok: false,
      problems: [{ kind: "trigger", job: "job", since: at(start), says: expect.stringContaining("custom moons gave") }],
    });
    rig.job({ trigger: every(MINUTE), onDuplicate: "replace" });
    expect(rig.scheduler.health().ok).toBe(true);
  });

  test("a trigger that ended in order is no problem", async () => {
    const rig = createRig(start);
    rig.job({ trigger: { kind: "instants", zone: "UTC", at: ["2024-01-01T00:01:00Z"] } });
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("a missed deadline, until a later fire has succeeded", async () => {
    const rig = createRig(start);
    let fails = true;
    const run = () => {
      if (fails) throw new Error("no");
    };
    rig.job({ trigger: every(HOUR, "2024-01-01T00:01:00Z"), policy: { deadline: 10 * MINUTE }, run });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:11:00Z");
    expect(rig.scheduler.health()).toEqual({
      ok: false,
      problems: [
        {
          kind: "deadline",
          job: "job",
          key: "job@2024-01-01T00:01:00Z",
          since: at("2024-01-01T00:11:00Z"),
          says: "job@2024-01-01T00:01:00Z was to succeed by 2024-01-01T00:11:00Z, and no run of job has since.",
        },
      ],
    });
    fails = false;
    await rig.clock.advanceTo("2024-01-01T01:01:00Z");
    expect(rig.scheduler.health().ok).toBe(true);
  });
});

describe("of its store", () => {
  test("stands by while it does not open", async () => {
    const memory = createMemoryStore();
    const { promise, resolve } = Promise.withResolvers<void>();
    const store: Store = { ...memory, open: () => promise.then(() => memory.open()) };
    const clock = createTestClock(start);
    const scheduler = createScheduler({ clock, store });
    await clock.advance(MINUTE);
    const started = scheduler.start();
    await clock.advance(MINUTE);
    expect(scheduler.health()).toMatchObject({
      ok: false,
      problems: [{ kind: "standing-by", since: at("2024-01-01T00:01:30Z") }],
    });
    resolve();
    await started;
    expect(scheduler.health()).toEqual({ ok: true, problems: [] });
    await scheduler.stop();
  });

  test("says since when it takes nothing, and why", async () => {
    const memory = createMemoryStore();
    let full = false;
    const store: Store = {
      ...memory,
      commit(changes) {
        if (full) throw new Error("disk full");
        return memory.commit(changes);
      },
    };
    const rig = createRig(start, { store });
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    full = true;
    await rig.clock.advanceTo("2024-01-01T00:01:30Z");
    expect(rig.scheduler.health()).toEqual({
      ok: false,
      problems: [
        { kind: "store", since: at("2024-01-01T00:01:00Z"), says: "The store takes nothing: Error: disk full" },
      ],
    });
    full = false;
    await rig.clock.advance(2 * SECOND);
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });

  test("says that it does not answer", async () => {
    const memory = createMemoryStore();
    const { promise, resolve } = Promise.withResolvers<void>();
    let hangs = false;
    const store: Store = { ...memory, commit: (changes) => (hangs ? promise : memory.commit(changes)) };
    const rig = createRig(start, { store });
    rig.job({ trigger: every(MINUTE), policy: grace(HOUR) });
    await rig.scheduler.start();
    hangs = true;
    await rig.clock.advanceTo("2024-01-01T00:01:05Z");
    expect(rig.scheduler.health().ok).toBe(true);
    await rig.clock.advance(1);
    expect(rig.scheduler.health().problems).toEqual([
      { kind: "store", since: at("2024-01-01T00:01:00Z"), says: "The store has not answered." },
    ]);
    hangs = false;
    resolve();
    await rig.clock.settle();
    expect(rig.scheduler.health()).toEqual({ ok: true, problems: [] });
  });
});
