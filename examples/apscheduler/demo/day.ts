/** The story of one Monday, told to the real tasks on a virtual clock. */
import { createScheduler, type JobInfo, type Run } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { register } from "../jobs.sched.ts";
import { scheduleReminder } from "../tasks/reminders.ts";
import { createTasks } from "../tasks.ts";
import { type Entry, keepLedger } from "./ledger.ts";
import { hour } from "./times.ts";
import { createWorld } from "./world.ts";

/** Berlin's midnight. */
export const midnight = Date.parse("2023-12-31T23:00:00Z");
const minute = 60_000;
const at = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return midnight + (hours * 60 + minutes) * minute;
};

/** The machine sleeps from the first to the last. */
export const asleep = ["11:50", "13:20"] as const;

export interface Day {
  readonly entries: readonly Entry[];
  /** As they stood at the day's end, those of the file first. */
  readonly jobs: readonly JobInfo[];
  readonly left: readonly string[];
  /** By the key of a fire, why its guard stopped it. */
  readonly refused: ReadonlyMap<string, string>;
}

export async function playDay(): Promise<Day> {
  const clock = createTestClock(midnight - 1, { patience: 1000 });
  const world = await createWorld(midnight);
  const scheduler = createScheduler({ clock });
  const entries = keepLedger(scheduler);
  let reminded = 0;
  const remind = (time: string): unknown =>
    scheduleReminder(scheduler, { user: "ada", at: at(time) }, () => {
      reminded++;
    });

  const tasks = createTasks(world.services);
  const refused = new Map<string, string>();
  /** A guard whose refusal is noted with the fire, so that the day can tell which of two said no. */
  const noting =
    (guard: (limit: number, run: Run) => boolean | Promise<boolean>, wanted: boolean, says: string): typeof guard =>
    async (limit, run) => {
      const holds = await guard(limit, run);
      if (holds !== wanted) refused.set(run.key, says);
      return holds;
    };

  register(scheduler, {
    ...tasks,
    cpuBelow: noting(tasks.cpuBelow, true, "the machine was busy"),
    backedUpWithin: noting(tasks.backedUpWithin, false, "the last backup was less than six hours old"),
    longRunningTask: ({ scheduledAt, signal }: Run) => clock.wait(lengthAt(hour(scheduledAt)) * minute, signal),
  });
  await scheduler.start();

  const story: readonly (readonly [time: string, happens: () => unknown])[] = [
    ["7:45", () => (world.refusals = 2)],
    ["7:59", () => (world.api = "refuses")],
    ["8:30", () => (world.api = "well")],
    ["9:05", () => upload("orders-1.json", "orders-2.json", "orders-3.json")],
    ["10:15", () => remind("15:00")],
    ["10:16", () => remind("15:00")],
    [asleep[0], () => clock.sleep(at(asleep[1]) - at(asleep[0]))],
    ["14:02", () => upload("returns.json", "scan.pdf")],
    ["15:55", () => (world.api = "hangs")],
    ["16:30", () => (world.api = "well")],
    ["19:30", () => (world.load = 95)],
    ["21:00", () => (world.load = 20)],
  ];
  const upload = (...names: readonly string[]): void => {
    for (const name of names) world.upload(name, name.endsWith(".json") ? '{"items":2}' : "%PDF-1.7");
  };
  for (const [time, happens] of story) {
    await clock.advanceTo(at(time));
    happens();
  }
  await clock.advanceTo(at("24:00") - 1);

  const left = [...world.left(), `reminders       asked for twice, sent ${reminded} time${reminded === 1 ? "" : "s"}`];
  const jobs = scheduler.jobs();
  const seen = [...entries];
  await scheduler.stop({ drain: 0 });
  world.close();
  return { entries: seen, jobs, left, refused };
}

/** How many minutes the long job takes that starts in this hour: in the morning there is more to do. */
function lengthAt(hours: number): number {
  return hours >= 9 && hours < 11 ? 50 : 20;
}
