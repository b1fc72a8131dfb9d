/** Policies of what is due in pairs, each pair that can meet: what one does to the other. */
import { expect, test } from "vitest";
import type { PartialPolicy } from "../../src/runtime/model/index.ts";
import { startDelay } from "../../src/runtime/scheduler/index.ts";
import { ENDS, minutes, type Pair, playPair, retry, STARTS, sleeps, wakes } from "./kit/pair.ts";
import { createRig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, SECOND, startup } from "./kit/triggers.ts";

const pairs: Record<string, Pair> = {
  "queue × limit: counted when it starts, not when it is let in": {
    policy: { overlap: "queue", limit: 2 },
    lasts: () => 130,
    play: minutes(6),
    names: STARTS,
    expected: [
      "01:00 run.started 01:00",
      "03:10 run.started 02:00",
      "04:00 fire.skipped 04:00 limit",
      "05:00 fire.skipped 05:00 limit",
      "05:20 fire.skipped 03:00 limit",
      "06:00 fire.skipped 06:00 limit",
    ],
  },
  "queue × grace: a fire that was let in in time may wait longer than its grace": {
    policy: { overlap: "queue", grace: 0, limit: 2 },
    lasts: () => 170,
    play: minutes(4),
    names: ["run.started", "fire.missed"],
    expected: ["01:00 run.started 01:00", "03:50 run.started 02:00"],
  },
  "queue × coalesce: what is due at once becomes one before it queues": {
    policy: { overlap: "queue", grace: HOUR },
    lasts: () => 20,
    play: sleeps(3, 25),
    names: STARTS,
    expected: ["03:30 fire.merged 01:00 coalesced", "03:30 fire.merged 02:00 coalesced", "03:30 run.started 03:00"],
  },
  "catch up all × coalesce: every fire of the gap runs, also those in time": {
    policy: { overlap: "allow", catchUp: { mode: "all" }, coalesce: "earliest" },
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 run.started 01:00", "03:30 run.started 02:00", "03:30 run.started 03:00"],
  },
  "catch up latest × coalesce earliest: of the last one too late and those in time, the first": {
    policy: { catchUp: { mode: "latest" }, coalesce: "earliest" },
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 fire.merged 01:00 coalesced", "03:30 fire.merged 03:00 coalesced", "03:30 run.started 02:00"],
  },
  "catch up × grace: grace decides which are late, catch up what becomes of them": {
    policy: { catchUp: { mode: "all", within: 2 * MINUTE }, grace: 40 * SECOND, overlap: "allow" },
    play: sleeps(4),
    names: STARTS,
    expected: [
      "04:30 fire.missed 01:00 outage",
      "04:30 fire.missed 02:00 outage",
      "04:30 run.started 03:00",
      "04:30 run.started 04:00",
    ],
  },
  "coalesce × grace: only what is in time can stand for others": {
    policy: { coalesce: "earliest", grace: 100 * SECOND },
    play: sleeps(4),
    names: STARTS,
    expected: [
      "04:30 fire.missed 01:00 outage",
      "04:30 fire.missed 02:00 outage",
      "04:30 fire.merged 04:00 coalesced",
      "04:30 run.started 03:00",
    ],
  },
  "catch up × limit: what is made up for counts": {
    policy: { catchUp: { mode: "all" }, overlap: "allow", limit: 2 },
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 run.started 01:00", "03:30 run.started 02:00", "03:30 fire.skipped 03:00 limit"],
  },
  "catch up × overlap skip: the gap's fires find each other's runs": {
    policy: { catchUp: { mode: "all" } },
    lasts: () => 5,
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 fire.skipped 02:00 overlap", "03:30 fire.skipped 03:00 overlap", "03:30 run.started 01:00"],
  },
  "catch up × overlap replace: the last of the gap runs": {
    policy: { catchUp: { mode: "all" }, overlap: "replace" },
    lasts: () => 5,
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 fire.skipped 01:00 replaced", "03:30 fire.skipped 02:00 replaced", "03:30 run.started 03:00"],
  },
  "paused × catch up: what a paused job would have made up for is skipped": {
    policy: { catchUp: { mode: "all" }, paused: true },
    play: async (rig) => {
      // Resumed before the scheduler has looked at the clock: what came until then came while it was paused.
      rig.clock.sleep(2 * MINUTE);
      rig.scheduler.job("job")?.resume();
      await rig.clock.advance(MINUTE);
    },
    names: STARTS,
    expected: ["02:30 fire.skipped 01:00 paused", "02:30 fire.skipped 02:00 paused", "03:00 run.started 03:00"],
  },
  "paused × queue: what waits is skipped, what runs ends": {
    policy: { overlap: "queue" },
    lasts: () => 100,
    play: async (rig) => {
      await rig.clock.advance(100 * SECOND);
      rig.scheduler.job("job")?.pause();
      await rig.clock.advance(MINUTE);
    },
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "02:10 fire.skipped 02:00 paused",
      "02:40 run.succeeded 01:00",
      "03:00 fire.skipped 03:00 paused",
    ],
  },
  "paused × retry: a fire that has begun tries on": {
    policy: { retry: retry(1, 30) },
    lasts: ({ attempt }) => (attempt === 1 ? -10 : 5),
    play: async (rig) => {
      await rig.clock.advance(45 * SECOND);
      rig.scheduler.job("job")?.pause();
      await rig.clock.advance(MINUTE);
    },
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "01:40 run.started 01:00 #2",
      "01:45 run.succeeded 01:00 #2",
      "02:00 fire.skipped 02:00 paused",
    ],
  },
  "limit × retry: an attempt is no run": {
    policy: { limit: 1, retry: retry(2, 10) },
    lasts: ({ attempt }) => (attempt < 3 ? -5 : 5),
    play: minutes(2),
    names: ENDS,
    expected: [
      "01:00 run.started 01:00",
      "01:15 run.started 01:00 #2",
      "01:30 run.started 01:00 #3",
      "01:35 run.succeeded 01:00 #3",
      "02:00 fire.skipped 02:00 limit",
    ],
  },
  "deadline × retry: it counts from the fire, over all attempts": {
    policy: { deadline: 30 * SECOND, retry: retry(3, 10) },
    lasts: ({ attempt }) => (attempt < 3 ? -5 : 5),
    play: minutes(1.4),
    names: ["deadline.missed", "run.started", "run.succeeded"],
    expected: [
      "01:00 run.started 01:00",
      "01:15 run.started 01:00 #2",
      "01:30 deadline.missed 01:00",
      "01:30 run.started 01:00 #3",
      "01:35 run.succeeded 01:00 #3",
    ],
  },
  "deadline × timeout: a run that fails before it is late at its deadline": {
    policy: { deadline: 30 * SECOND, timeout: 10 * SECOND },
    lasts: () => 60,
    play: minutes(1),
    names: ["deadline.missed", "run.failed"],
    expected: ["01:10 run.failed 01:00", "01:30 deadline.missed 01:00"],
  },
  "deadline × overlap: a fire that found no place is late as well": {
    policy: { deadline: 10 * SECOND },
    lasts: () => 90,
    play: minutes(2),
    names: ["deadline.missed", "fire.skipped"],
    expected: ["01:10 deadline.missed 01:00", "02:00 fire.skipped 02:00 overlap", "02:10 deadline.missed 02:00"],
  },
  "deadline × pause and guard: what was not meant to run is not late": {
    policy: { deadline: 10 * SECOND },
    when: () => false,
    play: minutes(2),
    names: ["deadline.missed", "fire.skipped"],
    expected: ["01:00 fire.skipped 01:00 guard", "02:00 fire.skipped 02:00 guard"],
  },
  "deadline × grace: a fire that was missed is late at its deadline, or at once": {
    policy: { deadline: 2 * MINUTE },
    play: sleeps(3, 120),
    names: ["deadline.missed", "fire.missed"],
    expected: [
      "03:30 fire.missed 01:00 outage",
      "03:30 fire.missed 02:00 outage",
      "03:30 deadline.missed 01:00",
      "04:00 deadline.missed 02:00",
    ],
  },
  "when × catch up: each of the gap is asked for": {
    policy: { catchUp: { mode: "all" }, overlap: "allow" },
    when: ({ scheduledAt }) => scheduledAt % (2 * MINUTE) === 0,
    play: sleeps(3),
    names: STARTS,
    expected: ["03:30 fire.skipped 01:00 guard", "03:30 run.started 02:00", "03:30 fire.skipped 03:00 guard"],
  },
  "when × limit: who is refused does not count": {
    policy: { limit: 1 },
    when: ({ scheduledAt }) => scheduledAt % (2 * MINUTE) === 0,
    play: minutes(4),
    names: STARTS,
    expected: [
      "01:00 fire.skipped 01:00 guard",
      "02:00 run.started 02:00",
      "03:00 fire.skipped 03:00 limit",
      "04:00 fire.skipped 04:00 limit",
    ],
  },
  "when × retry: a guard is asked once a fire": {
    policy: { retry: retry(1, 10) },
    when: (() => {
      let asked = 0;
      return () => ++asked === 1;
    })(),
    lasts: ({ attempt }) => (attempt === 1 ? -5 : 5),
    play: minutes(1),
    names: STARTS,
    expected: ["01:00 run.started 01:00", "01:15 run.started 01:00 #2"],
  },
  "startup × paused: the start is skipped": {
    policy: { paused: true },
    more: (rig) => rig.job({ id: "boot", trigger: startup, policy: { paused: true } }),
    play: (rig) => rig.clock.advance(SECOND),
    names: ["run.started", "fire.skipped"],
    expected: ["00:30 fire.skipped boot@00:30 paused"],
  },
};

test.each(Object.entries(pairs))("%s", async (_name, pair) => {
  expect(await playPair(pair)).toEqual(pair.expected);
});

test("jitter × grace, jitter × overlap: lateness counts from the delayed start", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const policy = { jitter: 30 * SECOND, grace: 0, overlap: "skip" } as const;
  rig.job({ trigger: every(MINUTE), policy }, 20 * SECOND);
  await rig.scheduler.start();
  await rig.clock.advance(10 * MINUTE);
  const started = rig.events("run.started").map(({ scheduledAt, startedAt }) => [scheduledAt, startedAt]);
  expect(started.length).toBeGreaterThan(7);
  for (const [fireAt = 0, startedAt] of started) {
    const { jitter, grace } = policy;
    expect(startedAt).toBe(fireAt + startDelay("job", { jitter, grace } as never, fireAt));
  }
  expect(rig.lines("fire.missed")).toEqual([]);
});

test("spread × catch up: how far back counts from the delayed start", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const policy: PartialPolicy = {
    spread: 50 * SECOND,
    grace: 0,
    catchUp: { mode: "all", within: 90 * SECOND },
    overlap: "allow",
  };
  rig.job({ trigger: every(MINUTE), policy });
  const delay = startDelay("job", policy as never, 0);
  expect(delay).toBeGreaterThan(0);
  await rig.scheduler.start();
  await wakes(rig, 4);
  const now = Date.UTC(2024, 0, 1, 0, 4, 30);
  const fates = [1, 2, 3, 4].map((minute) => {
    const late = now - (Date.UTC(2024, 0, 1, 0, minute) + delay);
    return late < 0 ? "to come" : late > 90 * SECOND ? "missed" : "ran";
  });
  expect(rig.lines("fire.missed")).toHaveLength(fates.filter((fate) => fate === "missed").length);
  expect(rig.lines("run.started")).toHaveLength(fates.filter((fate) => fate === "ran").length);
  expect(new Set(fates).size).toBeGreaterThan(1);
});
