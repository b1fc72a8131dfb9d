/** Jobs that an app makes from templates: made, run, listed, taken out, let go, brought back. */
import type { Store } from "schedc/runtime";
import { expect, test } from "vitest";
import { createRig, type Rig } from "../scheduler/kit/rig.ts";
import { at, HOUR } from "../scheduler/kit/triggers.ts";
import { reminders, type Tasks } from "./kit.ts";

const start = "2026-03-01T08:00:00Z";
const due = "2026-03-01T09:00:00Z";

function recorder(): Tasks & { readonly sent: unknown[][] } {
  const sent: unknown[][] = [];
  return { sent, send: (...given) => void sent.push(given) };
}

function rigOf(policy: "replace" | "keep" | "fail" = "replace", store?: Store, from = start) {
  const rig: Rig = createRig(from, store && { store });
  const tasks = recorder();
  const jobs = rig.scheduler.add(reminders(policy), tasks);
  return { ...rig, tasks, jobs };
}

test("a job is made, runs with typed values at its instant, and leaves", async () => {
  const { scheduler, clock, jobs, tasks, lines } = rigOf();
  await scheduler.start();
  const job = jobs.reminder.schedule({ userId: "ann", due });
  expect(job.id).toBe("r:ann");
  expect(job.next()).toBe(at(due));
  expect(jobs.reminder.list()).toEqual([
    { id: "r:ann", values: { userId: "ann", due: new Date(due), channel: "mail" }, next: at(due) },
  ]);
  expect(scheduler.jobs()).toMatchObject([
    { id: "r:ann", name: "Reminder for ann", policy: { tags: ["reminder", "mail"] } },
  ]);
  await clock.advance(2 * HOUR);
  expect(tasks.sent).toEqual([["ann", new Date(due), "by mail"]]);
  expect(jobs.reminder.list()).toEqual([]);
  expect(scheduler.jobs()).toEqual([]);
  expect(lines()).toEqual([
    "08:00:00 job.added r:ann",
    "09:00:00 run.started r:ann@09:00:00",
    "09:00:00 run.succeeded r:ann@09:00:00",
    "09:00:00 job.removed r:ann",
  ]);
  await scheduler.stop();
});
