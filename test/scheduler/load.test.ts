/** Many jobs, many fires. No time is measured: a wrong order of growth shows as a test that does not end. */

import { simulate } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { createTimeQueue } from "../../src/runtime/scheduler/heap.ts";
import { createRig } from "./kit/rig.ts";
import { DAY, every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

test("10,000 jobs at one instant all run, in one wake", async () => {
  const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 100 });
  for (let index = 0; index < 10_000; index++) {
    rig.job({ id: `job${index}`, trigger: once("2024-01-01T00:01:00Z"), run: async () => index });
  }
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  const results = new Set(rig.events("run.succeeded").map(({ result }) => result));
  expect(results.size).toBe(10_000);
  expect(rig.told.filter(({ name }) => name === "run.started").every(({ at }) => at === rig.clock.now() - 30_000)).toBe(
    true,
  );
});

test("a virtual day of a job of every minute", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ trigger: every(MINUTE) }, SECOND);
  await rig.scheduler.start();
  await rig.clock.advance(DAY);
  expect(rig.lines("run.succeeded")).toHaveLength(1_440);
});

test("a thousand runs that wait for the test clock at once", async () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `job${index}`);
  const fires = await simulate(
    {
      version: 1,
      source: "many.sched",
      jobs: Object.fromEntries(ids.map((id) => [id, { trigger: every(MINUTE), run: () => {} }])),
    },
    {
      from: "2024-01-01T00:00:00Z",
      until: "2024-01-01T00:10:00Z",
      durations: Object.fromEntries(ids.map((id, index) => [id, SECOND + index])),
    },
  );
  expect(fires).toHaveLength(10_000);
  expect(fires.every(({ outcome }) => outcome === "succeeded")).toBe(true);
});

test("20,000 jobs that come and go leave nothing behind", async () => {
  const rig = createRig();
  await rig.scheduler.start();
  for (let index = 0; index < 20_000; index++) {
    rig.scheduler.schedule({ id: `job${index}`, trigger: once("2024-01-02T00:00:00Z"), run: () => {} }).remove();
  }
  expect(rig.scheduler.jobs()).toEqual([]);
  await rig.clock.advance(2 * DAY);
  expect(rig.lines("run.started")).toEqual([]);
});

test("the work of a wake is the due jobs, not all", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  let asked = 0;
  const counting = (): Date => {
    asked++;
    return new Date("2024-06-01T00:00:00Z");
  };
  for (let index = 0; index < 1_000; index++) {
    rig.job({ id: `idle${index}`, trigger: { kind: "custom", zone: "UTC", task: "f", args: [], next: counting } });
  }
  rig.job({ trigger: every(SECOND) });
  await rig.scheduler.start();
  const before = asked;
  await rig.clock.advance(HOUR);
  expect(asked).toBe(before);
  expect(rig.lines("run.succeeded")).toHaveLength(3_601);
});

describe("the queue by time", () => {
  test("gives what was put in by time, then by order, whatever is taken out between", () => {
    const queue = createTimeQueue<number>();
    const held = new Map<number, ReturnType<typeof queue.put>>();
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % below;
    };
    const taken: number[] = [];
    for (let index = 0; index < 20_000; index++) {
      held.set(index, queue.put(random(500), index));
      const victim = random(index + 1);
      const entry = held.get(victim);
      if (random(3) === 0 && entry !== undefined) {
        queue.remove(entry);
        queue.remove(entry);
        held.delete(victim);
      }
    }
    expect(queue.size).toBe(held.size);
    const expected = [...held.values()].sort((a, b) => a.at - b.at || a.order - b.order).map(({ value }) => value);
    for (let next = queue.takeDue(1_000); next !== undefined; next = queue.takeDue(1_000)) taken.push(next);
    expect(taken).toEqual(expected);
    expect(queue.earliest()).toBe(Number.POSITIVE_INFINITY);
  });

  test("holds back what is not due", () => {
    const queue = createTimeQueue<string>();
    queue.put(5, "later");
    expect(queue.takeDue(4)).toBeUndefined();
    expect(queue.takeDue(5)).toBe("later");
  });
});
