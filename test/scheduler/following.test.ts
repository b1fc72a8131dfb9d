/** Jobs without a fire set: after others, at starts, after their own end. */
import { describe, expect, test } from "vitest";
import type { CompletionTrigger, Trigger } from "../../src/runtime/model/index.ts";
import { advanceChain, clearSides } from "../../src/runtime/scheduler/chain.ts";
import { createRig } from "./kit/rig.ts";
import { afterJob, at, every, everyDayAt, HOUR, MINUTE, once, SECOND, startup } from "./kit/triggers.ts";

describe("after", () => {
  test.each([
    ["succeeds", false, 1],
    ["succeeds", true, 0],
    ["fails", false, 0],
    ["fails", true, 1],
    ["completes", false, 1],
    ["completes", true, 1],
  ] as const)("%s, where the run fails: %s", async (ends, fails, runs) => {
    const rig = createRig();
    rig.job({
      id: "first",
      trigger: once("2024-01-01T00:01:00Z"),
      run: async () => {
        await rig.clock.wait(5 * SECOND);
        if (fails) throw new Error("no");
      },
    });
    rig.job({ id: "second", trigger: afterJob("first", ends) });
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    const started = rig.events("run.started").filter(({ job }) => job === "second");
    expect(started).toHaveLength(runs);
    // The fire time is the end that completed it.
    if (runs > 0) expect(started[0]?.scheduledAt).toBe(at("2024-01-01T00:01:05Z"));
  });

  test("a side is cleared when its job ends otherwise, and by the fire", () => {
    const trigger = {
      kind: "after",
      all: [
        { job: "a", ends: "succeeds" },
        { job: "b", ends: "succeeds" },
      ],
    } as const;
    let sides = clearSides(trigger);
    const step = (job: string, succeeded: boolean): boolean => {
      const next = advanceChain(trigger, sides, job, succeeded);
      sides = next.sides;
      return next.fires;
    };
    expect([step("a", true), step("a", true), step("a", false), step("b", true)]).toEqual([false, false, false, false]);
    expect([step("other", true), step("a", true)]).toEqual([false, true]);
    expect(sides).toEqual([false, false]);
    expect([step("b", true), step("a", true)]).toEqual([false, true]);
  });

  test("the last attempt counts, skips and misses change nothing", async () => {
    const rig = createRig();
    rig.job({
      id: "first",
      trigger: every(MINUTE, "2024-01-01T00:01:00Z"),
      policy: { retry: { times: 1, wait: SECOND, backoff: "fixed", jitter: false } },
      when: ({ scheduledAt }) => scheduledAt === at("2024-01-01T00:01:00Z"),
      run: ({ attempt }) => {
        if (attempt === 1) throw new Error("once");
      },
    });
    rig.job({ id: "good", trigger: afterJob("first") });
    rig.job({ id: "bad", trigger: afterJob("first", "fails") });
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    expect(rig.lines("run.started").filter((line) => !line.includes("first"))).toEqual([
      "00:01:01 run.started good@00:01:01",
    ]);
  });

  test("a chain of chains runs within the instant, policies and all", async () => {
    const rig = createRig();
    rig.job({ id: "a", trigger: once("2024-01-01T00:01:00Z") });
    rig.job({ id: "b", trigger: afterJob("a"), policy: { paused: true } });
    rig.job({ id: "c", trigger: afterJob("a") });
    rig.job({ id: "d", trigger: afterJob("c") });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.lines("run.succeeded", "fire.skipped")).toEqual([
      "00:01:00 run.succeeded a@00:01:00",
      "00:01:00 fire.skipped b@00:01:00 paused",
      "00:01:00 run.succeeded c@00:01:00",
      "00:01:00 run.succeeded d@00:01:00",
    ]);
  });

  test("ends of one instant while a stop waits are skipped under two keys", async () => {
    const rig = createRig();
    const a = rig.job({ id: "a", trigger: once("2030-01-01T00:00:00Z"), policy: { max: 2 } }, 5 * SECOND);
    rig.job({ id: "b", trigger: afterJob("a") });
    await rig.scheduler.start();
    void a.runNow();
    void a.runNow();
    const stopped = rig.scheduler.stop();
    await rig.clock.advance(MINUTE);
    await stopped;
    const keys = rig.events("fire.skipped").map(({ key, reason }) => `${key} ${reason}`);
    expect(keys).toEqual(["b@2024-01-01T00:00:05Z stopped", "b@2024-01-01T00:00:05.001Z stopped"]);
  });

  test("two ends in one instant are two fires with two keys", async () => {
    const rig = createRig();
    rig.job({
      id: "a",
      trigger: once("2024-01-01T00:01:00Z", "2024-01-01T00:01:05Z"),
      policy: { max: 2 },
      run: ({ scheduledAt }) => rig.clock.wait(scheduledAt % MINUTE === 0 ? 10 * SECOND : 5 * SECOND),
    });
    rig.job({ id: "b", trigger: afterJob("a"), policy: { max: 2 } });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    const keys = rig
      .events("run.started")
      .filter(({ job }) => job === "b")
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

test("an end that meets a fire of the set is a fire of its own, under its own key", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ id: "a", trigger: everyDayAt("00:02") });
  rig.job({ id: "b", trigger: { kind: "union", of: [everyDayAt("00:02"), afterJob("a")] } });
  await rig.scheduler.start();
  await rig.clock.advance(5 * MINUTE);
  const fires = rig.events("run.started").filter(({ job }) => job === "b");
  expect(fires.map(({ key }) => key)).toEqual(["b@2024-01-01T00:02:00Z", "b@2024-01-01T00:02:00.001Z"]);
});

test("a chain waits anew from the end that completed it, however long its start is put off", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const all = [
    { job: "a", ends: "succeeds" },
    { job: "b", ends: "succeeds" },
  ] as const;
  rig.job({ id: "a", trigger: once("2024-01-01T00:01:00Z", "2024-01-01T00:01:10Z") });
  rig.job({ id: "b", trigger: once("2024-01-01T00:01:00Z", "2024-01-01T00:10:00Z") });
  rig.job({ id: "c", trigger: { kind: "after", all }, policy: { spread: 2 * MINUTE } });
  await rig.scheduler.start();
  await rig.clock.advance(HOUR);
  const fires = rig.events("run.started").filter(({ job }) => job === "c");
  expect(fires.map(({ key }) => key)).toEqual(["c@2024-01-01T00:01:00Z", "c@2024-01-01T00:10:00Z"]);
});

test("a chained fire that waits for its start does so however the clock is set", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ id: "a", trigger: once("2024-01-01T00:01:00Z") });
  rig.job({ id: "b", trigger: afterJob("a"), policy: { spread: 2 * MINUTE } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  rig.clock.set("2014-01-01T00:00:00Z");
  await rig.clock.advance(2 * MINUTE);
  expect(rig.events("run.started").map(({ key }) => key)).toEqual(["a@2024-01-01T00:01:00Z", "b@2024-01-01T00:01:00Z"]);
});

test("a fire of another trigger of the job clears its chains", async () => {
  const rig = createRig();
  const both = {
    kind: "after",
    all: [
      { job: "a", ends: "succeeds" },
      { job: "b", ends: "succeeds" },
    ],
  } as const;
  rig.job({ id: "a", trigger: once("2024-01-01T00:01:00Z", "2024-01-01T00:04:00Z") });
  rig.job({ id: "b", trigger: once("2024-01-01T00:03:00Z") });
  rig.job({ id: "c", trigger: { kind: "union", of: [both, everyDayAt("00:02")] } });
  await rig.scheduler.start();
  await rig.clock.advance(5 * MINUTE);
  const fires = rig.events("run.started").filter(({ job }) => job === "c");
  expect(fires.map(({ key }) => key)).toEqual(["c@2024-01-01T00:02:00Z", "c@2024-01-01T00:04:00Z"]);
});

describe("startup", () => {
  test("fires at each start, under the key of that start", async () => {
    const rig = createRig();
    const job = rig.job({ trigger: startup });
    expect(job.next()).toBeUndefined();
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    await rig.scheduler.stop();
    await rig.clock.advance(MINUTE);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.events("run.succeeded").map(({ key }) => key)).toEqual([
      "job@2024-01-01T00:00:00Z",
      "job@2024-01-01T00:02:00Z",
    ]);
  });

  test("a job that comes while the scheduler runs waits for the next start", async () => {
    const rig = createRig();
    await rig.scheduler.start();
    rig.job({ trigger: startup });
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toEqual([]);
  });

  test("a union fires by each of its members, once where they meet", async () => {
    const rig = createRig();
    const trigger: Trigger = { kind: "union", of: [everyDayAt("00:00", "00:02"), startup] };
    rig.job({ trigger });
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    expect(rig.events("run.started").map(({ key }) => key)).toEqual([
      "job@2024-01-01T00:00:00Z",
      "job@2024-01-01T00:02:00Z",
    ]);
    expect(rig.lines("fire.skipped", "fire.merged")).toEqual([]);
  });
});

describe("after completion", () => {
  const completion = (every: number, more: Partial<CompletionTrigger> = {}): CompletionTrigger => ({
    kind: "completion",
    zone: "UTC",
    every,
    days: [{}],
    ...more,
  });

  test("starts at once, then so long after each end, however it ended", async () => {
    const rig = createRig();
    let runs = 0;
    rig.job({
      trigger: completion(MINUTE),
      run: async ({ signal }) => {
        await rig.clock.wait(30 * SECOND, signal);
        if (++runs === 2) throw new Error("second");
      },
    });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:03:10Z");
    expect(rig.lines("run.started", "run.failed")).toEqual([
      "00:00:00 run.started job@00:00:00",
      "00:01:30 run.started job@00:01:30",
      "00:02:00 run.failed job@00:01:30",
      "00:03:00 run.started job@00:03:00",
    ]);
  });

  test("is content with the startup fire of its start", async () => {
    const rig = createRig();
    rig.job({ trigger: { kind: "union", of: [completion(MINUTE), startup] } });
    await rig.scheduler.start();
    await rig.clock.advance(90 * SECOND);
    expect(rig.lines("run.started")).toEqual([
      "00:00:00 run.started job@00:00:00",
      "00:01:00 run.started job@00:01:00",
    ]);
  });

  test("from a later instant, and only inside its windows", async () => {
    const rig = createRig();
    rig.job({
      trigger: completion(HOUR, { from: "2024-01-01T06:00:00", during: [{ ranges: [["06:00", "08:30"]] }] }),
    });
    await rig.scheduler.start();
    await rig.clock.advance(31 * HOUR);
    expect(rig.events("run.started").map(({ key }) => key)).toEqual([
      "job@2024-01-01T06:00:00Z",
      "job@2024-01-01T07:00:00Z",
      "job@2024-01-01T08:00:00Z",
      "job@2024-01-02T06:00:00Z",
      "job@2024-01-02T07:00:00Z",
    ]);
  });

  test("over midnight belongs to the day on which its range opened", async () => {
    const rig = createRig();
    // The first Friday of 2024 is the 5th of January.
    const friday = completion(HOUR, {
      days: [{ weekdays: [5] }],
      during: [{ ranges: [["22:00", "25:30"]] }],
      except: { dates: [["2024-01-13", "2024-01-13"]] },
    });
    rig.job({ trigger: friday });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-13T12:00:00Z");
    const opened = (day: number): readonly string[] => [
      `job@2024-01-${day}T22:00:00Z`,
      `job@2024-01-${day}T23:00:00Z`,
      `job@2024-01-${day + 1}T00:00:00Z`,
      `job@2024-01-${day + 1}T01:00:00Z`,
    ];
    const keys = [...opened(5), ...opened(12)].map((key) => key.replace(/-(\d)T/, "-0$1T"));
    expect(rig.events("run.started").map(({ key }) => key)).toEqual(keys);
  });

  test("waits for the run under way, whatever else was refused meanwhile", async () => {
    const rig = createRig();
    const job = rig.job({ trigger: completion(MINUTE) }, 5 * MINUTE);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    await expect(job.runNow()).rejects.toMatchObject({ code: "run/overlap" });
    await rig.clock.advance(5.5 * MINUTE);
    expect(rig.lines("run.started")).toEqual([
      "00:00:00 run.started job@00:00:00",
      "00:06:00 run.started job@00:06:00",
    ]);
  });

  test("is exact to the millisecond where its windows allow it", async () => {
    const rig = createRig();
    rig.job({ trigger: completion(MINUTE, { during: [{ ranges: [["00:00", "08:30"]] }] }) }, 1_234);
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.events("run.started").map(({ startedAt }) => startedAt - at("2024-01-01"))).toEqual([0, 61_234]);
  });

  test("goes on after a fire that was refused", async () => {
    const rig = createRig();
    let open = false;
    rig.job({ trigger: completion(MINUTE), when: () => open });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:01:30Z");
    open = true;
    await rig.clock.advanceTo("2024-01-01T00:02:30Z");
    expect(rig.lines("run.started", "fire.skipped")).toEqual([
      "00:00:00 fire.skipped job@00:00:00 guard",
      "00:01:00 fire.skipped job@00:01:00 guard",
      "00:02:00 run.started job@00:02:00",
    ]);
  });

  test("goes on where a handler does not heed its timeout", async () => {
    const rig = createRig();
    const run = () => rig.clock.wait(3 * MINUTE);
    rig.job({ trigger: completion(MINUTE), policy: { timeout: 20 * SECOND }, run });
    await rig.scheduler.start();
    await rig.clock.advance(4 * MINUTE);
    expect(rig.lines("run.started", "run.failed", "fire.skipped")).toEqual([
      "00:00:00 run.started job@00:00:00",
      "00:00:20 run.failed job@00:00:00",
      "00:01:20 fire.skipped job@00:01:20 overlap",
      "00:02:20 fire.skipped job@00:02:20 overlap",
      "00:03:20 run.started job@00:03:20",
      "00:03:40 run.failed job@00:03:20",
    ]);
  });

  test("a window that the clock comes upon twice opens no key twice", async () => {
    const rig = createRig("2024-01-01T05:59:00Z");
    rig.job({ trigger: completion(10 * MINUTE, { during: [{ ranges: [["06:00", "08:30"]] }] }) }, MINUTE);
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T06:07:00Z");
    rig.clock.set("2024-01-01T05:07:00Z");
    await rig.clock.advanceTo("2024-01-01T06:05:00Z");
    expect(rig.events("run.started").map(({ key }) => key)).toEqual([
      "job@2024-01-01T06:00:00Z",
      "job@2024-01-01T06:00:00.001Z",
    ]);
  });

  test("a clock set back does not put it off, a sleep makes it run at once", async () => {
    const rig = createRig("2024-01-01T12:00:00Z");
    rig.job({ trigger: completion(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(10 * SECOND);
    rig.clock.set("2024-01-01T11:00:10Z");
    await rig.clock.advance(55 * SECOND);
    expect(rig.lines("run.started")).toHaveLength(2);
    rig.clock.sleep(8 * HOUR);
    await rig.clock.advance(30 * SECOND);
    expect(rig.lines("run.started", "fire.missed")).toHaveLength(3);
  });
});
