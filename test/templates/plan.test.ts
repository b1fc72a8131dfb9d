/** A template from its text to its runs, through the plan: what `schedc run` does without writing a module. */
import { expect, test } from "vitest";
import { planSchedule } from "../../src/cli/plan-schedule.ts";
import { analyzed } from "../../src/compiler/compile.ts";
import type { TemplateHandle } from "../../src/runtime/model/index.ts";
import { createRig } from "../scheduler/kit/rig.ts";
import { at, HOUR } from "../scheduler/kit/triggers.ts";

const text = `import { tide } from "./sea"

template visit(key: string, due: instant, wait: duration = 1h30m, day?: date, notes: string[] = ["a", "b"]) {
  once at due
  custom tide("{key}", due)
  run meet.at(key, {due: due, wait: [wait]}, day, "{key}: {notes} on {due}", @attempt)
  id "visit:{key}"
  name "A visit of {key}"
  when open(key)
  on success run tell("{key} came")
}
`;

test("arguments, guards, hooks and custom triggers get the values", async () => {
  const { built, diagnostics } = await analyzed({ files: { "a.sched": text } }, { tasks: false });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [file] = built.files;
  if (!file) throw new Error("no file");
  const calls: unknown[][] = [];
  const note =
    (name: string, answer?: unknown) =>
    (...args: unknown[]): unknown => {
      calls.push([name, ...args.filter((one) => typeof one !== "object" || one === null || !("signal" in one))]);
      return answer;
    };
  const tideAt = new Date("2026-03-01T10:00:00Z");
  const tide = (key: string, due: Date, after: Date): Date | null => {
    expect([key, due]).toEqual(["ann", new Date("2026-03-01T09:00:00Z")]);
    return after < tideAt ? tideAt : null;
  };
  const modules = new Map([["./sea", { tide }]]);
  const tasks = { meet: { at: note("meet") }, open: note("open", true), tell: note("tell") };
  const schedule = planSchedule(built.plan, file.side, { modules, tasks }, "run");
  const { scheduler, clock } = createRig("2026-03-01T08:00:00Z");
  const jobs = scheduler.add(schedule) as unknown as Record<"visit", TemplateHandle<object, object, never>>;
  await scheduler.start();
  jobs.visit.schedule({ key: "ann", due: "2026-03-01T09:00Z" });
  expect(scheduler.jobs()).toMatchObject([
    { id: "visit:ann", name: "A visit of ann", next: at("2026-03-01T09:00:00Z") },
  ]);
  await clock.advance(3 * HOUR);
  const met = [
    "meet",
    "ann",
    { due: new Date("2026-03-01T09:00:00Z"), wait: [5_400_000] },
    undefined,
    "ann: a,b on 2026-03-01T09:00:00Z",
    1,
  ];
  const each = [["open", "ann"], met, ["tell", "ann came"]];
  expect(calls).toEqual([...each, ...each]);
  expect(jobs.visit.list()).toEqual([]);
  await scheduler.stop();
});

test("a schedule that is played asks for no task of a template", async () => {
  const { built } = await analyzed({ files: { "a.sched": text } }, { tasks: false });
  const [file] = built.files;
  if (!file) throw new Error("no file");
  const schedule = planSchedule(built.plan, file.side, { modules: new Map(), tasks: {} }, "played");
  expect(schedule.templates).toBeUndefined();
});

test.each([
  ["once at due in Europe/Berlin", "2026-07-01T07:00:00Z"],
  ["once at due", "2026-07-01T00:00:00Z"],
  ["once at due in place", "2026-07-01T13:00:00Z"],
  ["once at due in Europe/Berlin\n  once 1 hour after due in Europe/Berlin", "2026-07-01T07:00:00Z"],
  ["once at due in Europe/Berlin\n  once 1 hour after due in America/New_York", "2026-07-01T00:00:00Z"],
])("an instant without an offset is read on the clock of %s", async (body, wanted) => {
  const source = `template visit(due: instant, place: zone) {\n  ${body}\n  run meet(due, place)\n  timezone Asia/Tokyo\n  id "{due}"\n}\n`;
  const { built } = await analyzed({ files: { "a.sched": source } }, { tasks: false });
  const [file] = built.files;
  if (!file) throw new Error("no file");
  const tasks = { meet: () => undefined };
  const schedule = planSchedule(built.plan, file.side, { modules: new Map(), tasks }, "run");
  const { scheduler } = createRig("2026-03-01T08:00:00Z");
  const jobs = scheduler.add(schedule) as unknown as Record<"visit", TemplateHandle<object, object, never>>;
  await scheduler.start();
  const visit = jobs.visit.schedule({ due: "2026-07-01T09:00", place: "America/New_York" });
  expect(visit.next()).toBe(at(wanted));
  await scheduler.stop();
});
