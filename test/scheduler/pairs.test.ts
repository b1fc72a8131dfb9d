/** Policies in pairs, each pair that can meet: what one does to the other, on the test clock. */
import { expect, test } from "vitest";
import type { EventName, PartialPolicy, Run } from "../../src/runtime/model/index.ts";
import { startDelay } from "../../src/runtime/scheduler/index.ts";
import { createRig, type Rig } from "./kit/rig.ts";
import { afterJob, every, HOUR, MINUTE, once, SECOND, startup } from "./kit/triggers.ts";

const NAMES: readonly EventName[] = [
  "run.started",
  "run.succeeded",
  "run.failed",
  "run.retrying",
  "run.stubborn",
  "fire.skipped",
  "fire.missed",
  "fire.merged",
  "deadline.missed",
];

interface Pair {
  readonly policy: PartialPolicy;
  /** How long a run lasts, in seconds; a negative one throws at its end. The fires' numbers count from 1. */
  readonly lasts?: (run: Run, fire: number) => number;
  /** Handlers that do not listen to their signal. */
  readonly stubborn?: true;
  readonly when?: (run: Run) => boolean | Promise<boolean>;
  readonly concurrency?: number;
  /** What happens after the start at 0:00:30, beside the job's fires at each full minute; it ends the play. */
  readonly play?: (rig: Rig) => Promise<unknown>;
  readonly more?: (rig: Rig) => void;
  readonly names?: readonly EventName[];
  readonly expected: readonly string[];
}

const retry = (times: number, wait: number) =>
  ({ times, wait: wait * SECOND, backoff: "fixed", jitter: false }) as const;
const minutes = (count: number) => (rig: Rig) => rig.clock.advance(count * MINUTE);
/** The machine sleeps, and its scheduler looks at the clock as soon as it wakes. */
const wakes = async (rig: Rig, count: number): Promise<void> => {
  rig.clock.sleep(count * MINUTE);
  rig.scheduler.add({ version: 1, source: "wake", jobs: {} });
  await rig.clock.settle();
};
const sleeps =
  (count: number, then = 1) =>
  async (rig: Rig) => {
    await wakes(rig, count);
    await rig.clock.advance(then * SECOND);
  };
const ENDS: readonly EventName[] = ["run.started", "run.succeeded", "run.failed", "fire.skipped"];
const STARTS: readonly EventName[] = ["run.started", "fire.skipped", "fire.missed", "fire.merged"];

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
  "timeout × retry: each attempt has it anew": {
    policy: { timeout: 20 * SECOND, retry: retry(1, 10) },
    lasts: () => 40,
    play: minutes(1),
    names: [...ENDS, "run.retrying"],
    expected: ["01:00 run.started 01:00", "01:20 run.retrying 01:00", "01:30 run.started 01:00 #2"],
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
  "startup × paused: the start is skipped": {
    policy: { paused: true },
    more: (rig) => rig.job({ id: "boot", trigger: startup, policy: { paused: true } }),
    play: (rig) => rig.clock.advance(SECOND),
    names: ["run.started", "fire.skipped"],
    expected: ["00:30 fire.skipped boot@00:30 paused"],
  },
};

test.each(Object.entries(pairs))("%s", async (_name, pair) => {
  const { policy, lasts = () => 0, stubborn, when, concurrency, play = minutes(2), more, names = NAMES } = pair;
  const rig = createRig("2024-01-01T00:00:30Z", concurrency === undefined ? {} : { concurrency });
  rig.job({
    trigger: every(MINUTE),
    policy,
    ...(when && { when }),
    run: async (run) => {
      const seconds = lasts(run, (run.scheduledAt / MINUTE) % 60);
      if (seconds !== 0) await rig.clock.wait(Math.abs(seconds) * SECOND, stubborn ? undefined : run.signal);
      if (seconds < 0) throw new Error("failed");
    },
  });
  more?.(rig);
  await rig.scheduler.start();
  await play(rig);
  const lines = rig.lines(...names).map((line) =>
    line
      .slice(3)
      .replace(/ job@00:/, " ")
      .replace("@00:", "@"),
  );
  expect(lines).toEqual(pair.expected);
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
