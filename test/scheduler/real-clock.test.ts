/** The system clock: fake timers of the test runner, and real ones. */

import { createScheduler, currentRun } from "schedc/runtime";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { every, everyDayAt, HOUR, MINUTE } from "./kit/triggers.ts";

describe("fake timers of vitest", () => {
  const scheduler = createScheduler();
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2024-01-01T08:59:50Z") });
  });
  afterEach(async () => {
    await scheduler.stop({ drain: 0 });
    for (const { id } of scheduler.jobs()) scheduler.job(id)?.remove();
    vi.useRealTimers();
  });

  test("drive a scheduler that was made before them, also without waiting between", async () => {
    const fires: number[] = [];
    scheduler.schedule({ id: "job", trigger: every(MINUTE), run: ({ scheduledAt }) => fires.push(scheduledAt) });
    void scheduler.start();
    vi.advanceTimersByTime(HOUR);
    expect(fires).toHaveLength(60);
    expect(fires[0]).toBe(Date.parse("2024-01-01T09:00:00Z"));
  });

  test("drive handlers that wait", async () => {
    const ended: number[] = [];
    scheduler.schedule({
      id: "job",
      trigger: everyDayAt("09:00", "10:00"),
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        ended.push(Date.now());
      },
    });
    await scheduler.start();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(ended).toEqual([Date.parse("2024-01-01T09:00:05Z"), Date.parse("2024-01-01T10:00:05Z")]);
  });
});

test("real timers run what is due", async () => {
  await using scheduler = createScheduler({ keepAlive: false });
  const { promise, resolve } = Promise.withResolvers<number>();
  scheduler.schedule({ id: "job", trigger: every(1_000), run: ({ scheduledAt }) => resolve(Date.now() - scheduledAt) });
  const keep = setInterval(() => {}, 1_000);
  await scheduler.start();
  expect(await promise).toBeGreaterThanOrEqual(0);
  clearInterval(keep);
});

test("currentRun is the run one is in, through every await, and nothing outside", async () => {
  const scheduler = createScheduler();
  const seen: unknown[] = [];
  const job = scheduler.schedule({
    id: "job",
    trigger: everyDayAt("09:00"),
    run: async (run) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(currentRun() === run);
    },
    onSuccess: (run) => seen.push(currentRun() === run),
  });
  await job.runNow();
  expect(seen).toEqual([true, true]);
  expect(currentRun()).toBeUndefined();
});

test("a run that another asks for, and what is told of it, is no part of the one that asks", async () => {
  const scheduler = createScheduler();
  const seen: unknown[] = [];
  scheduler.on("run.started", ({ job }) => seen.push(job, currentRun()));
  const inner = scheduler.schedule({ id: "inner", trigger: everyDayAt("09:00"), run: () => currentRun()?.id });
  const outer = scheduler.schedule({ id: "outer", trigger: everyDayAt("09:00"), run: () => inner.runNow() });
  expect(await outer.runNow()).toBe("inner");
  expect(seen).toEqual(["outer", undefined, "inner", undefined]);
});
