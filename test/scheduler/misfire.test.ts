/** Grace, coalesce and catch-up: fires that come late, one by one and many at once. */
import { expect, test } from "vitest";
import type { PartialPolicy } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";
import { at, every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

/** Every minute from 0:00:30; the machine sleeps from 0:01:30 until 0:06:10. */
async function asleep(policy: PartialPolicy) {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ trigger: every(MINUTE), policy });
  await rig.scheduler.start();
  await rig.clock.advanceTo("2024-01-01T00:01:30Z");
  rig.clock.sleep(280 * SECOND);
  await rig.clock.advance(30 * SECOND);
  return rig
    .lines("run.started", "fire.missed", "fire.merged")
    .filter((line) => !line.includes("@00:01:00"))
    .map((line) => line.slice(9));
}

const table: readonly [what: string, policy: PartialPolicy, lines: readonly string[]][] = [
  [
    // The wake comes at 0:06:40, so only 0:06:00 is within its minute.
    "by default the latest within grace runs, the others are missed",
    {},
    [
      "fire.missed job@00:02:00 outage",
      "fire.missed job@00:03:00 outage",
      "fire.missed job@00:04:00 outage",
      "fire.missed job@00:05:00 outage",
      "run.started job@00:06:00",
    ],
  ],
  [
    "a longer grace merges what it lets in",
    { grace: 3 * MINUTE },
    [
      "fire.missed job@00:02:00 outage",
      "fire.missed job@00:03:00 outage",
      "fire.merged job@00:04:00 coalesced",
      "fire.merged job@00:05:00 coalesced",
      "run.started job@00:06:00",
    ],
  ],
  [
    "coalesce earliest",
    { grace: 3 * MINUTE, coalesce: "earliest" },
    [
      "fire.missed job@00:02:00 outage",
      "fire.missed job@00:03:00 outage",
      "fire.merged job@00:05:00 coalesced",
      "fire.merged job@00:06:00 coalesced",
      "run.started job@00:04:00",
    ],
  ],
  [
    "coalesce none",
    { grace: 3 * MINUTE, coalesce: "none", overlap: "queue" },
    [
      "fire.missed job@00:02:00 outage",
      "fire.missed job@00:03:00 outage",
      "run.started job@00:04:00",
      "run.started job@00:05:00",
      "run.started job@00:06:00",
    ],
  ],
  [
    "catch up all runs every one in order",
    { catchUp: { mode: "all" }, overlap: "queue" },
    [2, 3, 4, 5, 6].map((minute) => `run.started job@00:0${minute}:00`),
  ],
  [
    "catch up all within",
    { catchUp: { mode: "all", within: 160 * SECOND }, overlap: "queue" },
    [
      "fire.missed job@00:02:00 outage",
      "fire.missed job@00:03:00 outage",
      "run.started job@00:04:00",
      "run.started job@00:05:00",
      "run.started job@00:06:00",
    ],
  ],
  [
    "catch up latest, with no other fire in time",
    { catchUp: { mode: "latest" }, grace: 0 },
    [
      "fire.merged job@00:02:00 coalesced",
      "fire.merged job@00:03:00 coalesced",
      "fire.merged job@00:04:00 coalesced",
      "fire.merged job@00:05:00 coalesced",
      "run.started job@00:06:00",
    ],
  ],
];

test.each(table)("%s", async (_what, policy, lines) => {
  expect(await asleep(policy)).toEqual(lines);
});

test("a merged fire names the fire it went into", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ trigger: every(MINUTE), policy: { grace: HOUR } });
  await rig.scheduler.start();
  rig.clock.sleep(100 * SECOND);
  await rig.clock.advance(30 * SECOND);
  expect(rig.events("fire.merged")).toMatchObject([
    { key: "job@2024-01-01T00:01:00Z", into: "job@2024-01-01T00:02:00Z" },
  ]);
});

test("a loop that was blocked is late by grace, not by an outage", async () => {
  const rig = createRig("2024-01-01T00:00:59Z");
  rig.job({ id: "quick", trigger: once("2024-01-01T00:01:10Z"), policy: { grace: 5 * SECOND } });
  // A handler that computes for twenty seconds: both clocks move, no timer runs.
  rig.job({
    id: "greedy",
    trigger: once("2024-01-01T00:01:00Z"),
    run: () => {
      rig.clock.block(20 * SECOND);
    },
  });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  expect(rig.lines("fire.missed", "clock.stepped")).toEqual(["00:01:20 fire.missed quick@00:01:10 grace"]);
});

test("what came before the job was first seen is neither due nor missed", async () => {
  const rig = createRig("2024-01-01T12:00:00Z");
  const job = rig.job({ trigger: once("2024-01-01T11:59:59Z") });
  await rig.scheduler.start();
  rig.job({ id: "later", trigger: once("2024-01-01T11:00:00Z"), policy: { grace: 2 * HOUR } });
  await rig.clock.advance(HOUR);
  expect(rig.lines("run.started", "fire.missed")).toEqual([]);
  expect(job.next()).toBeUndefined();
});

test("a fire at the very instant of the start counts", async () => {
  const rig = createRig("2024-01-01T12:00:00Z");
  rig.job({ trigger: once("2024-01-01T12:00:00Z") });
  await rig.scheduler.start();
  await rig.clock.settle();
  expect(rig.lines("run.succeeded")).toEqual(["12:00:00 run.succeeded job@12:00:00"]);
});

test.each<[policy: PartialPolicy, name: "fire.skipped" | "fire.missed", reason: string, runs: number]>([
  [{ catchUp: { mode: "all" }, overlap: "queue" }, "fire.skipped", "cap", 1_001],
  [{}, "fire.missed", "outage", 2],
  [{ limit: 1 }, "fire.skipped", "limit", 1],
])("more fires than are looked at singly are told of together: %j", async (policy, name, reason, runs) => {
  const rig = createRig("2024-01-01T00:00:00Z");
  rig.job({ trigger: every(SECOND), policy });
  await rig.scheduler.start();
  await rig.clock.settle();
  rig.clock.sleep(10 * 365 * 24 * HOUR);
  await rig.clock.advance(SECOND);
  const [rest] = rig.events(name);
  expect(rest).toMatchObject({ reason, scheduledAt: at("2024-01-01T00:00:01Z") });
  expect(rest?.through).toBe(rig.clock.now() - 1_000 * SECOND);
  expect(rig.events("run.started")).toHaveLength(runs);
});

test("fires told of together leave out one that an end had made of their first instant", async () => {
  const rig = createRig("2024-01-01T00:00:00Z");
  const completion = { kind: "completion", zone: "UTC", every: SECOND, days: [{}] } as const;
  rig.job({ trigger: { kind: "union", of: [every(SECOND), completion] } });
  await rig.scheduler.start();
  await rig.clock.settle();
  rig.clock.sleep(2_000 * SECOND);
  await rig.clock.advance(SECOND);
  const [rest] = rig.events("fire.missed");
  expect(rest).toMatchObject({ scheduledAt: at("2024-01-01T00:00:02Z"), reason: "outage" });
  expect(rig.events("fire.skipped")).toMatchObject([{ key: "job@2024-01-01T00:00:01Z", reason: "overlap" }]);
});
