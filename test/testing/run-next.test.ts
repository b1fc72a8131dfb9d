/** One start after another. */
import { createScheduler } from "schedc/runtime";
import { createTestClock, runNext } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { afterJob, every, everyDayAt, HOUR, MINUTE, once, SECOND } from "../scheduler/kit/triggers.ts";

const start = "2024-01-01T00:10:00Z";
const brief = (fires: Awaited<ReturnType<typeof runNext>>) => fires.map(({ key, outcome }) => `${key} ${outcome}`);

function rig() {
  const clock = createTestClock(start);
  const scheduler = createScheduler({ clock });
  scheduler.on("run.failed", () => {});
  return { clock, scheduler };
}

describe("runNext", () => {
  test("runs all that is due at the next instant, and what follows from it at once", async () => {
    const { clock, scheduler } = rig();
    scheduler.schedule({ id: "hourly", trigger: every(HOUR), run: () => "done" });
    scheduler.schedule({ id: "morning", trigger: everyDayAt("01:00"), run: () => {} });
    scheduler.schedule({ id: "later", trigger: everyDayAt("01:01"), run: () => {} });
    scheduler.schedule({ id: "follows", trigger: afterJob("hourly"), run: () => {} });
    await scheduler.start();
    expect(brief(await runNext(scheduler, clock))).toEqual([
      "hourly@2024-01-01T01:00:00Z succeeded",
      "morning@2024-01-01T01:00:00Z succeeded",
      "follows@2024-01-01T01:00:00Z succeeded",
    ]);
    expect(clock.now()).toBe(Date.parse("2024-01-01T01:00:00Z"));
    expect(brief(await runNext(scheduler, clock))).toEqual(["later@2024-01-01T01:01:00Z succeeded"]);
    await scheduler.stop();
  });

  test("can wait for one job, and tells what others did on the way", async () => {
    const { clock, scheduler } = rig();
    scheduler.schedule({ id: "hourly", trigger: every(HOUR), run: () => {} });
    scheduler.schedule({ id: "fails", trigger: everyDayAt("02:30"), run: () => Promise.reject(new Error("no")) });
    await scheduler.start();
    const fires = await runNext(scheduler, clock, { job: "fails" });
    expect(brief(fires)).toEqual([
      "hourly@2024-01-01T01:00:00Z succeeded",
      "hourly@2024-01-01T02:00:00Z succeeded",
      "fails@2024-01-01T02:30:00Z failed",
    ]);
    expect(fires.at(-1)).toMatchObject({ error: new Error("no"), attempts: 1, zone: "UTC" });
    await scheduler.stop();
  });

  test("a run that takes time is told by the step in which it ends", async () => {
    const { clock, scheduler } = rig();
    scheduler.schedule({ id: "long", trigger: every(HOUR), run: () => clock.wait(90 * MINUTE) });
    await scheduler.start();
    expect(brief(await runNext(scheduler, clock))).toEqual([]);
    expect(brief(await runNext(scheduler, clock))).toEqual(["long@2024-01-01T02:00:00Z skipped"]);
    const [ran] = await runNext(scheduler, clock);
    expect(ran).toMatchObject({ outcome: "succeeded", endedAt: Date.parse("2024-01-01T02:30:00Z") });
    await scheduler.stop({ drain: 0 });
  });

  test("jitter delays the step, a pause makes it a skip", async () => {
    const { clock, scheduler } = rig();
    const policy = { jitter: 20 * MINUTE };
    const job = scheduler.schedule({ id: "job", trigger: every(HOUR), policy, run: () => {} });
    await scheduler.start();
    const [ran] = await runNext(scheduler, clock);
    expect(ran?.startedAt).toBeGreaterThan((ran?.scheduledAt ?? 0) + SECOND);
    job.pause();
    expect((await runNext(scheduler, clock)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["skipped", "paused"],
    ]);
    await scheduler.stop();
  });

  test("answers nothing when no job fires any more, and names the jobs there are", async () => {
    const { clock, scheduler } = rig();
    scheduler.schedule({ id: "job", trigger: once("2024-01-01T01:00:00Z"), run: () => {} });
    await scheduler.start();
    await runNext(scheduler, clock);
    expect(await runNext(scheduler, clock)).toEqual([]);
    expect(clock.now()).toBe(Date.parse("2024-01-01T01:00:00Z"));
    await expect(runNext(scheduler, clock, { job: "jbo" })).rejects.toThrow("There is no job jbo; there are job.");
    await scheduler.stop();
  });
});
