/** The schedule as a whole, on a clock of the test's own and with the real tasks. */
import { createScheduler, type Fire, type JobInfo, type Jobs, type Scheduler } from "schedc/runtime";
import { createTestClock, type TestClock } from "schedc/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWorld, type World } from "../demo/world.ts";
import { type JobId, register, schedule, type Tasks } from "../jobs.sched.ts";
import { scheduleReminder } from "../tasks/reminders.ts";
import { createTasks } from "../tasks.ts";

/** Berlin's midnight on Monday, a second before the first fires. */
const eve = Date.parse("2023-12-31T22:59:59Z");
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** A time of that Monday, in Berlin. */
const at = (time: string): number => Date.parse(`2024-01-01T${time}:00+01:00`);

let clock: TestClock;
let world: World;
let scheduler: Scheduler;
let jobs: Jobs<JobId>;

beforeEach(async () => {
  clock = createTestClock(eve, { patience: 2000 });
  world = await createWorld(eve);
});
afterEach(async () => {
  await scheduler.stop({ drain: 0 });
  world.close();
});

async function start(other: Partial<Tasks> = {}, from = eve): Promise<void> {
  clock.set(from);
  scheduler = createScheduler({ clock });
  jobs = register(scheduler, { ...createTasks(world.services), ...other });
  await scheduler.start();
}

/** The events of one name and job from now on, as the times of their fires in Berlin. */
function times(
  name: "run.succeeded" | "run.failed" | "fire.skipped" | "fire.missed" | "fire.merged",
  job: JobId,
): string[] {
  const seen: string[] = [];
  scheduler.on(name, (event: Fire) => {
    if (event.job === job) seen.push(new Date(event.scheduledAt + hour).toISOString().slice(11, 16));
  });
  return seen;
}

function info(id: JobId): JobInfo {
  return scheduler.jobs().find((job) => job.id === id) as JobInfo;
}

describe("registered", () => {
  beforeEach(() => start());

  test("every job is there, under the id and name it had", () => {
    expect(scheduler.jobs().map(({ id, name }) => [id, name])).toEqual(names);
    expect(Object.keys(jobs)).toEqual(Object.keys(schedule.jobs));
  });

  test("a job's configuration reads back", () => {
    expect(info("daily_cleanup")).toMatchObject({
      name: "Daily Cleanup",
      trigger: { kind: "calendar", zone: "Europe/Berlin", times: { at: ["00:00"] } },
      next: at("00:00"),
      paused: false,
      running: 0,
    });
    expect(info("long_task").policy).toMatchObject({ max: 1, overlap: "skip" });
    expect(info("batch_process").policy).toMatchObject({ max: 1, coalesce: "latest", grace: 3 * hour });
    expect(info("morning_emails").policy.retry).toMatchObject({ times: 2, wait: minute, backoff: "fixed" });
    expect(info("lunch_task").policy.grace).toBe(5 * minute);
    expect(info("external_sync").policy.timeout).toBe(30 * second);
  });

  test("the sync of the business day fires five times and never again", async () => {
    const fired = times("run.succeeded", "business_sync");
    await clock.advanceTo(at("20:00"));
    expect(fired).toEqual(["09:00", "11:00", "13:00", "15:00", "17:00"]);
    expect(jobs.business_sync.next()).toBeUndefined();
  });
});

describe("running", () => {
  test("a long run is never beside another of its own", async () => {
    await start({ longRunningTask: ({ signal }) => clock.wait(70 * minute, signal) });
    const skipped = times("fire.skipped", "long_task");
    const ran = times("run.succeeded", "long_task");
    await clock.advanceTo(at("03:00") - 1);
    expect(ran).toEqual(["00:00", "01:30"]);
    expect(skipped).toEqual(["00:30", "01:00", "02:00", "02:30"]);
  });

  test("hours that were slept through become one run", async () => {
    await start();
    await clock.advanceTo(at("01:30"));
    const ran = times("run.succeeded", "batch_process");
    const merged = times("fire.merged", "batch_process");
    clock.sleep(2 * hour + 40 * minute);
    await clock.advance(minute);
    expect({ ran, merged }).toEqual({ ran: ["04:00"], merged: ["02:00", "03:00"] });
  });

  test("mails are tried three times, a minute apart", async () => {
    const attempts: number[] = [];
    await start({
      sendEmails: ({ attempt }) => {
        attempts.push(clock.now());
        if (attempt < 3) throw new Error("not ready");
      },
    });
    const ran = times("run.succeeded", "morning_emails");
    await clock.advanceTo(at("09:00"));
    expect(attempts).toEqual([at("08:00"), at("08:01"), at("08:02")]);
    expect(ran).toEqual(["08:00"]);
  });

  test("mails that fail three times are a failed run", async () => {
    world.refusals = 3;
    await start();
    const failed = times("run.failed", "morning_emails");
    await clock.advanceTo(at("09:00"));
    expect(failed).toEqual(["08:00"]);
  });

  test.each([
    ["four minutes late still runs", 4 * minute, ["12:00"], []],
    ["six minutes late is missed", 6 * minute, [], ["12:00"]],
  ] as const)("lunch that is %s", async (_, late, ran, missed) => {
    await start({}, at("11:59"));
    const seen = { ran: times("run.succeeded", "lunch_task"), missed: times("fire.missed", "lunch_task") };
    clock.sleep(minute + late);
    await clock.advance(minute);
    expect(seen).toEqual({ ran, missed });
  });

  test("uploads are worked through; what fails is set aside and the rest goes on", async () => {
    await start();
    world.upload("a.json", "{}");
    world.upload("bad.json", "not JSON");
    world.upload("c.json", "{}");
    await clock.advanceTo(at("00:01"));
    expect(world.left()[0]).toBe("uploads         2 files processed; set aside: bad.json; waiting: none");
  });

  test("records that are too old are gone after three o'clock", async () => {
    await start();
    await clock.advanceTo(at("02:59"));
    expect(world.left()[1]).toBe("database        300 log records kept");
    await clock.advanceTo(at("03:01"));
    expect(world.left()[1]).toBe("database        199 log records kept");
  });

  test("an API that refuses or hangs is a failed run, and the next one goes on", async () => {
    await start();
    const seen = { ran: times("run.succeeded", "external_sync"), failed: times("run.failed", "external_sync") };
    await clock.advanceTo(at("03:59"));
    world.api = "refuses";
    await clock.advanceTo(at("07:59"));
    world.api = "hangs";
    await clock.advanceTo(at("11:59"));
    world.api = "well";
    await clock.advanceTo(at("12:01"));
    expect(seen).toEqual({ ran: ["00:00", "12:00"], failed: ["04:00", "08:00"] });
  });

  test("a backup waits for its time and for a machine that is not busy", async () => {
    await start();
    const seen = { ran: times("run.succeeded", "smart_backup"), skipped: times("fire.skipped", "smart_backup") };
    await clock.advanceTo(at("05:59"));
    world.load = 95;
    await clock.advanceTo(at("07:59"));
    world.load = 20;
    await clock.advanceTo(at("08:01"));
    expect(seen).toEqual({ ran: ["00:00", "08:00"], skipped: ["02:00", "04:00", "06:00"] });
  });
});

describe("a reminder", () => {
  beforeEach(() => start());

  test("comes once, at its second, and has the id it was given", async () => {
    const told: string[] = [];
    const reminder = { user: "ada", at: at("10:15") + 250 };
    const { id } = scheduleReminder(scheduler, reminder, (user) => told.push(`${user} ${clock.now() - at("10:15")}`));
    expect(id).toBe(`reminder_ada_${at("10:15") / second}`);
    expect(scheduler.jobs().find((job) => job.id === id)).toMatchObject({
      name: "Reminder for user ada",
      next: at("10:15"),
    });
    await clock.advanceTo(at("12:00"));
    expect(told).toEqual(["ada 0"]);
  });

  test("asked for again replaces the first", async () => {
    const told: string[] = [];
    for (const text of ["first", "second"])
      scheduleReminder(scheduler, { user: "ada", at: at("10:15") }, () => told.push(text));
    expect(scheduler.jobs().filter(({ id }) => id.startsWith("reminder_"))).toHaveLength(1);
    await clock.advanceTo(at("12:00"));
    expect(told).toEqual(["second"]);
  });
});

const names: readonly (readonly [JobId, string])[] = [
  ["daily_report", "Send Daily Report"],
  ["daily_cleanup", "Daily Cleanup"],
  ["weekly_report", "Weekly Report Generation"],
  ["weekend_maintenance", "Weekend System Maintenance"],
  ["health_check", "System Health Check"],
  ["business_sync", "Business Hours Sync"],
  ["business_task", "Business Hours Task"],
  ["frequent_business", "Frequent Business Task"],
  ["long_task", "Long Running Task"],
  ["batch_process", "Batch Processing"],
  ["morning_emails", "Morning Email Campaign"],
  ["lunch_task", "Lunchtime Task"],
  ["process_uploads", "File Processing"],
  ["db_cleanup", "Database Cleanup"],
  ["external_sync", "External Data Sync"],
  ["smart_backup", "Smart Conditional Backup"],
];
