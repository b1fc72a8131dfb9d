/** What a durable store carries over a restart or a crash: every policy means after it what it meant before. */
import { describe, expect, test } from "vitest";
import type { JobSpec } from "../../src/runtime/model/index.ts";
import { createDisk, createDurableStore } from "./kit/durable-store.ts";
import { fires, type Job, process } from "./kit/process.ts";
import { createRig } from "./kit/rig.ts";
import { afterJob, every, everyDayAt, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const fixed = { backoff: "fixed", jitter: false } as const;

describe("what came while nothing was alive", () => {
  const from = "2024-01-01T00:00:30Z";
  const back = "2024-01-01T00:05:30Z";
  const down = async (policy: JobSpec["policy"]) => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { overlap: "queue", ...policy } };
    const first = await process(disk, from, job);
    await first.clock.advance(MINUTE);
    const rig = await process(disk, back, job);
    return rig.lines("run.started", "fire.missed", "fire.merged", "fire.skipped").map((line) => line.slice(9));
  };

  test.each<[string, JobSpec["policy"], string[]]>([
    [
      "none: only what its grace lets start",
      {},
      [
        "fire.missed job@00:02:00 outage",
        "fire.missed job@00:03:00 outage",
        "fire.missed job@00:04:00 outage",
        "run.started job@00:05:00",
      ],
    ],
    [
      "none with a longer grace: one for all of them",
      { grace: HOUR },
      [
        "fire.merged job@00:02:00 coalesced",
        "fire.merged job@00:03:00 coalesced",
        "fire.merged job@00:04:00 coalesced",
        "run.started job@00:05:00",
      ],
    ],
    [
      "none with a longer grace, not coalesced: each",
      { grace: HOUR, coalesce: "none" },
      ["run.started job@00:02:00", "run.started job@00:03:00", "run.started job@00:04:00", "run.started job@00:05:00"],
    ],
    [
      "latest: the last that was too late stands for them with what is in time",
      { catchUp: { mode: "latest" }, coalesce: "none" },
      [
        "fire.merged job@00:02:00 coalesced",
        "fire.merged job@00:03:00 coalesced",
        "run.started job@00:04:00",
        "run.started job@00:05:00",
      ],
    ],
    [
      "all: each, also where one would stand for several",
      { catchUp: { mode: "all" }, coalesce: "latest" },
      ["run.started job@00:02:00", "run.started job@00:03:00", "run.started job@00:04:00", "run.started job@00:05:00"],
    ],
    [
      "all within: what is older is missed",
      { catchUp: { mode: "all", within: 2 * MINUTE } },
      [
        "fire.missed job@00:02:00 outage",
        "fire.missed job@00:03:00 outage",
        "run.started job@00:04:00",
        "run.started job@00:05:00",
      ],
    ],
    [
      "all of a paused job: skipped",
      { catchUp: { mode: "all" }, paused: true },
      [
        "fire.skipped job@00:02:00 paused",
        "fire.skipped job@00:03:00 paused",
        "fire.skipped job@00:04:00 paused",
        "fire.skipped job@00:05:00 paused",
      ],
    ],
  ])("catch up %s", async (_what, policy, expected) => {
    expect((await down(policy)).sort()).toEqual([...expected].sort());
  });

  test("is bounded: of more than a thousand the older ones are one record, and skipped for the cap", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { catchUp: { mode: "all" }, overlap: "queue" } };
    await process(disk, from, job);
    const rig = await process(disk, "2024-01-03T00:00:30Z", job);
    expect(rig.events("run.started")).toHaveLength(1_000);
    expect(rig.events("fire.skipped")).toEqual([
      expect.objectContaining({
        key: "job@2024-01-01T00:01:00Z",
        reason: "cap",
        through: Date.UTC(2024, 0, 3) - 1_000 * MINUTE,
      }),
    ]);
    expect(fires(disk)).toHaveLength(1_001);
  });
});

describe("a fire that a crash cut off", () => {
  const trigger = every(HOUR, "2024-01-01T00:01:00Z");
  const crashed = async (job: Partial<Job>, after: number) => {
    const disk = createDisk();
    const first = await process(disk, "2024-01-01T00:00:30Z", { trigger, ...job });
    await first.clock.advance(30 * SECOND + after);
    return { disk, image: disk.image };
  };
  const NAMES = [
    "run.interrupted",
    "run.started",
    "run.succeeded",
    "run.failed",
    "run.retrying",
    "fire.skipped",
  ] as const;

  test("while it ran is told of, and runs again as a further attempt under a higher fence", async () => {
    const { disk } = await crashed({ lasts: 10 * MINUTE }, MINUTE);
    const fences: number[] = [];
    const rig = await process(disk, "2024-01-01T00:05:00Z", {
      trigger,
      run: ({ fence }) => void fences.push(fence),
    });
    expect(rig.lines(...NAMES)).toEqual([
      "00:05:00 run.interrupted job@00:01:00",
      "00:05:00 run.started job@00:01:00 #2",
      "00:05:00 run.succeeded job@00:01:00 #2",
    ]);
    expect(rig.events("run.interrupted")).toMatchObject([
      { attempt: 1, rerun: true, startedAt: Date.UTC(2024, 0, 1, 0, 1) },
    ]);
    expect(fences).toEqual([2]);
    expect(fires(disk)).toMatchObject([
      { state: "succeeded", attempt: 2, fence: 2, startedAt: Date.UTC(2024, 0, 1, 0, 1) },
    ]);
  });

  test("is given up where its policy says so, and told of", async () => {
    const { disk } = await crashed({ lasts: 10 * MINUTE }, MINUTE);
    const rig = await process(disk, "2024-01-01T00:05:00Z", { trigger, policy: { interrupted: "drop" } });
    expect(rig.lines(...NAMES)).toEqual(["00:05:00 run.interrupted job@00:01:00", "00:05:00 run.failed job@00:01:00"]);
    expect(rig.events("run.failed")).toMatchObject([{ error: { code: "run/interrupted" } }]);
  });

  test("between two attempts waits for the rest of the pause, whatever interrupted says: nothing was cut off", async () => {
    const policy: JobSpec["policy"] = { retry: { times: 1, wait: 10 * MINUTE, ...fixed }, interrupted: "drop" };
    const run = ({ attempt }: { attempt: number }): void => {
      if (attempt === 1) throw new Error("first");
    };
    const { disk } = await crashed({ policy, run }, 0);
    const rig = await process(disk, "2024-01-01T00:05:00Z", { trigger, policy, run });
    await rig.clock.advance(HOUR / 2);
    expect(rig.lines(...NAMES)).toEqual([
      "00:11:00 run.started job@00:01:00 #2",
      "00:11:00 run.succeeded job@00:01:00 #2",
    ]);
  });

  test("between two attempts fails where the policy of the deploy has none left", async () => {
    const retry = { times: 1, wait: 10 * MINUTE, ...fixed };
    const run = (): void => {
      throw new Error("refused by the bank");
    };
    const { disk } = await crashed({ policy: { retry }, run }, 0);
    const rig = await process(disk, "2024-01-01T00:05:00Z", { trigger });
    expect(rig.lines(...NAMES)).toEqual(["00:05:00 run.failed job@00:01:00"]);
    expect(rig.events("run.failed")).toMatchObject([
      { error: { code: "run/no-retry", cause: "Error: refused by the bank" } },
    ]);
  });

  test("in the queue is still in it, behind those that had begun", async () => {
    const job = { trigger: every(MINUTE), policy: { overlap: "queue" as const }, lasts: 150 * SECOND };
    const { disk } = await crashed(job, 2 * MINUTE);
    expect(fires(disk).map(({ state }) => state)).toEqual(["running", "waiting", "waiting"]);
    const rig = await process(disk, "2024-01-01T00:03:30Z", { ...job, lasts: 0 });
    expect(rig.lines("run.started")).toEqual([
      "00:03:30 run.started job@00:01:00 #2",
      "00:03:30 run.started job@00:02:00",
      "00:03:30 run.started job@00:03:00",
    ]);
  });

  test("is rerun each time that its process dies, and says so each time", async () => {
    const { disk } = await crashed({ lasts: HOUR }, MINUTE);
    for (const [minute, attempt] of [
      [5, 2],
      [6, 3],
      [7, 4],
    ] as const) {
      const rig = await process(disk, `2024-01-01T00:0${minute}:00Z`, { trigger, lasts: HOUR });
      expect(rig.events("run.interrupted")).toMatchObject([{ attempt: attempt - 1 }]);
      expect(rig.events("run.started")).toMatchObject([{ attempt }]);
      await rig.clock.advance(SECOND);
    }
  });

  test("keeps its deadline", async () => {
    const policy = { deadline: 10 * MINUTE };
    const { disk } = await crashed({ lasts: HOUR, policy }, MINUTE);
    const rig = await process(disk, "2024-01-01T00:05:00Z", { trigger, policy, lasts: HOUR });
    await rig.clock.advance(HOUR / 2);
    expect(rig.lines("deadline.missed")).toEqual(["00:11:00 deadline.missed job@00:01:00"]);
  });

  test("that was asked for is rerun under its key", async () => {
    const disk = createDisk();
    const first = await process(disk, "2024-01-01T00:00:30Z", { trigger, lasts: HOUR });
    void first.scheduler.job("job")?.runNow();
    await first.clock.advance(SECOND);
    const rig = await process(disk, "2024-01-01T00:00:40Z", { trigger });
    expect(rig.events("run.succeeded")).toMatchObject([
      { key: "job@2024-01-01T00:00:30Z#1.1", origin: "now", attempt: 2 },
    ]);
    void rig.scheduler.job("job")?.runNow();
    expect(rig.events("run.started").at(-1)?.key).toBe("job@2024-01-01T00:00:40Z#2.1");
  });
});

describe("a backfill that a crash cut off", () => {
  const from = Date.parse("2024-01-01T00:00:00Z");
  const cutOff = async (policy: JobSpec["policy"]) => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { ...policy, deadline: HOUR }, lasts: 10 * SECOND };
    const rig = createRig("2024-02-01T00:00:30Z", { store: createDurableStore(disk) });
    const handle = rig.job(job, job.lasts);
    await rig.scheduler.start();
    void handle.backfill({ from, until: from + 5 * MINUTE });
    await rig.clock.advance(15 * SECOND);
    return { disk, job };
  };

  test.each<JobSpec["policy"]>([{ overlap: "allow" }, { max: 4, overlap: "queue" }, { interrupted: "drop" }])(
    "goes on one fire after another, under %o",
    async (policy) => {
      const { disk, job } = await cutOff(policy);
      const rig = await process(disk, "2024-02-01T00:01:01Z", job);
      await rig.clock.advance(58 * SECOND);
      const told = rig.told.filter(({ event }) => event.origin === "backfill");
      const ended = told.filter(({ name }) => name === "run.succeeded").map(({ event }) => event.key);
      expect(ended).toEqual(
        ["01", "02", "03", "04", "05"]
          .slice(policy?.interrupted === "drop" ? 1 : 0)
          .map((m) => `job@2024-01-01T00:${m}:00Z`),
      );
      // Each starts when the one before it has ended.
      const order = told
        .filter(({ name }) => name === "run.started" || name === "run.succeeded")
        .map(({ name }) => name);
      expect(order).toEqual(ended.flatMap(() => ["run.started", "run.succeeded"]));
      expect(rig.lines("deadline.missed")).toEqual([]);
    },
  );

  test("leaves a queue that is bounded to the schedule", async () => {
    const { disk, job } = await cutOff({ overlap: "queue", queue: 2, grace: HOUR });
    const rig = await process(disk, "2024-02-01T00:01:01Z", job);
    await rig.clock.advance(HOUR);
    expect(rig.lines("fire.skipped")).toEqual([]);
  });

  test("and again by a stop, is the store's again", async () => {
    const { disk, job } = await cutOff({ overlap: "allow" });
    const rig = await process(disk, "2024-02-01T00:01:01Z", job);
    await rig.clock.advance(5 * SECOND);
    await Promise.all([rig.scheduler.stop(), rig.clock.advance(MINUTE)]);
    await rig.clock.advance(MINUTE);
    const left = fires(disk).filter(({ origin }) => origin === "backfill");
    expect(left.map(({ state }) => state)).toEqual([
      "succeeded",
      "succeeded",
      "waiting",
      "waiting",
      "waiting",
      "waiting",
    ]);
  });
});

describe("what persists", () => {
  test("runs counted by limit", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { limit: 2 } };
    for (const minute of [0, 1, 2]) {
      const rig = await process(disk, `2024-01-01T00:0${minute}:30Z`, job);
      await rig.clock.advance(45 * SECOND);
      expect(rig.lines("fire.skipped")).toHaveLength(minute < 2 ? 0 : 1);
    }
  });

  test("each side of a chain", async () => {
    const disk = createDisk();
    const jobs: Job[] = [
      { id: "a", trigger: once("2024-01-01T00:01:00Z") },
      { id: "b", trigger: once("2024-01-01T00:03:00Z") },
      {
        id: "both",
        trigger: {
          kind: "after",
          all: [
            { job: "a", ends: "succeeds" },
            { job: "b", ends: "succeeds" },
          ],
        },
      },
    ];
    const first = await process(disk, "2024-01-01T00:00:30Z", ...jobs);
    await first.clock.advance(MINUTE);
    const rig = await process(disk, "2024-01-01T00:02:30Z", ...jobs);
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toEqual(["00:03:00 run.started b@00:03:00", "00:03:00 run.started both@00:03:00"]);
  });

  test("a fire that an end made, over the delay that holds it back", async () => {
    const disk = createDisk();
    const jobs: Job[] = [
      { id: "a", trigger: once("2024-01-01T00:01:00Z") },
      { id: "b", trigger: afterJob("a"), policy: { spread: 10 * MINUTE } },
    ];
    const first = await process(disk, "2024-01-01T00:00:30Z", ...jobs);
    await first.clock.advance(MINUTE);
    expect(first.lines("run.started")).toEqual(["00:01:00 run.started a@00:01:00"]);
    const rig = await process(disk, "2024-01-01T00:01:31Z", ...jobs);
    await rig.clock.advance(20 * MINUTE);
    expect(rig.events("run.started")).toMatchObject([{ key: "b@2024-01-01T00:01:00Z", attempt: 1 }]);
  });

  test("the wait after completion, and one that is overdue runs at once", async () => {
    const disk = createDisk();
    const job: Job = { trigger: { kind: "completion", zone: "UTC", every: 10 * MINUTE, days: [{}] } };
    const first = await process(disk, "2024-01-01T00:00:30Z", job);
    await first.clock.advance(SECOND);
    const soon = await process(disk, "2024-01-01T00:05:00Z", job);
    await soon.clock.advance(6 * MINUTE);
    expect(soon.lines("run.started")).toEqual(["00:10:30 run.started job@00:10:30"]);
    const late = await process(disk, "2024-01-01T02:00:00Z", job);
    expect(late.lines("run.started")).toEqual(["02:00:00 run.started job@02:00:00"]);
  });

  test("waits of elapsed time, none longer for a clock that was ahead when they began", async () => {
    const disk = createDisk();
    let attempts = 0;
    const jobs: Job[] = [
      { id: "completion", trigger: { kind: "completion", zone: "UTC", every: 10 * MINUTE, days: [{}] } },
      {
        id: "retried",
        trigger: once("2025-01-01T00:00:31Z"),
        policy: { retry: { times: 1, wait: 5 * MINUTE, ...fixed } },
        run: () => {
          if (++attempts === 1) throw new Error("first");
        },
      },
      { id: "chained", trigger: afterJob("completion"), policy: { spread: 10 * MINUTE } },
    ];
    const ahead = await process(disk, "2025-01-01T00:00:30Z", ...jobs);
    await ahead.clock.advance(SECOND);
    const rig = await process(disk, "2024-01-01T00:00:00Z", ...jobs);
    await rig.clock.advance(11 * MINUTE);
    const started = rig.events("run.started").map(({ job }) => job);
    expect(started).toEqual(expect.arrayContaining(["completion", "retried", "chained"]));
  });

  test("the time that a job has been through: a start whose clock reads less says so, and fires nothing twice", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE) };
    const first = await process(disk, "2024-01-01T00:00:30Z", job);
    await first.clock.advance(HOUR);
    const rig = await process(disk, "2024-01-01T00:40:30Z", job);
    await rig.clock.advance(21 * MINUTE);
    const from = Date.parse("2024-01-01T01:00:00Z");
    expect(rig.events("clock.stepped")).toEqual([{ from, to: Date.parse("2024-01-01T00:40:30Z") }]);
    expect(rig.lines("run.started")).toEqual(["01:01:00 run.started job@01:01:00"]);
  });

  test("since when a job lives: a single instant in its past does nothing, also after restarts", async () => {
    const disk = createDisk();
    for (const hour of [1, 2]) {
      const rig = await process(disk, `2024-01-01T0${hour}:00:00Z`, {
        trigger: once("2024-01-01T00:30:00Z"),
        policy: { catchUp: { mode: "all" } },
      });
      expect(rig.lines("run.started", "fire.missed")).toEqual([]);
    }
  });

  test("results and errors, with the run", async () => {
    const disk = createDisk();
    const rig = await process(
      disk,
      "2024-01-01T00:00:30Z",
      { id: "gives", trigger: once("2024-01-01T00:01:00Z"), run: () => ({ rows: 3 }) },
      { id: "gives-nothing", trigger: once("2024-01-01T00:01:00Z") },
      {
        id: "throws",
        trigger: once("2024-01-01T00:01:00Z"),
        run: () => {
          throw new Error("sync failed", { cause: new TypeError("no such row") });
        },
      },
    );
    await rig.clock.advance(MINUTE);
    expect(fires(disk).map(({ result, error }) => [result, error])).toEqual([
      ['{"rows":3}', undefined],
      [undefined, undefined],
      [undefined, "Error: sync failed\ncaused by TypeError: no such row"],
    ]);
  });

  test("what jobs are, written when they come and change, and the next fire for those who look on", async () => {
    const disk = createDisk();
    const store = createDurableStore(disk);
    const rig = createRig("2024-01-01T00:00:30Z", { store });
    rig.job({ trigger: everyDayAt("06:00"), name: "Daily" });
    await rig.scheduler.start();
    expect(disk.content()).toMatchObject({
      definitions: { job: { name: "Daily", trigger: { kind: "calendar" }, policy: { max: 1 } } },
      schedules: { job: { next: Date.UTC(2024, 0, 1, 6) } },
    });
    await rig.clock.advance(48 * HOUR);
    expect(disk.content().schedules.job?.next).toBe(Date.UTC(2024, 0, 3, 6));
    const kinds = store.commits.flat().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "define")).toHaveLength(1);
    // A row for each fire and each end, and no more.
    expect(kinds.filter((kind) => kind === "schedule").length).toBeLessThanOrEqual(6);
  });
});
