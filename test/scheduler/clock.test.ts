/** Clocks that step, machines that sleep, delays longer than a timer can hold. */
import { describe, expect, test } from "vitest";
import { createScheduler } from "../../src/runtime/scheduler/index.ts";
import { LONGEST_SLEEP } from "../../src/runtime/scheduler/loop.ts";
import { createTestClock } from "../../src/runtime/testing/index.ts";
import { createRig, type Rig } from "./kit/rig.ts";
import { at, DAY, every, everyDayAt, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const keys = (rig: Rig): string[] => rig.events("run.started").map(({ key }) => key);

describe("a clock set back", () => {
  test.each([SECOND / 2, 2 * SECOND, 10 * MINUTE, HOUR])("by %i ms fires nothing twice", async (by) => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T02:00:00Z");
    const before = keys(rig).length;
    rig.clock.set(rig.clock.now() - by);
    await rig.clock.advance(by + 30 * SECOND);
    expect(keys(rig)).toHaveLength(before);
    await rig.clock.advance(MINUTE);
    expect(keys(rig)).toHaveLength(before + 1);
    expect(new Set(keys(rig)).size).toBe(before + 1);
  });

  test("and forth, again and again, neither doubles nor loses", async () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.job({ trigger: every(10 * SECOND), policy: { coalesce: "none", overlap: "allow" } });
    await rig.scheduler.start();
    for (let round = 0; round < 200; round++) {
      await rig.clock.advance(5 * SECOND);
      rig.clock.set(rig.clock.now() + (round % 2 === 0 ? 2 : -2) * SECOND);
    }
    await rig.clock.advance(10 * SECOND);
    const fired = rig.events("run.started").map(({ scheduledAt }) => scheduledAt);
    expect(fired).toEqual(
      Array.from({ length: fired.length }, (_, index) => at("2024-01-01T00:00:00Z") + index * 10_000),
    );
    expect(fired.length).toBeGreaterThan(99);
  });

  test("to before the job was first seen is a new life: no silence, and nothing twice", async () => {
    const rig = createRig("2036-01-01T00:00:30Z");
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(10 * MINUTE);
    rig.clock.set("2026-01-01T00:00:30Z");
    await rig.clock.advance(10 * MINUTE);
    expect(keys(rig).slice(-2)).toEqual(["job@2026-01-01T00:09:00Z", "job@2026-01-01T00:10:00Z"]);
    // And again, a little: the span from 0:00:30 to 0:10:30 of 2026 is lived through, what is before it is not.
    rig.clock.set("2025-12-31T23:58:30Z");
    await rig.clock.advance(15 * MINUTE);
    const fired = keys(rig).slice(20);
    expect(fired).toEqual(
      ["2025-12-31T23:59", "2026-01-01T00:00", "2026-01-01T00:11", "2026-01-01T00:12", "2026-01-01T00:13"].map(
        (minute) => `job@${minute}:00Z`,
      ),
    );
    expect(new Set(keys(rig)).size).toBe(keys(rig).length);
  });

  test("is told of", async () => {
    const rig = createRig("2024-01-01T12:00:00Z");
    await rig.scheduler.start();
    await rig.clock.advance(10 * SECOND);
    rig.clock.set("2024-01-01T11:00:00Z");
    await rig.clock.advance(MINUTE);
    expect(rig.events("clock.stepped")).toEqual([{ from: at("2024-01-01T12:00:30Z"), to: at("2024-01-01T11:00:20Z") }]);
  });
});

describe("a clock set forward", () => {
  test("is a gap: no burst, the latest in grace runs, each other fire is told of", async () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.job({ trigger: every(SECOND) });
    await rig.scheduler.start();
    await rig.clock.advance(2_500);
    rig.clock.set(rig.clock.now() + 10 * MINUTE);
    await rig.clock.advance(SECOND);
    expect(keys(rig)).toHaveLength(4);
    expect(keys(rig).at(-1)).toBe("job@2024-01-01T00:10:03Z");
    expect(rig.lines("fire.missed", "fire.merged")).toHaveLength(600);
    expect(rig.lines("fire.missed").every((line) => line.endsWith("outage"))).toBe(true);
  });

  test("keeps a daily job on its time", async () => {
    const rig = createRig("2024-01-01T08:00:00Z");
    rig.job({ trigger: everyDayAt("18:00") });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    rig.clock.sleep(8 * HOUR);
    await rig.clock.advanceTo("2024-01-01T19:00:00Z");
    expect(rig.events("run.started")).toMatchObject([{ startedAt: at("2024-01-01T18:00:00Z") }]);
  });
});

test("a sleep is noticed within half a minute", async () => {
  const rig = createRig("2024-01-01T08:00:00Z");
  rig.job({ trigger: everyDayAt("18:00"), policy: { catchUp: { mode: "latest" } } });
  await rig.scheduler.start();
  rig.clock.sleep(12 * HOUR);
  await rig.clock.advance(LONGEST_SLEEP);
  expect(keys(rig)).toEqual(["job@2024-01-01T18:00:00Z"]);
});

test("no timer is ever longer than half a minute, and an idle scheduler wakes no oftener", async () => {
  const rig = createRig("2024-01-01T00:00:00Z");
  const delays: number[] = [];
  const { setTimeout: arm } = rig.clock;
  rig.clock.setTimeout = (call, milliseconds) => {
    delays.push(milliseconds);
    return arm(call, milliseconds);
  };
  rig.job({ trigger: once("2024-09-01T00:00:00Z") });
  await rig.scheduler.start();
  await rig.clock.advance(HOUR);
  expect(Math.max(...delays)).toBe(LONGEST_SLEEP);
  expect(delays).toHaveLength(121);
});

test("a fire 25 days ahead is neither early nor late", async () => {
  const rig = createRig("2024-01-01T00:00:00Z");
  rig.job({ trigger: once("2024-01-26T00:00:00Z") });
  await rig.scheduler.start();
  await rig.clock.advance(25 * DAY - 1);
  expect(keys(rig)).toEqual([]);
  await rig.clock.advance(1);
  expect(keys(rig)).toHaveLength(1);
});

test("a timer that comes early fires nothing early", async () => {
  const rig = createRig("2024-01-01T00:00:00Z");
  const { setTimeout: arm } = rig.clock;
  rig.clock.setTimeout = (call, milliseconds) => arm(call, Math.max(1, milliseconds - 7));
  rig.job({ trigger: every(SECOND) });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE - 1);
  for (const { scheduledAt, startedAt } of rig.events("run.started"))
    expect(startedAt).toBeGreaterThanOrEqual(scheduledAt);
  expect(keys(rig)).toHaveLength(60);
});

test.each([true, false])("a timer holds the process where keepAlive is %s", async (keepAlive) => {
  let released = 0;
  const clock = createTestClock(0);
  const { setTimeout: arm } = clock;
  const handle = { unref: () => void released++ };
  clock.setTimeout = (call, milliseconds) => Object.assign(arm(call, milliseconds) as object, handle);
  const scheduler = createScheduler({ clock, keepAlive });
  await scheduler.start();
  expect(released).toBe(keepAlive ? 0 : 1);
  await scheduler.stop();
});
