/** Jobs coming, changing, going, and read back. */

import { createScheduler, SchedcError, type Schedule } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import type { JobSpec } from "../../src/runtime/model/index.ts";
import { type Change, createMemoryStore, type Store } from "../../src/runtime/scheduler/index.ts";
import { createRig, type Rig } from "./kit/rig.ts";
import { afterJob, at, every, everyDayAt, HOUR, MINUTE, SECOND } from "./kit/triggers.ts";

interface Tasks {
  sync(): unknown;
  report(): unknown;
}

const schedule: Schedule<"sync" | "daily.report", Tasks> = {
  version: 1,
  source: "orders.sched",
  tasks: ["sync", "report"],
  jobs: {
    sync: { trigger: everyDayAt("06:00"), policy: { max: 2, tags: ["api"] }, run: (_run, tasks) => tasks.sync() },
    "daily.report": { name: "Report", trigger: everyDayAt("07:00"), run: (_run, tasks) => tasks.report() },
  },
};
const tasks: Tasks = { sync: () => {}, report: () => {} };

describe("add", () => {
  test("hands out a handle for each job and reads everything back", () => {
    const { scheduler } = createRig("2024-01-01T06:30:00Z");
    const jobs = scheduler.add(schedule, tasks);
    expect(Object.keys(jobs)).toEqual(["sync", "daily.report"]);
    expect(jobs["daily.report"].next()).toBe(at("2024-01-01T07:00:00Z"));
    expect(scheduler.jobs()).toMatchObject([
      {
        id: "sync",
        name: "sync",
        next: at("2024-01-02T06:00:00Z"),
        paused: false,
        running: 0,
        policy: { max: 2, grace: MINUTE },
      },
      { id: "daily.report", name: "Report", trigger: everyDayAt("07:00"), policy: { max: 1, overlap: "skip" } },
    ]);
    expect(scheduler.job("sync")?.id).toBe("sync");
    expect(scheduler.job("nobody")).toBeUndefined();
  });

  const refusals: readonly [what: string, add: () => unknown, code: string, says: RegExp][] = [
    [
      "a newer module",
      () => createScheduler().add({ ...schedule, version: 2 }, tasks),
      "schedule/newer-version",
      /orders\.sched was built by a newer schedc \(version 2/,
    ],
    [
      "a missing task",
      () => createScheduler().add(schedule, { sync: () => {} } as unknown as Tasks),
      "schedule/missing-task",
      /needs a task that register was not given: report\./,
    ],
    ["no tasks at all", () => createScheduler().add(schedule), "schedule/missing-task", /tasks .*: sync, report\./],
    [
      "the same module twice",
      () => {
        const scheduler = createScheduler();
        scheduler.add(schedule, tasks);
        scheduler.add(schedule, tasks);
      },
      "job/duplicate",
      /are jobs sync, daily\.report already/,
    ],
    [
      "a max of nothing",
      () => createScheduler().schedule({ id: "x", trigger: every(SECOND), run: () => {}, policy: { max: 0 } }),
      "job/policy",
      /x has max 0; a whole number from 1 up is needed\./,
    ],
    [
      "jobs that wait for each other",
      () => {
        const scheduler = createScheduler();
        scheduler.schedule({ id: "a", trigger: afterJob("b"), run: () => {} });
        scheduler.schedule({ id: "b", trigger: afterJob("c"), run: () => {} });
        scheduler.schedule({ id: "c", trigger: afterJob("a"), run: () => {} });
      },
      "job/cycle",
      /c after a after b after c/,
    ],
    [
      "an id that no store can tell from another",
      () => createScheduler().schedule({ id: "job\ud800", trigger: every(SECOND), run: () => {} }),
      "job/no-id",
      /no text that can be written down/,
    ],
    ["no id", () => createScheduler().schedule({ id: "", trigger: every(SECOND), run: () => {} }), "job/no-id", /id/],
    [
      "nothing to run",
      () => createScheduler().schedule({ id: "x", trigger: every(SECOND), run: undefined as never }),
      "job/no-run",
      /x has no function/,
    ],
  ];
  test.each(refusals)("refuses %s with a sentence", (_what, add, code, says) => {
    expect(add).toThrow(says);
    expect(add).toThrow(SchedcError);
    expect(add).toThrow(expect.objectContaining({ code }));
  });

  test.each<[policy: object, says: RegExp]>([
    [{ overlap: "quue" }, /overlap "quue"; one of skip, queue, replace, allow is needed/],
    [{ grace: Number.NaN }, /grace NaN; milliseconds from 0 up are needed/],
    [{ retry: { times: 3 } }, /retry\.wait undefined/],
    [{ retry: null }, /retry\.times undefined/],
    [{ timeout: -1 }, /timeout -1/],
    [{ limit: 1.5 }, /limit 1\.5/],
    [{ catchUp: "all" }, /catchUp\.mode undefined; one of all, latest, none is needed/],
    [{ tags: "api" }, /tags "api"; a list of texts is needed/],
  ])("refuses the policy %j of untyped code", (policy, says) => {
    expect(() => createScheduler().schedule({ id: "x", trigger: every(SECOND), run: () => {}, policy })).toThrow(says);
  });

  test("refuses a wait of no time", () => {
    const trigger = { kind: "completion", zone: "UTC", every: 0, days: [{}] } as const;
    expect(() => createScheduler().schedule({ id: "x", trigger, run: () => {} })).toThrow("more than 0");
  });

  test("comes in whole or not at all", () => {
    const { scheduler } = createRig();
    scheduler.schedule({ id: "daily.report", trigger: every(HOUR), run: () => {} });
    expect(() => scheduler.add(schedule, tasks)).toThrow("daily.report");
    expect(scheduler.jobs()).toHaveLength(1);
  });

  test("ids may be any word", async () => {
    const rig = createRig();
    for (const id of ["constructor", "__proto__", "toString", "then"]) rig.job({ id, trigger: every(MINUTE) });
    const jobs = rig.scheduler.add({
      version: 1,
      source: "odd.sched",
      jobs: { hasOwnProperty: { trigger: every(MINUTE), run: () => {} } },
    });
    expect(jobs.hasOwnProperty.id).toBe("hasOwnProperty");
    expect("valueOf" in jobs).toBe(false);
    await rig.scheduler.start();
    await rig.clock.advance(SECOND);
    expect(rig.lines("run.succeeded")).toHaveLength(5);
  });
});

describe("schedule, on an id that is there", () => {
  test("replace changes the job and fires nothing for the past", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(HOUR) });
    await rig.scheduler.start();
    await rig.clock.advance(90 * MINUTE);
    rig.job({ trigger: every(20 * MINUTE), policy: { grace: 24 * HOUR }, onDuplicate: "replace" });
    expect(job.next()).toBe(at("2024-01-01T01:40:00Z"));
    await rig.clock.advance(20 * MINUTE);
    expect(rig.lines("job.retimed", "run.started", "fire.missed")).toEqual([
      "01:00:00 run.started job@01:00:00",
      "01:30:30 job.retimed job",
      "01:40:00 run.started job@01:40:00",
    ]);
  });

  test("replace keeps the place in time, the pause and the runs under way", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE), run: () => rig.clock.wait(90 * SECOND) });
    await rig.scheduler.start();
    await rig.clock.advance(40 * SECOND);
    rig.job({ trigger: every(MINUTE), run: () => "new", onDuplicate: "replace" });
    await rig.clock.advanceTo("2024-01-01T00:03:30Z");
    job.pause();
    rig.job({ trigger: every(MINUTE), run: () => "newer", onDuplicate: "replace" });
    expect(rig.scheduler.jobs()).toMatchObject([{ paused: true }]);
    expect(rig.lines("job.retimed", "run.succeeded", "fire.skipped")).toEqual([
      "00:02:00 fire.skipped job@00:02:00 overlap",
      "00:02:30 run.succeeded job@00:01:00",
      "00:03:00 run.succeeded job@00:03:00",
    ]);
    expect(rig.events("run.succeeded").at(-1)?.result).toBe("new");
  });

  test.each(["while running", "between a stop and a start"])("replace pauses as its policy says, %s", async (when) => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = { trigger: every(MINUTE), onDuplicate: "replace" as const };
    rig.job(job);
    await rig.scheduler.start();
    if (when !== "while running") await rig.scheduler.stop();
    rig.job({ ...job, policy: { paused: true } });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    rig.job(job);
    await rig.clock.advance(MINUTE);
    expect(rig.lines("job.paused", "job.resumed", "run.started", "fire.skipped")).toEqual([
      "00:00:30 job.paused job",
      "00:01:00 fire.skipped job@00:01:00 paused",
      "00:01:30 job.resumed job",
      "00:02:00 run.started job@00:02:00",
    ]);
  });

  test("replace before the first start leaves the store to that start", async () => {
    const memory = createMemoryStore();
    const changes: Change[] = [];
    const commit: Store["commit"] = (group) => {
      changes.push(...group);
      return memory.commit(group);
    };
    const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, commit } });
    rig.job({ trigger: every(HOUR) });
    rig.job({ trigger: every(MINUTE), onDuplicate: "replace" });
    expect(changes).toEqual([]);
    await rig.scheduler.start();
    expect(changes).toMatchObject([{ kind: "schedule", row: { since: at("2024-01-01T00:00:30Z") } }]);
  });

  test("replace with a larger max lets start what waits", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = { trigger: every(MINUTE), run: () => rig.clock.wait(HOUR) };
    rig.job({ ...job, policy: { overlap: "queue" } });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    rig.job({ ...job, policy: { overlap: "queue", max: 2 }, onDuplicate: "replace" });
    expect(rig.lines("run.started").at(-1)).toBe("00:02:30 run.started job@00:02:00");
  });

  test("keep leaves it, fail refuses", async () => {
    const rig = createRig();
    rig.job({ trigger: every(HOUR) });
    expect(rig.job({ trigger: every(MINUTE), onDuplicate: "keep" }).next()).toBe(at("2024-01-01T00:00:00Z"));
    expect(rig.scheduler.jobs()).toMatchObject([{ trigger: { every: HOUR } }]);
    expect(() => rig.job({ trigger: every(MINUTE) })).toThrow(/onDuplicate/);
  });

  test("a reminder that is put off fires once, at its last time", async () => {
    const rig = createRig();
    await rig.scheduler.start();
    for (const minute of [10, 20, 30]) {
      const due = `2024-01-01T00:${minute}:00Z`;
      rig.job({ id: "reminder-7", trigger: { kind: "instants", zone: "UTC", at: [due] }, onDuplicate: "replace" });
      await rig.clock.advance(MINUTE);
    }
    await rig.clock.advance(HOUR);
    expect(rig.events("run.started").map(({ key }) => key)).toEqual(["reminder-7@2024-01-01T00:30:00Z"]);
  });
});

describe("what has come and has not started is told of", () => {
  const leave = (rig: Rig): void => rig.scheduler.job("job")?.remove();
  const replace = (rig: Rig): void => void rig.job({ trigger: everyDayAt("12:00"), onDuplicate: "replace" });
  const delayed = { spread: 100 * SECOND } as const;
  const table: readonly [what: string, spec: Pick<JobSpec, "trigger" | "policy">, told: readonly string[]][] = [
    ["a fire that its delay holds back", { trigger: everyDayAt("00:01"), policy: delayed }, ["@00:01:00 removed"]],
    ["a chained one", { trigger: afterJob("block"), policy: delayed }, ["@00:01:25 removed"]],
    ["fires of a busy process", { trigger: every(10 * SECOND) }, ["@00:01:10 removed", "@00:01:20 removed"]],
  ];
  test.each(table)("%s", async (_what, spec, told) => {
    for (const go of [leave, replace]) {
      const rig = createRig("2024-01-01T00:00:55Z");
      rig.job(spec);
      const block = (): void => rig.clock.block(25 * SECOND);
      rig.job({ id: "block", trigger: everyDayAt("00:01"), run: block, onSuccess: () => go(rig) });
      await rig.scheduler.start();
      await rig.clock.advance(10 * MINUTE);
      expect(rig.lines("fire.skipped")).toEqual(told.map((end) => `00:01:25 fire.skipped job${end}`));
    }
  });
});

describe("remove", () => {
  test("ends what waits and what runs, and the handle is spent", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE), policy: { overlap: "queue" } }, 10 * MINUTE);
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    job.remove();
    job.remove();
    job.pause();
    await rig.clock.advance(10 * MINUTE);
    expect(rig.lines("job.removed", "job.paused", "run.started", "run.failed", "fire.skipped")).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:02:30 job.removed job",
      "00:02:30 fire.skipped job@00:02:00 removed",
      "00:02:30 run.failed job@00:01:00",
    ]);
    expect(rig.scheduler.jobs()).toEqual([]);
    expect(job.next()).toBeUndefined();
    await expect(job.runNow()).rejects.toMatchObject({ code: "run/removed" });
  });

  test("and added again at once fires no instant twice", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    let rounds = 0;
    const again = (): void => {
      rig.scheduler.job("job")?.remove();
      if (++rounds < 10) rig.job({ trigger: every(MINUTE), run: again });
    };
    rig.job({ trigger: every(MINUTE), run: again });
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    const keys = rig.events("run.started").map(({ key }) => key);
    expect(keys).toHaveLength(5);
    expect(new Set(keys).size).toBe(5);
  });
});

describe("a job under a new name", () => {
  test("keeps its place in time", async () => {
    const store = createMemoryStore();
    const before = createRig("2024-01-01T00:00:30Z", { store });
    before.job({ id: "old", trigger: every(MINUTE), policy: { limit: 2 } });
    await before.scheduler.start();
    await before.clock.advance(MINUTE);
    await before.scheduler.stop();

    const rig = createRig("2024-01-01T00:02:10Z", { store });
    rig.job({ id: "new", trigger: every(MINUTE), policy: { limit: 2, renamedFrom: ["older", "old"] } });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.lines("job.renamed", "run.started", "fire.skipped")).toEqual([
      "00:02:10 job.renamed new",
      "00:02:10 run.started new@00:02:00",
      "00:03:00 fire.skipped new@00:03:00 limit",
      "00:04:00 fire.skipped new@00:04:00 limit",
    ]);
  });

  test("takes nothing from a job that still has the old one, whichever comes first", async () => {
    const store = createMemoryStore();
    const before = createRig("2024-01-01T00:00:30Z", { store });
    before.job({ id: "old", trigger: every(MINUTE), policy: { limit: 1 } });
    await before.scheduler.start();
    await before.clock.advance(MINUTE);
    await before.scheduler.stop();
    const rig = createRig("2024-01-01T00:01:30Z", { store });
    rig.job({ id: "new", trigger: every(MINUTE), policy: { limit: 1, renamedFrom: ["old"] } });
    rig.job({ id: "old", trigger: every(MINUTE), policy: { limit: 1 } });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("job.renamed", "run.started", "fire.skipped")).toEqual([
      "00:02:00 fire.skipped old@00:02:00 limit",
      "00:02:00 run.started new@00:02:00",
    ]);
  });
});
