/** What decides when and whether a fire in time starts: delays, limit, pause, priority, the scheduler's own room. */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/runtime/model/index.ts";
import { defaultPolicy } from "../../src/runtime/model/index.ts";
import { startDelay } from "../../src/runtime/scheduler/index.ts";
import { createRig } from "./kit/rig.ts";
import { at, DAY, every, everyDayAt, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

describe("jitter and spread", () => {
  const delays = (policy: Partial<Policy>, days: number, id = "job") =>
    Array.from({ length: days }, (_, day) => startDelay(id, { ...defaultPolicy, ...policy }, day * DAY));

  test("draw whole seconds below their length, evenly", () => {
    const drawn = delays({ jitter: 10 * SECOND }, 5_000);
    const counts = new Map<number, number>();
    for (const delay of drawn) counts.set(delay, (counts.get(delay) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((s) => s * SECOND));
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
  });

  test("jitter is one for each fire, spread one for the job", () => {
    expect(new Set(delays({ jitter: HOUR }, 50)).size).toBeGreaterThan(40);
    expect(new Set(delays({ spread: HOUR }, 50)).size).toBe(1);
    const jobs = Array.from({ length: 50 }, (_, index) => delays({ spread: HOUR }, 1, `job${index}`)[0]);
    expect(new Set(jobs).size).toBeGreaterThan(40);
  });

  test("delay the start and leave key and fire time as written; grace counts from the start", async () => {
    const rig = createRig();
    const policy = { ...defaultPolicy, jitter: 30 * MINUTE, spread: 10 * MINUTE, grace: 0 };
    const job = rig.job({ trigger: everyDayAt("01:00"), policy });
    await rig.scheduler.start();
    const fireAt = at("2024-01-01T01:00:00Z");
    const delay = startDelay("job", policy, fireAt);
    expect(delay).toBeGreaterThan(0);
    expect(job.next()).toBe(fireAt);
    expect(rig.scheduler.jobs()[0]?.startsAt).toBe(fireAt + delay);
    await rig.clock.advance(2 * HOUR);
    expect(rig.events("run.started")).toMatchObject([
      { key: "job@2024-01-01T01:00:00Z", scheduledAt: fireAt, startedAt: fireAt + delay },
    ]);
    expect(rig.lines("fire.missed")).toEqual([]);
  });

  test("longer than the step, each fire still runs once and in order", async () => {
    const rig = createRig();
    rig.job({ trigger: every(10 * SECOND), policy: { jitter: 2 * MINUTE, coalesce: "none", overlap: "allow" } });
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    const fired = rig.events("run.started").map(({ scheduledAt }) => scheduledAt);
    expect(fired.length).toBeGreaterThan(340);
    expect(fired).toEqual(fired.map((_, index) => at("2024-01-01T00:00:00Z") + index * 10 * SECOND));
  });

  test("a fire that waits for its start when the scheduler stops is still to come", async () => {
    const rig = createRig();
    rig.job({ trigger: once("2024-01-01T00:01:00Z"), policy: { spread: HOUR } });
    await rig.scheduler.start();
    await rig.clock.advance(90 * SECOND);
    await rig.scheduler.stop();
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    expect(rig.lines("run.started", "fire.skipped", "fire.missed")).toHaveLength(1);
  });
});

test("limit counts runs that the schedule started, and nothing else", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const job = rig.job({
    trigger: every(MINUTE),
    policy: { limit: 2, retry: { times: 1, wait: SECOND, backoff: "fixed", jitter: false } },
    run: ({ attempt }) => {
      if (attempt === 1) throw new Error("first");
    },
  });
  await rig.scheduler.start();
  const asked = job.runNow();
  await rig.clock.advanceTo("2024-01-01T00:04:30Z");
  await asked;
  expect(rig.lines("run.succeeded", "fire.skipped")).toEqual([
    expect.stringMatching(/^00:00:31 run.succeeded/),
    "00:01:01 run.succeeded job@00:01:00 #2",
    "00:02:01 run.succeeded job@00:02:00 #2",
    "00:03:00 fire.skipped job@00:03:00 limit",
    "00:04:00 fire.skipped job@00:04:00 limit",
  ]);
  const more = job.runNow().then(() => "ran");
  await rig.clock.advance(MINUTE);
  expect(await more).toBe("ran");
});

test("limit holds where several fires are due at once", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ trigger: every(SECOND), policy: { limit: 2, coalesce: "none", overlap: "allow" } });
  await rig.scheduler.start();
  rig.clock.sleep(5 * SECOND);
  await rig.clock.advance(SECOND);
  expect(rig.lines("run.started")).toHaveLength(2);
  expect(rig.lines("fire.skipped")).toHaveLength(5);
});

describe("pause", () => {
  test("skips what comes, tells of both, and resume goes on with the next", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE), policy: { paused: true } });
    await rig.scheduler.start();
    expect(rig.scheduler.jobs()[0]?.paused).toBe(true);
    await rig.clock.advance(MINUTE);
    job.resume();
    await rig.clock.advance(MINUTE);
    job.pause();
    job.pause();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("job.paused", "job.resumed", "run.started", "fire.skipped")).toEqual([
      "00:01:00 fire.skipped job@00:01:00 paused",
      "00:01:30 job.resumed job",
      "00:02:00 run.started job@00:02:00",
      "00:02:30 job.paused job",
      "00:03:00 fire.skipped job@00:03:00 paused",
    ]);
  });

  test("drops what waits in the queue and lets end what runs", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE), policy: { overlap: "queue" } }, 100 * SECOND);
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:02:10Z");
    job.pause();
    await rig.clock.advance(30 * SECOND);
    expect(rig.lines("run.succeeded", "fire.skipped")).toEqual([
      "00:02:10 fire.skipped job@00:02:00 paused",
      "00:02:40 run.succeeded job@00:01:00",
    ]);
  });

  test("drops what waits for room in the scheduler, or for its guard", async () => {
    const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 2 });
    rig.job({ id: "long", trigger: once("2024-01-01T00:01:00Z") }, MINUTE);
    const asking = rig.job({ id: "asking", trigger: once("2024-01-01T00:01:00Z"), when: () => new Promise(() => {}) });
    const waiting = rig.job({ id: "waiting", trigger: once("2024-01-01T00:01:00Z") });
    await rig.scheduler.start();
    await rig.clock.advance(31 * SECOND);
    waiting.pause();
    asking.pause();
    await rig.clock.advance(HOUR);
    expect(rig.lines("run.succeeded", "fire.skipped")).toEqual([
      "00:01:01 fire.skipped waiting@00:01:00 paused",
      "00:01:01 fire.skipped asking@00:01:00 paused",
      "00:02:00 run.succeeded long@00:01:00",
    ]);
  });

  test("keeps what someone asked for", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(HOUR), policy: { overlap: "queue" } }, 10 * SECOND);
    await rig.scheduler.start();
    const asked = [job.runNow(), job.runNow()];
    job.pause();
    await rig.clock.advance(MINUTE);
    await Promise.all(asked);
    expect(rig.lines("run.succeeded")).toHaveLength(2);
  });

  test("before the start holds from the start on", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE) });
    job.pause();
    expect(rig.scheduler.jobs()[0]?.paused).toBe(true);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("fire.skipped")).toHaveLength(1);
  });
});

describe("concurrency", () => {
  test("bounds handlers of all jobs together; the rest wait, however long", async () => {
    const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 2 });
    let [inside, most] = [0, 0];
    for (let index = 0; index < 7; index++) {
      rig.job({
        id: `job${index}`,
        trigger: once("2024-01-01T00:01:00Z"),
        run: async () => {
          most = Math.max(most, ++inside);
          await rig.clock.wait(2 * MINUTE);
          inside--;
        },
      });
    }
    await rig.scheduler.start();
    await rig.clock.advance(HOUR);
    expect(most).toBe(2);
    expect(rig.lines("run.succeeded")).toHaveLength(7);
    expect(rig.events("run.succeeded").at(-1)?.startedAt).toBe(at("2024-01-01T00:07:00Z"));
  });

  test("higher priority starts first", async () => {
    const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 1 });
    for (const [id, priority] of [
      ["low", -1],
      ["none", 0],
      ["high", 9],
    ] as const) {
      rig.job({ id, trigger: once("2024-01-01T00:01:00Z"), policy: { priority } }, SECOND);
    }
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.events("run.started").map(({ job }) => job)).toEqual(["high", "none", "low"]);
  });

  test("a job with many fires takes turns with the others", async () => {
    const rig = createRig("2024-01-01T00:00:00Z", { concurrency: 1 });
    const policy = { coalesce: "none", max: 100, grace: HOUR } as const;
    rig.job({ id: "greedy", trigger: every(SECOND), policy: { ...policy, paused: false } }, SECOND);
    rig.job({ id: "other", trigger: every(3 * SECOND), policy }, SECOND);
    await rig.scheduler.start();
    rig.clock.sleep(9 * SECOND);
    await rig.clock.advance(20 * SECOND);
    const turns = rig.events("run.started").map(({ job }) => job.slice(0, 1));
    expect(turns.slice(0, 8).join("")).toMatch(/^(go|og){3}/);
  });

  test("is refused where nothing could run", () => {
    expect(() => createRig(0, { concurrency: 0 })).toThrow("at least one handler");
    expect(() => createRig(0, { concurrency: Number.NaN })).toThrow("at least one handler");
  });
});
