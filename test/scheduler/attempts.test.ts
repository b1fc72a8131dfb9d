/** Retry and timeout: the attempts of one fire. */
import { describe, expect, test } from "vitest";
import type { Retry, Run } from "../../src/runtime/model/index.ts";
import { retryWait } from "../../src/runtime/scheduler/retry.ts";
import { createRig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const retry = (more: Partial<Retry>): Retry => ({ times: 5, wait: SECOND, backoff: "fixed", jitter: false, ...more });

describe("the wait", () => {
  const table: readonly [what: string, retry: Retry, waits: readonly (number | undefined)[]][] = [
    ["fixed", retry({ times: 2 }), [1000, 1000, undefined]],
    ["none", retry({ times: 0 }), [undefined]],
    ["linear", retry({ backoff: "linear" }), [1000, 2000, 3000, 4000, 5000, undefined]],
    ["exponential", retry({ backoff: "exponential" }), [1000, 2000, 4000, 8000, 16000, undefined]],
    ["exponential up to", retry({ backoff: "exponential", upTo: 5000 }), [1000, 2000, 4000, 5000, 5000, undefined]],
    ["past all numbers", retry({ times: 5000, backoff: "exponential" }), [1000]],
  ];
  test.each(table)("%s", (_what, policy, waits) => {
    expect(waits.map((_wait, index) => retryWait(policy, index + 1, "job@x"))).toEqual(waits);
  });

  test("stays a number however often it doubles", () => {
    expect(retryWait(retry({ times: 5000, backoff: "exponential" }), 4000, "k")).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("jitter draws between half and all, the same for the same key and attempt", () => {
    const policy = retry({ times: 1000, jitter: true });
    const waits = Array.from({ length: 1000 }, (_, index) => retryWait(policy, index + 1, "job@x") ?? 0);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
    expect(new Set(waits).size).toBeGreaterThan(300);
    expect(retryWait(policy, 7, "job@x")).toBe(waits[6]);
    expect(retryWait(policy, 7, "job@y")).not.toBe(waits[6]);
  });
});

test("retry 3 is three attempts after the first, all of one fire", async () => {
  const rig = createRig("2024-01-01T00:00:00Z");
  const seen: Pick<Run, "key" | "attempt" | "scheduledAt">[] = [];
  rig.job({
    trigger: once("2024-01-01T00:01:00Z"),
    policy: { retry: retry({ times: 3, wait: 10 * SECOND, backoff: "exponential" }) },
    run: ({ key, attempt, scheduledAt }) => {
      seen.push({ key, attempt, scheduledAt });
      throw new Error("no");
    },
  });
  await rig.scheduler.start();
  await rig.clock.advance(HOUR);
  expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
  expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
  expect(rig.lines("run.started", "run.retrying", "run.failed")).toEqual([
    "00:01:00 run.started job@00:01:00",
    "00:01:00 run.retrying job@00:01:00",
    "00:01:10 run.started job@00:01:00 #2",
    "00:01:10 run.retrying job@00:01:00 #2",
    "00:01:30 run.started job@00:01:00 #3",
    "00:01:30 run.retrying job@00:01:00 #3",
    "00:02:10 run.started job@00:01:00 #4",
    "00:02:10 run.failed job@00:01:00 #4",
  ]);
  expect(rig.events("run.retrying").map(({ retryAt }) => retryAt % HOUR)).toEqual([70_000, 90_000, 130_000]);
});

test("a run between attempts keeps its place under max", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  let calls = 0;
  rig.job({
    trigger: every(MINUTE),
    policy: { retry: retry({ times: 1, wait: 90 * SECOND }) },
    run: () => {
      if (++calls === 1) throw new Error("first");
    },
  });
  await rig.scheduler.start();
  await rig.clock.advanceTo("2024-01-01T00:03:30Z");
  expect(rig.lines("run.started", "run.succeeded", "fire.skipped")).toEqual([
    "00:01:00 run.started job@00:01:00",
    "00:02:00 fire.skipped job@00:02:00 overlap",
    "00:02:30 run.started job@00:01:00 #2",
    "00:02:30 run.succeeded job@00:01:00 #2",
    "00:03:00 run.started job@00:03:00",
    "00:03:00 run.succeeded job@00:03:00",
  ]);
});

describe("timeout", () => {
  test("aborts the signal, fails the attempt and retries", async () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.job({
      trigger: once("2024-01-01T00:01:00Z"),
      policy: { timeout: 20 * SECOND, retry: retry({ times: 1 }) },
      run: ({ signal, attempt }) => rig.clock.wait(attempt === 1 ? HOUR : 5 * SECOND, signal),
    });
    await rig.scheduler.start();
    await rig.clock.advance(10 * MINUTE);
    expect(rig.lines("run.retrying", "run.succeeded")).toEqual([
      "00:01:20 run.retrying job@00:01:00",
      "00:01:26 run.succeeded job@00:01:00 #2",
    ]);
    expect(rig.events("run.retrying")[0]?.error).toMatchObject({ code: "run/timeout" });
  });

  test("a handler that does not listen keeps its place, and never runs beside its retry", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    let [inside, most] = [0, 0];
    rig.job({
      trigger: every(MINUTE),
      policy: { timeout: 20 * SECOND, retry: retry({ times: 1 }) },
      run: async () => {
        most = Math.max(most, ++inside);
        await rig.clock.wait(100 * SECOND);
        inside--;
      },
    });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:04:10Z");
    expect(most).toBe(1);
    expect(rig.lines("run.started", "run.retrying", "run.failed", "fire.skipped")).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:01:20 run.retrying job@00:01:00",
      "00:02:00 fire.skipped job@00:02:00 overlap",
      "00:02:40 run.started job@00:01:00 #2",
      "00:03:00 run.failed job@00:01:00 #2",
      "00:03:00 fire.skipped job@00:03:00 overlap",
      "00:04:00 fire.skipped job@00:04:00 overlap",
    ]);
    expect(rig.scheduler.jobs()[0]?.running).toBe(1);
  });

  test("one that never settles is told of once, at its timeout", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({ trigger: once("2024-01-01T00:01:00Z"), policy: { timeout: SECOND }, run: () => new Promise(() => {}) });
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    expect(rig.lines("run.succeeded", "run.failed")).toEqual(["00:01:01 run.failed job@00:01:00"]);
  });

  test("a step of the wall clock neither brings it nearer nor puts it off", async () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.job({ trigger: once("2024-01-01T00:00:10Z"), policy: { timeout: 20 * SECOND } }, HOUR);
    await rig.scheduler.start();
    await rig.clock.advance(15 * SECOND);
    rig.clock.set("2024-01-01T09:00:00Z");
    await rig.clock.advance(14 * SECOND);
    expect(rig.lines("run.failed")).toEqual([]);
    await rig.clock.advance(SECOND);
    expect(rig.lines("run.failed")).toHaveLength(1);
  });
});
