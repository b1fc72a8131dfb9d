/** A job of a generated module, from `add` to the events of its runs. */
import { expect, test } from "vitest";
import type { Schedule } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";
import { at, everyDayAt } from "./kit/triggers.ts";

interface Tasks {
  report(key: string): unknown;
}

const schedule: Schedule<"daily", Tasks> = {
  version: 1,
  source: "orders.sched",
  jobs: { daily: { trigger: everyDayAt("09:30"), run: (run, tasks) => tasks.report(run.key) } },
};

test("a calendar job fires at its time and is told of", async () => {
  const rig = createRig("2024-01-01T09:00:00Z");
  const keys: string[] = [];
  const jobs = rig.scheduler.add(schedule, { report: async (key) => keys.push(key) });
  await rig.scheduler.start();
  expect(jobs.daily.next()).toBe(at("2024-01-01T09:30:00Z"));

  await rig.clock.advanceTo("2024-01-01T09:29:59.999Z");
  expect(keys).toEqual([]);
  await rig.clock.advanceTo("2024-01-02T10:00:00Z");

  expect(keys).toEqual(["daily@2024-01-01T09:30:00Z", "daily@2024-01-02T09:30:00Z"]);
  expect(rig.lines()).toEqual([
    "09:00:00 job.added daily",
    "09:30:00 run.started daily@09:30:00",
    "09:30:00 run.succeeded daily@09:30:00",
    "09:30:00 run.started daily@09:30:00",
    "09:30:00 run.succeeded daily@09:30:00",
  ]);
  await rig.scheduler.stop();
});
