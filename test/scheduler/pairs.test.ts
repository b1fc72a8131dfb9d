/** Policies of runs under way in pairs, each pair that can meet: what one does to the other. */
import { expect, test } from "vitest";
import type { PartialPolicy } from "../../src/runtime/model/index.ts";
import { ENDS, minutes, type Pair, playPair, retry, STARTS, wakes } from "./kit/pair.ts";
import { createRig } from "./kit/rig.ts";
import { afterJob, every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const pairs: Record<string, Pair> = {
  "overlap skip × retry: the pause between attempts holds the place": {
    policy: { retry: retry(1, 70) },
    lasts: ({ attempt }) => (attempt === 1 ? -10 : 10),
    play: minutes(3),
    expected: [
      "01:00 run.started 01:00",
      "01:10 run.retrying 01:00",
      "02:00 fire.skipped 02:00 overlap",
      "02:20 run.started 01:00 #2",
      "02:30 run.succeeded 01:00 #2",
      "03:00 run.started 03:00",
      "03:10 run.retrying 03:00",
    ],
  },
  "overlap queue × retry: what waits comes after the last attempt": {
    policy: { overlap: "queue", retry: retry(1, 70), limit: 2 },
    lasts: ({ attempt }) => (attempt === 1 ? -10 : 10),
    play: minutes(3),
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "02:20 run.started 01:00 #2",
      "02:30 run.succeeded 01:00 #2",
      "02:30 run.started 02:00",
      "03:00 fire.skipped 03:00 limit",
    ],
  },
  "overlap replace × retry: a run between attempts is replaced and tries no more": {
    policy: { overlap: "replace", retry: retry(3, 70) },
    lasts: () => -10,
    play: minutes(2),
    expected: [
      "01:00 run.started 01:00",
      "01:10 run.retrying 01:00",
      "02:00 run.failed 01:00",
      "02:00 run.started 02:00",
      "02:10 run.retrying 02:00",
    ],
  },
  "overlap allow × retry: attempts run beside later fires": {
    policy: { overlap: "allow", retry: retry(1, 70) },
    lasts: ({ attempt }, fire) => (attempt === 1 && fire === 1 ? -10 : 30),
    play: minutes(2),
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "02:00 run.started 02:00",
      "02:20 run.started 01:00 #2",
      "02:30 run.succeeded 02:00",
    ],
  },
  "overlap skip × timeout: a run that is timed out and listens makes room": {
    policy: { timeout: 50 * SECOND },
    lasts: () => 300,
    play: minutes(2),
    names: ENDS,
    expected: ["01:00 run.started 01:00", "01:50 run.failed 01:00", "02:00 run.started 02:00"],
  },
  "overlap skip × timeout, stubborn: one that does not listen keeps its place, and is told of": {
    policy: { timeout: 50 * SECOND },
    lasts: () => 100,
    stubborn: true,
    play: minutes(3),
    expected: [
      "01:00 run.started 01:00",
      "01:50 run.failed 01:00",
      "01:55 run.stubborn 01:00",
      "02:00 fire.skipped 02:00 overlap",
      "03:00 run.started 03:00",
    ],
  },
  "overlap replace × timeout, stubborn: the newest waits for the one that does not listen": {
    policy: { overlap: "replace", timeout: 50 * SECOND },
    lasts: () => 150,
    stubborn: true,
    play: minutes(3),
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "01:50 run.failed 01:00",
      "03:00 fire.skipped 02:00 replaced",
      "03:30 run.started 03:00",
    ],
  },
  "overlap queue × timeout: waiting in the queue is no part of it": {
    policy: { overlap: "queue", timeout: 55 * SECOND, limit: 2 },
    lasts: (_run, fire) => (fire === 1 ? 300 : 50),
    stubborn: true,
    play: minutes(8),
    names: ["run.started", "run.succeeded", "run.failed"],
    expected: [
      "01:00 run.started 01:00",
      "01:55 run.failed 01:00",
      "06:00 run.started 02:00",
      "06:50 run.succeeded 02:00",
    ],
  },
  "max × queue: as many run as may, the rest waits in order": {
    policy: { max: 2, overlap: "queue" },
    lasts: () => 150,
    play: minutes(4),
    names: STARTS,
    expected: [
      "01:00 run.started 01:00",
      "02:00 run.started 02:00",
      "03:30 run.started 03:00",
      "04:30 run.started 04:00",
    ],
  },
  "max × replace: the oldest goes": {
    policy: { max: 2, overlap: "replace" },
    lasts: () => 300,
    play: minutes(3),
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "02:00 run.started 02:00",
      "03:00 run.failed 01:00",
      "03:00 run.started 03:00",
    ],
  },
  "timeout × retry: each attempt has it anew": {
    policy: { timeout: 20 * SECOND, retry: retry(1, 10) },
    lasts: () => 40,
    play: minutes(1),
    names: [...ENDS, "run.retrying"],
    expected: ["01:00 run.started 01:00", "01:20 run.retrying 01:00", "01:30 run.started 01:00 #2"],
  },
  "priority × concurrency: the higher one starts first, and cuts none off": {
    policy: { priority: 5 },
    concurrency: 1,
    lasts: () => 20,
    more: (rig) => rig.job({ id: "low", trigger: once("2024-01-01T00:01:00Z"), policy: { priority: -1 } }, 20 * SECOND),
    play: minutes(1.4),
    names: ["run.started"],
    expected: ["01:00 run.started 01:00", "01:20 run.started low@01:00"],
  },
  "concurrency × timeout: waiting for room is no part of it": {
    policy: { timeout: 30 * SECOND },
    concurrency: 1,
    lasts: () => 20,
    more: (rig) =>
      rig.job({ id: "first", trigger: once("2024-01-01T00:01:00Z"), policy: { priority: 1 } }, 25 * SECOND),
    play: minutes(1.4),
    names: ["run.started", "run.failed", "run.succeeded"],
    expected: [
      "01:00 run.started first@01:00",
      "01:25 run.succeeded first@01:00",
      "01:25 run.started 01:00",
      "01:45 run.succeeded 01:00",
    ],
  },
  "concurrency × retry: the pause between attempts is somebody else's": {
    policy: { retry: retry(1, 20), limit: 1 },
    concurrency: 1,
    lasts: ({ attempt }) => (attempt === 1 ? -5 : 5),
    more: (rig) =>
      rig.job({ id: "other", trigger: once("2024-01-01T00:01:00Z"), policy: { priority: -1 } }, 30 * SECOND),
    play: minutes(1),
    names: ["run.started"],
    expected: ["01:00 run.started 01:00", "01:05 run.started other@01:00"],
  },
  "concurrency × overlap skip: one that waits for room has its place already": {
    policy: {},
    concurrency: 1,
    more: (rig) => rig.job({ id: "long", trigger: once("2024-01-01T00:01:00Z"), policy: { priority: 1 } }, 90 * SECOND),
    play: minutes(2),
    names: ["run.started", "fire.skipped"],
    expected: ["01:00 run.started long@01:00", "02:00 fire.skipped 02:00 overlap", "02:30 run.started 01:00"],
  },
  "concurrency × replace: one that waits for room is replaced before it starts": {
    policy: { overlap: "replace" },
    concurrency: 1,
    more: (rig) => rig.job({ id: "long", trigger: once("2024-01-01T00:01:00Z"), policy: { priority: 1 } }, 90 * SECOND),
    play: minutes(2),
    names: ["run.started", "fire.skipped"],
    expected: ["01:00 run.started long@01:00", "02:00 fire.skipped 01:00 replaced", "02:30 run.started 02:00"],
  },
  "after × overlap: an end that finds a run of the next under way is skipped": {
    policy: {},
    more: (rig) => rig.job({ id: "next", trigger: afterJob("job") }, 90 * SECOND),
    play: minutes(3),
    names: ["run.started", "fire.skipped"],
    expected: [
      "01:00 run.started 01:00",
      "01:00 run.started next@01:00",
      "02:00 run.started 02:00",
      "02:00 fire.skipped next@02:00 overlap",
      "03:00 run.started 03:00",
      "03:00 run.started next@03:00",
    ],
  },
  "after × retry: only the last attempt is an end": {
    policy: { retry: retry(1, 10), limit: 1 },
    lasts: ({ attempt }) => (attempt === 1 ? -5 : 5),
    more: (rig) => rig.job({ id: "next", trigger: afterJob("job", "completes") }),
    play: minutes(1),
    names: ["run.started"],
    expected: ["01:00 run.started 01:00", "01:15 run.started 01:00 #2", "01:20 run.started next@01:20"],
  },
  "after × paused: a chain that is paused skips, and waits anew": {
    policy: { limit: 2 },
    more: (rig) => rig.job({ id: "next", trigger: afterJob("job"), policy: { paused: true } }),
    play: minutes(2),
    names: ["run.started", "fire.skipped"],
    expected: [
      "01:00 run.started 01:00",
      "01:00 fire.skipped next@01:00 paused",
      "02:00 run.started 02:00",
      "02:00 fire.skipped next@02:00 paused",
    ],
  },
};

test.each(Object.entries(pairs))("%s", async (_name, pair) => {
  expect(await playPair(pair)).toEqual(pair.expected);
});

test("concurrency is fair: of two jobs of one priority, none waits for all fires of the other", async () => {
  const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 1 });
  const policy: PartialPolicy = { overlap: "allow", coalesce: "none", grace: HOUR };
  for (const id of ["many", "few", "rare"]) {
    rig.job({ id, trigger: every(id === "many" ? SECOND : id === "few" ? 10 * SECOND : MINUTE), policy }, SECOND);
  }
  await rig.scheduler.start();
  await wakes(rig, 1);
  await rig.clock.advance(20 * SECOND);
  const order = rig.events("run.started").map(({ job }) => job);
  expect(order.slice(0, 6).toSorted()).toEqual(["few", "few", "many", "many", "many", "rare"]);
});

test("cancellation says why: timeout, replaced, removed, stopped", async () => {
  const reasons: string[] = [];
  const rig = createRig("2024-01-01T00:00:30Z");
  const job = (id: string, policy: PartialPolicy) =>
    rig.job({
      id,
      trigger: every(MINUTE),
      policy,
      run: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reasons.push(`${id} ${(signal.reason as { code: string }).code}`);
            reject(signal.reason);
          });
        }),
    });
  job("slow", { timeout: 10 * SECOND, limit: 1 });
  job("replaced", { overlap: "replace", limit: 2, timeout: HOUR });
  const removed = job("removed", { limit: 1 });
  await rig.scheduler.start();
  await rig.clock.advance(100 * SECOND);
  removed.remove();
  await rig.clock.settle();
  await rig.scheduler.stop({ drain: 0 });
  expect(reasons).toEqual(["slow run/timeout", "replaced run/replaced", "removed run/removed", "replaced run/stopped"]);
});
