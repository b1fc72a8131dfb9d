/** Runs that someone asks for. */
import { describe, expect, test } from "vitest";
import { createRig } from "./kit/rig.ts";
import { afterJob, at, every, everyDayAt, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

const never = once("2030-01-01T00:00:00Z");

describe("runNow", () => {
  test("gives the result, and leaves the schedule as it is", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const job = rig.job({ trigger: every(MINUTE), run: async ({ scheduledAt }) => scheduledAt });
    await rig.scheduler.start();
    expect(await job.runNow()).toBe(rig.clock.now());
    expect(job.next()).toBe(at("2024-01-01T00:01:00Z"));
    expect(rig.events("run.started")).toMatchObject([{ origin: "now" }]);
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.succeeded")).toHaveLength(2);
  });

  test("rejects with the error of the last attempt", async () => {
    const rig = createRig();
    const job = rig.job({
      trigger: never,
      policy: { retry: { times: 1, wait: 0, backoff: "fixed", jitter: false } },
      run: ({ attempt }) => {
        throw new Error(`attempt ${attempt}`);
      },
    });
    await rig.scheduler.start();
    const asked = job.runNow();
    await rig.clock.advance(SECOND);
    await expect(asked).rejects.toThrow("attempt 2");
  });

  test("goes past pause, guards and a spent limit", async () => {
    const rig = createRig();
    const job = rig.job({ trigger: never, policy: { paused: true, limit: 1 }, when: () => false, run: () => "ran" });
    await rig.scheduler.start();
    expect(await job.runNow()).toBe("ran");
    expect(await job.runNow()).toBe("ran");
  });

  test("keeps max, as the policy has it", async () => {
    const rig = createRig();
    const skip = rig.job({ id: "skip", trigger: never }, MINUTE);
    const queue = rig.job({ id: "queue", trigger: never, policy: { overlap: "queue" } }, MINUTE);
    await rig.scheduler.start();
    const calls = [skip.runNow(), skip.runNow(), queue.runNow(), queue.runNow()];
    await rig.clock.advance(HOUR);
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    await expect(calls[1]).rejects.toMatchObject({ code: "run/overlap" });
  });

  test("works before the start, retries and all", async () => {
    const rig = createRig();
    const job = rig.job({
      trigger: every(MINUTE),
      policy: { retry: { times: 1, wait: SECOND, backoff: "fixed", jitter: false } },
      run: ({ attempt }) => {
        if (attempt === 1) throw new Error("first");
        return attempt;
      },
    });
    const asked = job.runNow();
    await rig.clock.advance(10 * MINUTE);
    expect(await asked).toBe(2);
    expect(rig.lines("run.started")).toHaveLength(2);
  });

  test("sets off chains", async () => {
    const rig = createRig();
    const job = rig.job({ trigger: never });
    rig.job({ id: "next", trigger: afterJob("job") });
    await rig.scheduler.start();
    await job.runNow();
    expect(rig.events("run.succeeded").map(({ job }) => job)).toEqual(["job", "next"]);
  });

  test("twice in one instant is two keys; nobody has to look at the promise", async () => {
    const rig = createRig();
    const job = rig.job({
      trigger: never,
      policy: { max: 2 },
      run: async () => {
        throw new Error("nobody looks");
      },
    });
    await rig.scheduler.start();
    void job.runNow();
    void job.runNow();
    await rig.clock.settle();
    expect(new Set(rig.events("run.failed").map(({ key }) => key)).size).toBe(2);
  });
});

describe("backfill", () => {
  test("runs every fire of the span, both ends within, in order, under their keys", async () => {
    const rig = createRig("2024-01-10T00:00:00Z");
    const job = rig.job({ trigger: everyDayAt("06:00") }, HOUR);
    await rig.scheduler.start();
    const filled = job.backfill({ from: at("2024-01-02T06:00:00Z"), until: at("2024-01-04T06:00:00Z") });
    await rig.clock.advance(5 * HOUR);
    await filled;
    expect(
      rig.events("run.succeeded").map(({ key, endedAt, origin }) => [key, endedAt - at("2024-01-10"), origin]),
    ).toEqual([
      ["job@2024-01-02T06:00:00Z", HOUR, "backfill"],
      ["job@2024-01-03T06:00:00Z", 2 * HOUR, "backfill"],
      ["job@2024-01-04T06:00:00Z", 3 * HOUR, "backfill"],
    ]);
  });

  test("waits for a place whatever the policy is, and goes on after a failure", async () => {
    const rig = createRig("2024-01-10T00:00:30Z");
    let runs = 0;
    const job = rig.job({
      trigger: every(MINUTE),
      run: async ({ signal }) => {
        await rig.clock.wait(50 * SECOND, signal);
        if (++runs === 1) throw new Error("first");
      },
    });
    await rig.scheduler.start();
    await rig.clock.advance(40 * SECOND);
    const filled = job.backfill({ from: at("2024-01-09T00:00:00Z"), until: at("2024-01-09T00:01:00Z") });
    await rig.clock.advance(10 * MINUTE);
    await filled;
    expect(rig.events("run.succeeded").filter(({ origin }) => origin === "backfill")).toHaveLength(2);
  });

  test("keeps its turn where later fires take the place of earlier ones", async () => {
    const rig = createRig("2024-01-10T00:00:30Z");
    const run = () => rig.clock.wait(150 * SECOND);
    const job = rig.job({ trigger: every(MINUTE), policy: { overlap: "replace" }, run });
    await rig.scheduler.start();
    await rig.clock.advance(91 * SECOND);
    const filled = job.backfill({ from: at("2024-01-09"), until: at("2024-01-09") });
    await rig.clock.advance(2 * MINUTE);
    await filled;
    expect(rig.lines("run.started", "run.failed", "fire.skipped")).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.failed job@00:01:00",
      // The run of 0:01 heeds nothing and ends late; 0:03 takes the turn of 0:02, behind the backfill.
      "00:03:00 fire.skipped job@00:02:00 replaced",
      "00:03:30 run.started job@00:00:00",
      "00:04:00 run.failed job@00:00:00",
    ]);
  });

  test("takes the past alone", async () => {
    const rig = createRig("2024-01-10T06:00:00Z");
    const job = rig.job({ trigger: everyDayAt("06:00") });
    await job.backfill({ from: at("2024-01-09T12:00:00Z"), until: at("2025-01-01T00:00:00Z") });
    expect(rig.events("run.succeeded").map(({ key }) => key)).toEqual(["job@2024-01-10T06:00:00Z"]);
  });

  test.each([
    [at("2024-01-09"), at("2024-01-01")],
    [Date.parse("yesterday"), at("2024-01-09")],
    [at("2024-01-01"), Number.NaN],
  ])("is refused for a span from %d until %d", async (from, until) => {
    const rig = createRig("2024-01-10T00:00:00Z");
    const job = rig.job({ trigger: everyDayAt("06:00") });
    await rig.scheduler.start();
    await expect(job.backfill({ from, until })).rejects.toMatchObject({ code: "backfill/no-span" });
  });

  test("is refused where there are no fire times, and ends with its job", async () => {
    const rig = createRig("2024-01-10T00:00:00Z");
    const chained = rig.job({ id: "chained", trigger: afterJob("job") });
    await expect(chained.backfill({ from: 0, until: 1 })).rejects.toMatchObject({ code: "backfill/no-fires" });
    const job = rig.job({ trigger: everyDayAt("06:00") }, HOUR);
    await rig.scheduler.start();
    const filled = job.backfill({ from: at("2024-01-01"), until: at("2024-01-09") });
    await rig.clock.advance(90 * MINUTE);
    job.remove();
    await expect(filled).rejects.toMatchObject({ code: "run/removed" });
  });

  test("does not end well where a stop kept its last fire from running, and brings nobody down", async () => {
    const rig = createRig("2024-01-10T00:00:00Z");
    const job = rig.job({ trigger: everyDayAt("00:00") }, HOUR);
    await rig.scheduler.start();
    const fill = () => job.backfill({ from: at("2024-01-09"), until: at("2024-01-09") });
    const waits = fill();
    void fill();
    const stopped = rig.scheduler.stop();
    void fill();
    void job.runNow();
    await rig.clock.advance(HOUR);
    await stopped;
    await expect(waits).rejects.toMatchObject({ code: "run/stopped" });
  });
});
