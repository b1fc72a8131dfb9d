import { createScheduler, type Schedule } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { expect, test, vi } from "vitest";

type Id = "a" | "b" | "constructor";

const everyMinute = {
  kind: "elapsed",
  zone: "UTC",
  every: 60_000,
  anchor: "2026-01-01T00:00:00Z",
  days: [{}],
} as const;

const schedule: Schedule<Id, unknown> = {
  version: 1,
  source: "a.sched",
  jobs: {
    a: { trigger: everyMinute, run: () => "of a" },
    b: {
      trigger: everyMinute,
      run: () => {
        throw new Error("run.failed b@");
      },
    },
    constructor: { trigger: everyMinute, run: () => "of constructor" },
  },
};

async function started() {
  const clock = createTestClock("2026-01-01T00:00:30Z");
  const scheduler = createScheduler({ clock });
  const jobs = scheduler.add(schedule);
  scheduler.schedule({ id: "other", trigger: everyMinute, run: () => "of other" });
  await scheduler.start();
  return { clock, scheduler, jobs };
}

test("a handle hears of its own job alone, until it is told to stop", async () => {
  const { clock, scheduler, jobs } = await started();
  const heard: string[] = [];
  const end = jobs.a.on("run.succeeded", ({ job, result }) => void heard.push(`${job} ${result}`));
  jobs.constructor.on("*", (event) => void heard.push(`${event.job} ${event.name}`));
  await clock.advance(60_000);
  expect(heard.sort()).toEqual(["a of a", "constructor run.started", "constructor run.succeeded"]);
  end();
  await clock.advance(60_000);
  expect(heard.filter((one) => one.startsWith("a "))).toEqual(["a of a"]);
  await scheduler.stop();
});

test("with `of` a listener hears of those jobs, and of nothing that is about none", async () => {
  const { clock, scheduler, jobs } = await started();
  const heard = new Set<string>();
  scheduler.on("*", ({ job }) => void heard.add(job), { of: jobs });
  scheduler.on("run.succeeded", ({ job }) => void heard.add(`only ${job}`), { of: { other: true } });
  await clock.advance(60_000);
  await scheduler.stop();
  expect([...heard].sort()).toEqual(["a", "b", "constructor", "only other"]);
});

test("a failure that only other jobs' listeners could have heard reaches the console", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const { clock, scheduler, jobs } = await started();
  jobs.a.on("run.failed", () => {});
  await clock.advance(60_000);
  expect(error.mock.calls.join()).toContain("run.failed b@");
  error.mockClear();
  jobs.b.on("run.failed", () => {});
  await clock.advance(60_000);
  expect(error).not.toHaveBeenCalled();
  await scheduler.stop();
  error.mockRestore();
});

test("what the tasks of a module are called reaches register, with dots", () => {
  const tasks = { send: { mail: () => {} }, plain: () => {} };
  const needing = (names: readonly string[]) => () =>
    createScheduler().add({ ...schedule, tasks: names } as unknown as Schedule<Id, object>, tasks);
  expect(needing(["plain", "send.mail"])).not.toThrow();
  expect(needing(["plain", "send.sms", "gone.deep.down"])).toThrow(/send\.sms, gone\.deep\.down/);
  expect(needing(["send"])).toThrow(/not given: send\./);
});
