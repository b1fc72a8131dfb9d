/** The pure decisions by table, where no run of the whole would show each line. */
import { expect, test } from "vitest";
import { timesThrough } from "../../src/runtime/scheduler/due-times.ts";
import { beginAnew, nextUnlived, wasLived } from "../../src/runtime/scheduler/lives.ts";
import { decideOverlap, type Occupancy, type Verdict } from "../../src/runtime/scheduler/overlap.ts";
import type { ScheduleRow } from "../../src/runtime/scheduler/store.ts";
import type { PreparedTrigger } from "../../src/runtime/trigger/index.ts";

type Places = Parameters<typeof decideOverlap>[0];
const at = (active: number, waiting = 0, ending = 0): Occupancy => ({ active, waiting, ending });

test.each<[policy: Places, occupancy: Occupancy, verdict: Verdict]>([
  [{ max: 1, overlap: "skip" }, at(0), "start"],
  [{ max: 1, overlap: "skip" }, at(1), "skip"],
  [{ max: 3, overlap: "skip" }, at(2), "start"],
  [{ max: 1, overlap: "allow" }, at(9, 9), "start"],
  [{ max: 1, overlap: "queue" }, at(1), "wait"],
  [{ max: 1, overlap: "queue" }, at(1, 5_000), "wait"],
  [{ max: 1, overlap: "queue", queue: 2 }, at(1, 1), "wait"],
  [{ max: 1, overlap: "queue", queue: 2 }, at(1, 2), "skip"],
  // Whoever waits stands before whoever comes, also where a place is free.
  [{ max: 2, overlap: "queue" }, at(1, 1), "wait"],
  [{ max: 1, overlap: "replace" }, at(1), "replace"],
  [{ max: 1, overlap: "replace" }, at(1, 1, 1), "displace"],
  [{ max: 2, overlap: "replace" }, at(2, 1, 1), "replace"],
  [{ max: 2, overlap: "replace" }, at(2, 2, 2), "displace"],
])("%j with %j: %s", (policy, occupancy, verdict) => {
  expect(decideOverlap(policy, occupancy)).toBe(verdict);
});

const everyTen: PreparedTrigger = {
  next: (after) => (Math.floor(after / 10) + 1) * 10,
  previous: (before) => (Math.ceil(before / 10) - 1) * 10,
  has: (instant) => instant % 10 === 0,
};

test("the fires of a span are bounded, the latest of them kept", () => {
  expect(timesThrough(everyTen, 10, 40, 4)).toEqual({ times: [10, 20, 30, 40] });
  expect(timesThrough(everyTen, 10, 49, 4)).toEqual({ times: [10, 20, 30, 40] });
  expect(timesThrough(everyTen, 10, 50, 4)).toEqual({ times: [20, 30, 40, 50], rest: { from: 10, through: 10 } });
  expect(timesThrough(everyTen, 10, 1e12, 2)).toEqual({
    times: [1e12 - 10, 1e12],
    rest: { from: 10, through: 1e12 - 20 },
  });
});

test("a life lived is left out of the next", () => {
  const row = { since: 100, watermark: 130 } as ScheduleRow;
  expect(beginAnew(row, 100)).toBe(row);
  const anew = beginAnew(row, 50);
  expect(anew).toMatchObject({ since: 50, watermark: 49, lived: [[100, 130]] });
  const fires: (number | undefined)[] = [];
  for (let from = 79, round = 0; round < 4; round++) {
    const fireAt = nextUnlived(anew, everyTen.next, from);
    fires.push(fireAt);
    from = fireAt ?? 0;
  }
  expect(fires).toEqual([80, 90, 140, 150]);
  expect([90, 100, 130, 140].map((fireAt) => wasLived(anew, fireAt))).toEqual([false, true, true, false]);
  // What the clock has left behind need not be remembered.
  expect(beginAnew({ ...anew, since: 1_000, watermark: 1_010 }, 500).lived).toEqual([[1_000, 1_010]]);
});
