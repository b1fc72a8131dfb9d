/** When each job fires, and what becomes of its fires: the sentences held against the calendar. */
import "schedc/testing/vitest";
import { createScheduler } from "schedc/runtime";
import { createTestClock, runNext, simulate } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { register, schedule, type Tasks } from "../jobs.sched.ts";

const { jobs } = schedule;
const day = { from: "2026-11-23", until: "2026-11-24" };
const week = { from: "2026-11-23", until: "2026-11-30" };

describe("the fire times", () => {
  test("of the business task are the half hours of working days", () => {
    expect(jobs.business_task).toFireTimes(9, day);
    expect(jobs.business_task).toFireTimes(45, week);
    expect(jobs.business_task).toNeverFireOn("weekend");
    expect(jobs.business_task).toHaveNextFires(["2026-11-20T17:30", "2026-11-23T09:30"], {
      after: "2026-11-20T17:00",
    });
  });

  test("of the weekend's maintenance are none on working days", () => {
    expect(jobs.weekend_maintenance).toNeverFireOn("weekday");
    expect(jobs.weekend_maintenance).not.toNeverFireOn("weekend");
  });

  test("of the sync of one day are five, and no more ever", () => {
    expect(jobs.business_sync).toFireTimes(5, { from: "2024-01-01", until: "2400-01-01" });
    expect(jobs.business_sync).toHaveNextFires([], { after: "2024-01-01T17:00" });
    expect(jobs.business_sync).toNeverFireOn(({ date }) => date !== "2024-01-01");
  });

  test("of the cleanup are one for each day, also when the clock changes", () => {
    expect(jobs.daily_cleanup).toFireAt("2026-11-23T00:00");
    expect(jobs.daily_cleanup).toFireTimes(31, { from: "2026-03-01", until: "2026-04-01" });
    expect(jobs.daily_cleanup).toFireTimes(31, { from: "2026-10-01", until: "2026-11-01" });
  });
});

test("a morning in which long runs meet the next fire", async () => {
  const minutes = 60_000;
  const fires = await simulate(schedule, {
    from: "2026-11-23T07:59:00+01:00",
    until: "2026-11-23T09:31:00+01:00",
    durations: { long_task: 70 * minutes },
  });
  const busy = fires.filter(({ job }) => job === "long_task" || job === "morning_emails" || job === "business_task");
  expect(busy).toMatchInlineSnapshot(`
    Mon 2026-11-23T08:00:00+01:00 Europe/Berlin  long_task       succeeded  took 1h10m
    Mon 2026-11-23T08:00:00+01:00 Europe/Berlin  morning_emails  succeeded
    Mon 2026-11-23T08:30:00+01:00 Europe/Berlin  long_task       skipped    overlap
    Mon 2026-11-23T09:00:00+01:00 Europe/Berlin  long_task       skipped    overlap
    Mon 2026-11-23T09:30:00+01:00 Europe/Berlin  business_task   succeeded
    Mon 2026-11-23T09:30:00+01:00 Europe/Berlin  long_task       succeeded  took 1h10m
  `);
});

test("one fire after another", async () => {
  const clock = createTestClock("2026-11-23T08:59:59+01:00");
  const scheduler = createScheduler({ clock });
  const tasks = new Proxy({} as Tasks, { get: () => () => "done" });
  register(scheduler, tasks);
  await scheduler.start();
  const fires = await runNext(scheduler, clock, { job: "business_task" });
  expect(fires.filter(({ job }) => job === "business_task")).toMatchInlineSnapshot(
    `Mon 2026-11-23T09:30:00+01:00 Europe/Berlin  business_task  succeeded`,
  );
  await scheduler.stop();
});
