/** What an app's editor knows: ids, handles, events. The assertions are made by the type check of the tests. */
import { type AnyEvent, createScheduler, type JobHandle, type Jobs, type Reason, type Schedule } from "schedc/runtime";
import { expect, expectTypeOf, test } from "vitest";
import { every, MINUTE } from "./kit/triggers.ts";

interface Tasks {
  sync(): unknown;
}

const schedule: Schedule<"sync" | "night.backup", Tasks> = {
  version: 1,
  source: "orders.sched",
  tasks: ["sync"],
  jobs: {
    sync: { trigger: every(MINUTE), run: (_run, tasks) => tasks.sync() },
    "night.backup": { trigger: every(MINUTE), run: () => {} },
  },
};

test("add hands out the jobs of the module, each under its id", () => {
  const jobs = createScheduler().add(schedule, { sync: () => 1 });
  expectTypeOf(jobs).toEqualTypeOf<Jobs<"sync" | "night.backup">>();
  expectTypeOf(jobs["night.backup"]).toEqualTypeOf<JobHandle<"night.backup">>();
  expectTypeOf(jobs.sync.id).toEqualTypeOf<"sync">();
  // @ts-expect-error: the module has no such job
  expect(jobs.backup).toBeUndefined();
  // @ts-expect-error: the module needs sync
  expect(() => createScheduler().add(schedule, {})).toThrow("sync");
});

test("an event of any kind is told apart by its name", () => {
  const tell = (event: AnyEvent): unknown => {
    switch (event.name) {
      case "run.succeeded":
        expectTypeOf(event.endedAt).toEqualTypeOf<number>();
        return event.result;
      case "fire.merged":
        expectTypeOf(event.into).toEqualTypeOf<string>();
        return event.reason;
      case "fire.missed":
        expectTypeOf(event.reason).toEqualTypeOf<Reason>();
        expectTypeOf(event.through).toEqualTypeOf<number | undefined>();
        return event.scheduledAt;
      default:
        return undefined;
    }
  };
  const scheduler = createScheduler();
  scheduler.on("*", tell);
  scheduler.on("run.retrying", ({ retryAt }) => expectTypeOf(retryAt).toEqualTypeOf<number>());
  // @ts-expect-error: there is no such event
  scheduler.on("run.begun", () => {});
  expect(tell({ name: "job.added", job: "x" })).toBeUndefined();
});

test("a job of code needs an id, a trigger and what to run", () => {
  const scheduler = createScheduler();
  expectTypeOf(scheduler.schedule({ id: "x", trigger: every(MINUTE), run: () => {} })).toEqualTypeOf<JobHandle>();
  // @ts-expect-error: no trigger
  expect(() => scheduler.schedule({ id: "y", run: () => {} })).toThrow("y has no trigger");
  // @ts-expect-error: no such trigger
  expect(() => scheduler.schedule({ id: "y", run: () => {}, trigger: { kind: "cron" } })).toThrow("y has no trigger");
  // @ts-expect-error: no such overlap
  expect(() => scheduler.schedule({ id: "z", trigger: every(1), run: () => {}, policy: { overlap: "que" } })).toThrow(
    "que",
  );
});
