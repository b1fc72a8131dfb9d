/** Whole schedules played on a virtual clock. */

import type { Schedule } from "schedc/runtime";
import { simulate } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { afterJob, at, DAY, every, everyDayAt, HOUR, MINUTE, startup } from "./kit/triggers.ts";

interface Tasks {
  work(id: string): unknown;
}
type Id = "hourly" | "follows" | "warm" | "night";

const schedule: Schedule<Id, Tasks> = {
  version: 1,
  source: "day.sched",
  jobs: {
    hourly: {
      trigger: every(HOUR),
      run: (run, tasks) => tasks.work(run.id),
      onSuccess: (_run, tasks) => tasks.work("hook"),
    },
    follows: { trigger: afterJob("hourly"), run: (run, tasks) => tasks.work(run.id) },
    warm: { trigger: startup, run: (run, tasks) => tasks.work(run.id) },
    night: {
      trigger: everyDayAt("00:00"),
      when: (_run, tasks) => Boolean(tasks.work("guard")),
      run: (run, tasks) => tasks.work(run.id),
    },
  },
};
const from = "2024-01-01T00:00:00Z";

describe("simulate", () => {
  test("calls no task, and gives every fire its fate", async () => {
    const fires = await simulate(schedule, { from, until: "2024-01-01T03:00:00Z", durations: { hourly: 90 * MINUTE } });
    const start = at(from);
    expect(
      fires.map(({ job, scheduledAt, outcome, reason, startedAt, endedAt }) => [
        job,
        (scheduledAt - start) / MINUTE,
        reason ?? outcome,
        startedAt && (startedAt - start) / MINUTE,
        endedAt && (endedAt - start) / MINUTE,
      ]),
    ).toEqual([
      ["hourly", 0, "succeeded", 0, 90],
      ["warm", 0, "succeeded", 0, 0],
      ["night", 0, "succeeded", 0, 0],
      ["hourly", 60, "overlap", undefined, undefined],
      ["follows", 90, "succeeded", 90, 90],
      ["hourly", 120, "succeeded", 120, 210],
    ]);
    expect(fires[0]).toEqual({
      job: "hourly",
      key: "hourly@2024-01-01T00:00:00Z",
      scheduledAt: start,
      zone: "UTC",
      outcome: "succeeded",
      startedAt: start,
      endedAt: start + 90 * MINUTE,
      attempts: 1,
    });
  });

  test("with tasks runs them, their guards and hooks", async () => {
    const calls: string[] = [];
    const fires = await simulate(schedule, {
      from,
      until: "2024-01-01T00:30:00Z",
      tasks: {
        work(id) {
          calls.push(id);
          if (id === "warm") throw new Error("cold");
        },
      },
    });
    expect(calls.sort()).toEqual(["follows", "guard", "hook", "hourly", "warm"]);
    expect(fires.map(({ job, outcome, reason }) => [job, reason ?? outcome])).toEqual([
      ["hourly", "succeeded"],
      ["follows", "succeeded"],
      ["warm", "failed"],
      ["night", "guard"],
    ]);
  });

  test("is the same every time", async () => {
    const policy = { jitter: 20 * MINUTE, spread: 10 * MINUTE };
    const jittered: Schedule<"job", undefined> = {
      version: 1,
      source: "x.sched",
      jobs: { job: { trigger: every(HOUR), policy, run: () => {} } },
    };
    const span = {
      from,
      until: "2024-01-02T00:00:00Z",
      durations: { job: (run: { scheduledAt: number }) => run.scheduledAt % 7_000 },
    };
    const fires = await simulate(jittered, span);
    expect(fires).toHaveLength(24);
    expect(await simulate(jittered, span)).toEqual(fires);
  });

  test("plays a day of a job of every minute, and leaves out the fire at its end", async () => {
    const minutely: Schedule<"job", undefined> = {
      version: 1,
      source: "x.sched",
      jobs: { job: { trigger: every(MINUTE), run: () => {} } },
    };
    const fires = await simulate(minutely, { from: at(from), until: at(from) + DAY });
    expect(fires).toHaveLength(1_440);
  });
});
