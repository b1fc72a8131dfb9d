/** Jobs of templates live on in what a store keeps: brought back by their values, under the text that the template has now. */
import { type Change, createMemoryStore, type Store, type Trigger } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { createRig } from "../scheduler/kit/rig.ts";
import { at, HOUR } from "../scheduler/kit/triggers.ts";
import { freshFile } from "../store/kit/place.ts";
import { recorder, reminders, rigOf } from "./kit.ts";

const due = "2026-03-01T09:00:00Z";
const later = "2026-03-01T08:30:00Z";

/** Each gives a way to open the same store again. */
const stores: readonly [name: string, place: () => () => Store][] = [
  [
    "one memory store",
    () => {
      const store = createMemoryStore();
      return () => store;
    },
  ],
  [
    "a database",
    () => {
      const file = freshFile();
      return () => createSqliteStore({ file });
    },
  ],
];

/** A scheduler that makes two jobs and stops. */
async function first(store: Store): Promise<void> {
  const { scheduler, reminder } = rigOf({ store });
  await scheduler.start();
  reminder.schedule({ userId: "ann", due, channel: "sms" });
  reminder.schedule({ userId: "bob", due: "2026-03-02T09:00:00Z" });
  await scheduler.stop();
}

describe.each(stores)("on %s", (_name, place) => {
  test("a new scheduler goes on with the same values", async () => {
    const open = place();
    await first(open());
    const { scheduler, clock, reminder, tasks } = rigOf({ store: open(), from: later });
    expect(reminder.list()).toEqual([]);
    await scheduler.start();
    expect(reminder.list()).toEqual([
      { id: "r:ann", values: { userId: "ann", due: new Date(due), channel: "sms" }, next: at(due) },
      {
        id: "r:bob",
        values: { userId: "bob", due: new Date("2026-03-02T09:00:00Z"), channel: "mail" },
        next: at("2026-03-02T09:00:00Z"),
      },
    ]);
    await clock.advance(HOUR);
    expect(tasks.sent).toEqual([["ann", new Date(due), "by sms"]]);
    expect(reminder.cancel({ userId: "bob" })).toBe(true);
    await scheduler.stop();
    const third = rigOf({ store: open(), from: "2026-03-01T10:00:00Z" });
    await third.scheduler.start();
    expect(third.reminder.list()).toEqual([]);
    await third.scheduler.stop();
  });

  test("a module that comes after the start finds its jobs", async () => {
    const open = place();
    await first(open());
    const rig = createRig(later, { store: open() });
    await rig.scheduler.start();
    expect(rig.lines("job.removed")).toEqual(["08:30:00 job.removed r:ann", "08:30:00 job.removed r:bob"]);
    const { reminder } = rig.scheduler.add(reminders("replace"), recorder());
    expect(reminder.list().map(({ id, next }) => [id, next])).toEqual([
      ["r:ann", at(due)],
      ["r:bob", at("2026-03-02T09:00:00Z")],
    ]);
    await rig.scheduler.stop();
  });

  test("a template with another trigger retimes its jobs", async () => {
    const open = place();
    await first(open());
    const halfBefore: Trigger = { kind: "instants", zone: "UTC", at: [{ at: "{due}", plus: -900_000 }] };
    const { scheduler, reminder, lines } = rigOf({ store: open(), from: later, trigger: halfBefore });
    await scheduler.start();
    expect(reminder.list()[0]?.next).toBe(at("2026-03-01T08:45:00Z"));
    expect(lines("job.retimed")).toEqual(["08:30:00 job.retimed r:ann", "08:30:00 job.retimed r:bob"]);
    await scheduler.stop();
  });

  test("of instants that were fired already, a template with another trigger fires none again", async () => {
    const open = place();
    const both = (before: number): Trigger => ({
      kind: "instants",
      zone: "UTC",
      at: ["{due}", { at: "{due}", plus: before }],
    });
    const one = rigOf({ store: open(), trigger: both(HOUR) });
    await one.scheduler.start();
    one.reminder.schedule({ userId: "ann", due });
    await one.clock.advance(HOUR);
    expect(one.tasks.sent).toHaveLength(1);
    await one.scheduler.stop();
    // Half a minute later, which is within the grace of the one that ran.
    const two = rigOf({ store: open(), from: "2026-03-01T09:00:30Z", trigger: both(2 * HOUR) });
    await two.scheduler.start();
    await two.clock.advance(HOUR);
    expect(two.tasks.sent).toEqual([]);
    expect(two.lines("fire.missed")).toEqual([]);
    await two.clock.advance(HOUR);
    expect(two.lines("run.started")).toEqual(["11:00:00 run.started r:ann@11:00:00"]);
    await two.scheduler.stop();
  });

  test("an app that makes all its jobs at each start has each instant run once", async () => {
    const open = place();
    const one = rigOf({ store: open(), from: later });
    await one.scheduler.start();
    one.reminder.schedule({ userId: "ann", due });
    await one.clock.advance(HOUR / 2);
    expect(one.tasks.sent).toHaveLength(1);
    await one.scheduler.stop();
    for (const beforeStart of [true, false]) {
      const again = rigOf({ store: open(), from: "2026-03-01T09:00:30Z" });
      if (beforeStart) again.reminder.schedule({ userId: "ann", due });
      await again.scheduler.start();
      if (!beforeStart) again.reminder.schedule({ userId: "ann", due });
      again.reminder.schedule({ userId: "bob", due: "2026-03-01T09:00:10Z" });
      await again.clock.advance(HOUR);
      expect(again.lines("run.started").map((line) => line.slice(9))).toEqual(
        beforeStart ? ["run.started r:bob@09:00:10"] : [],
      );
      expect(again.lines("fire.missed")).toEqual([]);
      expect(again.reminder.list()).toEqual([]);
      await again.scheduler.stop();
    }
  });

  test("a template with another id renames them", async () => {
    const open = place();
    await first(open());
    const rig = createRig(later, { store: open() });
    const module = reminders("replace");
    const spec = module.templates?.reminder;
    if (!spec) throw new Error("no template");
    const changed: typeof module = { ...module, templates: { reminder: { ...spec, id: "reminder/{userId}" } } };
    const { reminder } = rig.scheduler.add(changed, recorder());
    await rig.scheduler.start();
    expect(reminder.list().map(({ id }) => id)).toEqual(["reminder/ann", "reminder/bob"]);
    expect(rig.events("job.renamed")).toEqual([
      { job: "reminder/ann", from: "r:ann" },
      { job: "reminder/bob", from: "r:bob" },
    ]);
    await rig.scheduler.stop();
  });

  test("values that make no job of the template any more are told of", async () => {
    const open = place();
    await first(open());
    const rig = createRig(later, { store: open() });
    const module = reminders("replace");
    const spec = module.templates?.reminder;
    if (!spec) throw new Error("no template");
    const params = { ...spec.params, order: { types: ["number" as const] } };
    const changed: typeof module = { ...module, templates: { reminder: { ...spec, params } } };
    const { reminder } = rig.scheduler.add(changed, recorder());
    await rig.scheduler.start();
    expect(reminder.list()).toEqual([]);
    expect(rig.events("handler.failed").map(({ job, error }) => [job, String(error)])).toEqual([
      ["r:ann", "SchedcError: The template reminder needs order, a number."],
      ["r:bob", "SchedcError: The template reminder needs order, a number."],
    ]);
    expect(rig.lines("job.removed")).toEqual(["08:30:00 job.removed r:ann", "08:30:00 job.removed r:bob"]);
    await rig.scheduler.stop();
  });

  test("what was due meanwhile starts or is missed by its grace", async () => {
    const open = place();
    await first(open());
    const soon = rigOf({ store: open(), from: "2026-03-01T09:00:59Z" });
    await soon.scheduler.start();
    expect(soon.lines("run.started")).toEqual(["09:00:59 run.started r:ann@09:00:00"]);
    await soon.scheduler.stop();
    const late = rigOf({ store: open(), from: "2026-03-02T09:02:00Z" });
    await late.scheduler.start();
    expect(late.lines("fire.missed", "job.removed")).toEqual([
      "09:02:00 fire.missed r:bob@09:00:00 outage",
      "09:02:00 job.removed r:bob",
    ]);
    await late.scheduler.stop();
  });

  test.each([
    ["replace", "2026-03-01T11:00:00Z"],
    ["keep", due],
    ["fail", due],
  ] as const)("a call before the start meets the stored job by `on duplicate %s`", async (policy, next) => {
    const open = place();
    await first(open());
    const { scheduler, reminder } = rigOf({ store: open(), from: later, policy });
    reminder.schedule({ userId: "ann", due: "2026-03-01T11:00:00Z" });
    await scheduler.start();
    expect(reminder.list().find(({ id }) => id === "r:ann")?.next).toBe(at(next));
    await scheduler.stop();
  });
});

test("is written down whole before the call returns", async () => {
  const memory = createMemoryStore();
  const commits: (readonly Change[])[] = [];
  const store: Store = {
    ...memory,
    commit(changes) {
      commits.push(changes);
      return memory.commit(changes);
    },
  };
  const { scheduler, reminder } = rigOf({ store });
  await scheduler.start();
  commits.splice(0);
  reminder.schedule({ userId: "ann", due });
  const [first = []] = commits;
  expect(first.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["define", "schedule"]));
  expect(first.find(({ kind }) => kind === "define")).toMatchObject({
    record: {
      job: "r:ann",
      template: { name: "reminder", values: { userId: "ann", due: "2026-03-01T09:00:00Z", channel: "mail" } },
    },
  });
  await scheduler.stop();
});

test("a scheduler that stops and starts again keeps its jobs", async () => {
  const { scheduler, clock, reminder, tasks } = rigOf();
  await scheduler.start();
  reminder.schedule({ userId: "ann", due });
  await scheduler.stop();
  expect(reminder.list().length).toBe(1);
  await scheduler.start();
  await clock.advance(HOUR);
  expect(tasks.sent.length).toBe(1);
  await scheduler.stop();
});
