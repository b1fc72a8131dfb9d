/** Many jobs held and met at once: slices, shared triggers, handles made when asked for, nothing written without a store. */
import { inspect } from "node:util";
import { createScheduler, type Schedule } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { NONE, withOne, withoutOne } from "../../src/runtime/scheduler/few.ts";
import { createRig } from "./kit/rig.ts";
import { every, everyDayAt, MINUTE, once, SECOND } from "./kit/triggers.ts";

const scheduleOf = (ids: readonly string[]): Schedule<string, undefined> => ({
  version: 1,
  source: "many.sched",
  jobs: Object.fromEntries(ids.map((id) => [id, { trigger: every(MINUTE), run: () => {} }])),
});

describe("jobs that are due at once", () => {
  test("start in the order in which they came, and the first has ended before the last is met", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const ids = Array.from({ length: 1_000 }, (_, index) => `job${index}`);
    rig.scheduler.add(scheduleOf(ids));
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.events("run.started").map(({ job }) => job)).toEqual(ids);
    const names = rig.told.filter(({ name }) => name.startsWith("run.")).map(({ name }) => name);
    expect(names.indexOf("run.succeeded")).toBeLessThan(names.lastIndexOf("run.started"));
    expect(names).toHaveLength(2_000);
  });

  test("start by priority where one has a priority, however many there are", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    for (let index = 0; index < 1_000; index++) {
      rig.job({ id: `job${index}`, trigger: every(MINUTE), policy: { priority: index === 999 ? 1 : 0 } });
    }
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.events("run.started")[0]?.job).toBe("job999");
  });

  test("let the process do something else meanwhile, and all have run in the end", async () => {
    let [wall, calls] = [Date.parse("2024-01-01T00:00:30Z"), 0];
    let timer: (() => void) | undefined;
    const scheduler = createScheduler({
      clock: {
        now: () => wall,
        monotonic: () => wall,
        setTimeout: (call) => {
          timer = call;
          return call;
        },
        clearTimeout: () => {
          timer = undefined;
        },
      },
    });
    const started: string[] = [];
    scheduler.on("run.started", ({ job }) => void started.push(job));
    const ids = Array.from({ length: 1_000 }, (_, index) => `job${index}`);
    const jobs = ids.map((id) => [id, { trigger: once("2024-01-01T00:01:00Z"), run: () => void wall++ }] as const);
    scheduler.add({ ...scheduleOf([]), jobs: Object.fromEntries(jobs) });
    await scheduler.start();
    wall = Date.parse("2024-01-01T00:01:00Z");
    while (started.length < 1_000 && calls++ < 1_000) timer?.();
    expect(started).toEqual(ids);
    expect(calls).toBeGreaterThan(1);
  });

  test("were all missed in one outage, though they are met in slices", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.scheduler.add(scheduleOf(Array.from({ length: 1_000 }, (_, index) => `job${index}`)));
    await rig.scheduler.start();
    rig.clock.sleep(10 * MINUTE);
    await rig.clock.advance(31 * SECOND);
    const missed = rig.events("fire.missed");
    expect(missed).toHaveLength(9_000);
    expect(new Set(missed.map(({ reason }) => reason))).toEqual(new Set(["outage"]));
  });
});

describe("triggers", () => {
  test("of one object that is changed between two jobs are two", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const trigger = everyDayAt("09:00") as { times: unknown };
    const first = rig.job({ id: "first", trigger: trigger as never });
    trigger.times = { at: ["10:00"] };
    const second = rig.job({ id: "second", trigger: trigger as never });
    await rig.scheduler.start();
    expect([first.next(), second.next()]).toEqual([9, 10].map((hour) => Date.UTC(2024, 0, 1, hour)));
  });

  test("of one text with other functions are two", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const custom = (at: string) =>
      ({ kind: "custom", zone: "UTC", task: "f", args: [], next: (after: Date) => later(after, at) }) as const;
    const later = (after: Date, at: string): Date | null => (after < new Date(at) ? new Date(at) : null);
    const jobs = { a: custom("2024-02-01T00:00:00Z"), b: custom("2024-03-01T00:00:00Z") };
    const handles = rig.scheduler.add({
      ...scheduleOf([]),
      jobs: { a: { trigger: jobs.a, run: () => {} }, b: { trigger: jobs.b, run: () => {} } },
    } as Schedule<"a" | "b", undefined>);
    await rig.scheduler.start();
    expect([handles.a.next(), handles.b.next()]).toEqual([Date.UTC(2024, 1, 1), Date.UTC(2024, 2, 1)]);
  });
});

describe("handles", () => {
  const { scheduler } = createRig();
  const handles = scheduler.add(scheduleOf(["a", "toString", "__proto__"].map((id) => `${id}`)));

  test("are one a job, and there under no other name", () => {
    expect(handles.a).toBe(handles.a);
    expect(handles.a?.id).toBe("a");
    expect(Reflect.get(handles, "toString")).toMatchObject({ id: "toString" });
    expect(handles.valueOf).toBeUndefined();
    expect("a" in handles).toBe(true);
    expect("b" in handles).toBe(false);
    expect(Object.hasOwn(handles, "a")).toBe(true);
    expect(Object.hasOwn(handles, "b")).toBe(false);
  });

  test("can be listed, spread and looked at", () => {
    expect(Object.keys(handles)).toContain("a");
    expect(Object.values({ ...handles }).map(({ id }) => id)).toContain("a");
    expect(inspect(handles)).toContain("id: 'a'");
  });

  test("cannot be put or taken away", () => {
    expect(() => Object.assign(handles, { a: 1 })).toThrow(TypeError);
    expect(() => Reflect.deleteProperty(handles, "a")).not.toThrow();
    expect(handles.a?.id).toBe("a");
  });
});

test("a scheduler without a store goes on after a stop where it was", async () => {
  const clock = createTestClock("2024-01-01T00:00:30Z");
  const scheduler = createScheduler({ clock });
  const runs: string[] = [];
  const run = ({ id }: { readonly id: string }): void => void runs.push(id);
  scheduler.schedule({ id: "limited", trigger: every(MINUTE), policy: { limit: 2 }, run });
  const paused = scheduler.schedule({ id: "paused", trigger: every(MINUTE), run });
  await scheduler.start();
  paused.pause();
  await clock.advance(MINUTE);
  await scheduler.stop();
  await scheduler.start();
  await clock.advance(5 * MINUTE);
  expect(runs).toEqual(["limited", "limited"]);
});

test("short lists keep their order, and the empty one is never changed", () => {
  const [one, two] = [withOne(NONE, 1), withOne(withOne(NONE, 1), 2)];
  expect([one, two]).toEqual([[1], [1, 2]]);
  expect(withoutOne(two, 1)).toEqual([2]);
  expect(withoutOne(withOne(NONE, 1), 1)).toBe(NONE);
  expect(withoutOne(one, 7)).toEqual([1]);
  expect(NONE).toEqual([]);
});

describe("policies", () => {
  test("are checked and kept once for the jobs of a module that share one", () => {
    const { scheduler } = createRig();
    const shared = { max: 2 };
    const job = { trigger: every(MINUTE), run: () => {} };
    scheduler.add({
      version: 1,
      source: "many.sched",
      jobs: { a: { ...job, policy: shared }, b: { ...job, policy: { max: 3 } }, c: { ...job, policy: shared }, d: job },
    });
    const [a, b, c, d] = scheduler.jobs().map(({ policy }) => policy);
    expect(c).toBe(a);
    expect([a, b, d].map((policy) => policy?.max)).toEqual([2, 3, 1]);
  });

  test("are read anew at each call, though the object is the same", () => {
    const { scheduler } = createRig();
    const policy = { max: 2 };
    scheduler.schedule({ id: "a", trigger: every(MINUTE), policy, run: () => {} });
    policy.max = 3;
    scheduler.schedule({ id: "b", trigger: every(MINUTE), policy, run: () => {} });
    expect(scheduler.jobs().map(({ policy: { max } }) => max)).toEqual([2, 3]);
  });
});

test("jobs that come in together are told of before what else comes of them", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ id: "job1", trigger: every(MINUTE) });
  await rig.scheduler.start();
  const replaced = { trigger: every(SECOND), run: () => {}, policy: { onDuplicate: "replace" as const } };
  const job = { trigger: every(MINUTE), run: () => {} };
  rig.scheduler.add({ version: 1, source: "many.sched", jobs: { job0: job, job1: replaced, job2: job } });
  const told = rig.told.filter(({ name }) => name.startsWith("job.")).map(({ name }) => name);
  expect(told.slice(0, 3)).toEqual(["job.added", "job.added", "job.added"]);
  expect(told.slice(3)).toContain("job.retimed");
});
