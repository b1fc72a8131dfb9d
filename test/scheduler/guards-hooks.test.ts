/** Guards before a run and hooks after it. */
import { describe, expect, test } from "vitest";
import type { JobSpec, Run } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";
import { every, everyDayAt, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const boom = (): never => {
  throw new Error("boom");
};

describe("guards", () => {
  const table: readonly [what: string, guards: Pick<JobSpec, "when" | "unless">, runs: boolean, failures: number][] = [
    ["when true", { when: () => true }, true, 0],
    ["when false", { when: () => false }, false, 0],
    ["unless true", { unless: () => true }, false, 0],
    ["unless false", { unless: async () => false }, true, 0],
    ["when later true", { when: async () => true }, true, 0],
    ["when later false", { when: async () => false }, false, 0],
    ["both hold", { when: async () => true, unless: () => false }, true, 0],
    ["when holds, unless does not", { when: async () => true, unless: async () => true }, false, 0],
    ["when throws", { when: boom }, false, 1],
    ["unless throws", { unless: boom }, false, 1],
    ["when rejects", { when: async () => boom() }, false, 1],
    ["when holds, unless rejects", { when: async () => true, unless: async () => boom() }, false, 1],
  ];
  test.each(table)("%s", async (_what, guards, runs, failures) => {
    const rig = createRig();
    rig.job({ trigger: once("2024-01-01T00:00:10Z"), ...guards });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.succeeded")).toHaveLength(runs ? 1 : 0);
    expect(rig.lines("fire.skipped")).toEqual(runs ? [] : ["00:00:10 fire.skipped job@00:00:10 guard"]);
    expect(rig.events("handler.failed")).toHaveLength(failures);
    if (failures > 0) expect(rig.events("handler.failed")[0]).toMatchObject({ where: "guard", job: "job" });
  });

  test("are asked when the run would start, once for all its attempts, with its run", async () => {
    const rig = createRig();
    const asked: [string, number][] = [];
    rig.job({
      trigger: every(MINUTE, "2024-01-01T00:00:30Z"),
      policy: { overlap: "queue", retry: { times: 1, wait: SECOND, backoff: "fixed", jitter: false } },
      when: ({ key, attempt }) => {
        asked.push([`${key.slice(-4)} at ${rig.clock.monotonic() / SECOND}`, attempt]);
        return true;
      },
      run: async ({ attempt, signal }) => {
        await rig.clock.wait(69 * SECOND, signal);
        if (attempt === 1) boom();
      },
    });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:03:00Z");
    expect(asked).toEqual([
      [":30Z at 30", 1],
      [":30Z at 169", 1],
    ]);
  });

  test("a refused fire frees its place, does not replace, and does not count for limit", async () => {
    const rig = createRig();
    let allowed = false;
    rig.job(
      {
        trigger: every(MINUTE),
        policy: { limit: 1 },
        when: () => allowed,
      },
      SECOND,
    );
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:01:30Z");
    allowed = true;
    await rig.clock.advanceTo("2024-01-01T00:03:30Z");
    expect(rig.lines("run.started", "fire.skipped")).toEqual([
      "00:00:00 fire.skipped job@00:00:00 guard",
      "00:01:00 fire.skipped job@00:01:00 guard",
      "00:02:00 run.started job@00:02:00",
      "00:03:00 fire.skipped job@00:03:00 limit",
    ]);
  });

  test("one that heeds its signal has not failed", async () => {
    const rig = createRig();
    const when = ({ signal }: Run) => rig.clock.wait(HOUR, signal).then(() => true);
    const job = rig.job({ trigger: once("2024-01-01T00:00:10Z"), when });
    await rig.scheduler.start();
    await rig.clock.advance(20 * SECOND);
    job.remove();
    await rig.clock.settle();
    expect(rig.lines("fire.skipped", "handler.failed")).toEqual(["00:00:20 fire.skipped job@00:00:10 removed"]);
  });

  test("one that never answers gives its places up with its job", async () => {
    const rig = createRig("2024-01-01T00:00:00Z", { concurrency: 1 });
    const stuck = rig.job({ id: "stuck", trigger: every(HOUR), when: () => new Promise(() => {}) });
    rig.job({ id: "other", trigger: every(HOUR) });
    await rig.scheduler.start();
    await rig.clock.advance(SECOND);
    expect(rig.lines("run.started")).toEqual([]);
    stuck.remove();
    await rig.clock.settle();
    expect(rig.lines("run.started", "fire.skipped")).toEqual([
      "00:00:01 fire.skipped stuck@00:00:00 removed",
      "00:00:01 run.started other@00:00:00",
    ]);
  });

  test("one that never answers holds its place until the stop, and is told of then", async () => {
    const rig = createRig();
    rig.job({ trigger: every(MINUTE, "2024-01-01T00:00:30Z"), when: () => new Promise(() => {}) });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:01:45Z");
    await rig.scheduler.stop();
    expect(rig.lines("fire.skipped")).toEqual([
      "00:01:30 fire.skipped job@00:01:30 overlap",
      "00:01:45 fire.skipped job@00:00:30 stopped",
    ]);
  });
});

describe("hooks", () => {
  test("success, failure and miss call theirs, with the run and what came of it", async () => {
    const rig = createRig();
    const called: unknown[] = [];
    const note =
      (hook: string) =>
      ({ key, result, error }: Run) =>
        called.push([hook, key, result ?? (error as Error | undefined)?.message]);
    const hooks = { onSuccess: note("success"), onFailure: note("failure"), onMissed: note("missed") };
    rig.job({ id: "good", trigger: once("2024-01-01T00:00:10Z"), run: async () => 42, ...hooks });
    rig.job({
      id: "bad",
      trigger: once("2024-01-01T00:00:20Z"),
      policy: { retry: { times: 2, wait: 0, backoff: "fixed", jitter: false } },
      run: boom,
      ...hooks,
    });
    rig.job({ id: "late", trigger: everyDayAt("01:00"), ...hooks });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    rig.clock.sleep(2 * HOUR);
    await rig.clock.advance(MINUTE);
    expect(called).toEqual([
      ["success", "good@2024-01-01T00:00:10Z", 42],
      ["failure", "bad@2024-01-01T00:00:20Z", "boom"],
      ["missed", "late@2024-01-01T01:00:00Z", undefined],
    ]);
  });

  test.each([
    ["throws", boom],
    ["rejects", async () => boom()],
  ])("one that %s stops nothing", async (_what, onSuccess) => {
    const rig = createRig();
    rig.job({ trigger: every(MINUTE, "2024-01-01T00:00:10Z"), onSuccess });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.lines("run.succeeded")).toHaveLength(2);
    expect(rig.events("handler.failed")).toMatchObject([
      { where: "hook", job: "job" },
      { where: "hook", job: "job" },
    ]);
  });

  test("a stop waits for them", async () => {
    const rig = createRig();
    let done = false;
    rig.job({
      trigger: once("2024-01-01T00:00:10Z"),
      onSuccess: async () => {
        await rig.clock.wait(5 * SECOND);
        done = true;
      },
    });
    await rig.scheduler.start();
    await rig.clock.advance(10 * SECOND);
    const stopped = rig.scheduler.stop().then(() => done);
    await rig.clock.advance(10 * SECOND);
    expect(await stopped).toBe(true);
  });
});

describe("must succeed within", () => {
  const deadline = { policy: { deadline: 5 * MINUTE } };
  const table: readonly [what: string, spec: Partial<JobSpec>, lasts: number, told: readonly string[]][] = [
    ["in time", {}, MINUTE, []],
    ["too slow", {}, 10 * MINUTE, ["00:06:00 deadline.missed job@00:01:00"]],
    ["failed", { run: boom }, 0, ["00:06:00 deadline.missed job@00:01:00"]],
    ["not meant to run", { when: () => false }, 0, []],
  ];
  test.each(table)("%s", async (_what, spec, lasts, told) => {
    const rig = createRig();
    rig.job({ trigger: once("2024-01-01T00:01:00Z"), ...deadline, ...spec }, lasts);
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    expect(rig.lines("deadline.missed")).toEqual(told);
  });

  test("is told while a stop waits for the run", async () => {
    const rig = createRig();
    rig.job({ trigger: once("2024-01-01T00:01:00Z"), ...deadline }, 10 * MINUTE);
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    const stopped = rig.scheduler.stop({ drain: HOUR });
    await rig.clock.advance(HOUR);
    await stopped;
    expect(rig.lines("deadline.missed", "run.succeeded")).toEqual([
      "00:06:00 deadline.missed job@00:01:00",
      "00:11:00 run.succeeded job@00:01:00",
    ]);
  });

  test("so does a fire that found no place", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({ trigger: every(MINUTE), policy: { deadline: 4 * MINUTE } }, 3 * MINUTE);
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:06:30Z");
    expect(rig.lines("deadline.missed")).toEqual(["00:06:00 deadline.missed job@00:02:00"]);
  });

  test("a missed fire misses it too", async () => {
    const rig = createRig();
    rig.job({ trigger: once("2024-01-01T00:01:00Z"), ...deadline });
    await rig.scheduler.start();
    rig.clock.sleep(HOUR);
    await rig.clock.advance(MINUTE);
    expect(rig.events("deadline.missed")).toHaveLength(1);
  });
});
