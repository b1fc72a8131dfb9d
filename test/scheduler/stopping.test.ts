/** What a stop may not wait for, and what it must not lose. */
import { describe, expect, test, vi } from "vitest";
import { createScheduler } from "../../src/runtime/index.ts";
import { createMemoryStore, type Store } from "../../src/runtime/scheduler/index.ts";
import { createDisk, createDurableStore } from "./kit/durable-store.ts";
import { createRig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const ENDS = ["run.succeeded", "run.failed", "fire.skipped"] as const;

describe("a run that calls stop", () => {
  test("ends before the store is closed, and is not run again", async () => {
    const disk = createDisk();
    const memory = createDurableStore(disk);
    let [isOpen, late] = [true, 0];
    const store: Store = {
      ...memory,
      commit(changes) {
        if (!isOpen) late++;
        return memory.commit(changes);
      },
      close() {
        isOpen = false;
      },
    };
    const rig = createRig("2024-01-01T00:00:30Z", { store });
    rig.job({
      trigger: every(MINUTE),
      run: async ({ signal }) => {
        await rig.scheduler.stop({ drain: HOUR });
        await rig.clock.wait(SECOND, signal);
      },
    });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect([isOpen, late]).toEqual([false, 0]);
    expect(rig.lines(...ENDS)).toEqual(["00:01:01 run.succeeded job@00:01:00"]);
    const next = createRig("2024-01-01T00:01:30Z", { store: createDurableStore(disk) });
    next.job({ trigger: every(MINUTE) });
    await next.scheduler.start();
    expect(next.lines("run.interrupted", "run.started")).toEqual([]);
  });

  test("and works on is aborted when the others are, a moment later", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({
      trigger: once("2024-01-01T00:01:00Z"),
      run: ({ signal }) => {
        void rig.scheduler.stop({ drain: 0 });
        return rig.clock.wait(HOUR, signal);
      },
    });
    rig.job({ id: "other", trigger: once("2024-01-01T00:01:00Z") }, HOUR);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.failed")).toEqual(["00:01:00 run.failed other@00:01:00", "00:01:01 run.failed job@00:01:00"]);
  });

  test("and then start goes on, and is written down", async () => {
    const disk = createDisk();
    const rig = createRig("2024-01-01T00:00:30Z", { store: createDurableStore(disk) });
    rig.job({
      trigger: once("2024-01-01T00:01:00Z"),
      run: async () => {
        await rig.scheduler.stop({ drain: HOUR });
        await rig.scheduler.start();
      },
    });
    rig.job({ id: "other", trigger: once("2024-01-01T00:02:00Z") });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.lines("run.succeeded", "run.interrupted")).toEqual([
      "00:01:00 run.succeeded job@00:01:00",
      "00:02:00 run.succeeded other@00:02:00",
    ]);
    expect(Object.values(disk.content().fires).map(({ state }) => state)).toEqual(["succeeded", "succeeded"]);
  });
});

test("a commit that is never answered holds up no stop", async () => {
  const memory = createMemoryStore();
  let silent = false;
  const store: Store = { ...memory, commit: (changes) => (silent ? new Promise(() => {}) : memory.commit(changes)) };
  const rig = createRig("2024-01-01T00:00:30Z", { store });
  rig.job({ trigger: every(MINUTE) }, 10 * SECOND);
  await rig.scheduler.start();
  await rig.clock.advance(31 * SECOND);
  silent = true;
  const stopped = rig.scheduler.stop({ drain: 20 * SECOND }).then(() => rig.clock.now() % HOUR);
  await rig.clock.advance(5 * MINUTE);
  // Its run ends at 1:10; the store has a second to say that it knows.
  expect(await stopped).toBe(71 * SECOND);
  expect(rig.lines("run.succeeded", "store.failed")).toEqual([
    "00:01:11 store.failed",
    "00:01:11 run.succeeded job@00:01:00",
  ]);
  expect(await rig.clock.runNext()).toBe(false);
});

test("nor does a store that never closes", async () => {
  const rig = createRig("2024-01-01T00:00:30Z", {
    store: { ...createMemoryStore(), close: () => new Promise<void>(() => {}) },
  });
  await rig.scheduler.start();
  const stopped = rig.scheduler.stop().then(() => "stopped");
  await rig.clock.advance(SECOND);
  expect(await stopped).toBe("stopped");
});

test("a store that fails to close is told of", async () => {
  const error = new Error("disk gone");
  const close = (): void => {
    throw error;
  };
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...createMemoryStore(), close } });
  await rig.scheduler.start();
  await expect(rig.scheduler.stop()).rejects.toBe(error);
  expect(rig.events("store.failed")).toEqual([{ error }]);
});

test("deadlines that are still to come are told of when nothing can keep them any more", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ trigger: once("2024-01-01T00:01:00Z"), policy: { deadline: HOUR } }, 2 * HOUR);
  rig.job({ id: "kept", trigger: once("2024-01-01T00:01:00Z"), policy: { deadline: HOUR } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  await Promise.all([rig.scheduler.stop({ drain: SECOND }), rig.clock.advance(2 * SECOND)]);
  expect(rig.lines("run.failed", "deadline.missed")).toEqual([
    "00:01:31 run.failed job@00:01:00",
    "00:01:31 deadline.missed job@00:01:00",
  ]);
});

test("what was asked for before the first start writes to no store, and is written down from then on", async () => {
  const disk = createDisk();
  const store = createDurableStore(disk);
  const rig = createRig("2024-01-01T00:00:30Z", { store });
  const job = rig.job({ trigger: every(HOUR) }, MINUTE);
  rig.job({ id: "gone", trigger: every(HOUR) }).remove();
  const ran = job.runNow();
  await rig.clock.advance(10 * SECOND);
  expect(store.commits).toEqual([]);
  await rig.scheduler.start();
  expect(Object.values(disk.content().fires)).toMatchObject([{ state: "running", origin: "now" }]);
  await rig.clock.advance(MINUTE);
  await ran;
  expect(Object.values(disk.content().fires)).toMatchObject([{ state: "succeeded" }]);
  expect(Object.keys(disk.content().schedules)).toEqual(["job"]);
});

test("a job that was removed while the scheduler stood still is gone when it starts, and told of once", async () => {
  const disk = createDisk();
  const rig = createRig("2024-01-01T00:00:30Z", { store: createDurableStore(disk) });
  const job = rig.job({ trigger: every(MINUTE), policy: { catchUp: { mode: "all" } } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  await rig.scheduler.stop();
  job.remove();
  rig.job({ trigger: every(MINUTE), policy: { catchUp: { mode: "all" } } });
  await rig.clock.advance(5 * MINUTE);
  await rig.scheduler.start();
  // The second of the name begins a life of its own: nothing from before is due.
  expect(rig.lines("job.removed", "run.started")).toEqual([
    "00:01:00 run.started job@00:01:00",
    "00:01:30 job.removed job",
  ]);
});

test("a guard that never answers is given up at the timeout of its run", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  let reason: unknown;
  rig.job({
    trigger: every(MINUTE),
    policy: { timeout: 10 * SECOND },
    when: ({ signal }) => {
      signal.addEventListener("abort", () => {
        reason = signal.reason;
      });
      return new Promise<boolean>(() => {});
    },
  });
  await rig.scheduler.start();
  await rig.clock.advance(2 * MINUTE);
  expect(rig.lines("fire.skipped", "handler.failed")).toEqual([
    "00:01:10 handler.failed job",
    "00:01:10 fire.skipped job@00:01:00 guard",
    "00:02:10 handler.failed job",
    "00:02:10 fire.skipped job@00:02:00 guard",
  ]);
  expect(reason).toMatchObject({ code: "run/timeout" });
});

test("fake timers that leave performance alone drive waits and timeouts all the same", async () => {
  vi.useFakeTimers({ now: Date.UTC(2024, 0, 1), toFake: ["setTimeout", "clearTimeout", "Date"] });
  try {
    const scheduler = createScheduler({ logger: { warn() {}, error() {} } });
    const lines: string[] = [];
    scheduler.on("*", (event) => void lines.push(`${new Date().toISOString().slice(14, 19)} ${event.name}`));
    scheduler.schedule({
      id: "job",
      trigger: once("2024-01-01T00:01:00Z"),
      policy: { timeout: 10 * SECOND, retry: { times: 1, wait: 20 * SECOND, backoff: "fixed", jitter: false } },
      run: () => new Promise(() => {}),
    });
    await scheduler.start();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(lines.filter((line) => !line.endsWith("job.added"))).toEqual([
      "01:00 run.started",
      "01:10 run.retrying",
      "01:15 run.stubborn",
    ]);
    await scheduler.stop({ drain: 0 });
  } finally {
    vi.useRealTimers();
  }
});
