import { expect, test } from "vitest";
import { emitModule } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { planOf } from "./plans.ts";

test("the flagship's module is the text that was wanted", async () => {
  const { plan, side } = planOf(
    "orders.sched",
    [
      { id: "businessTask", doc: "Half past every working hour." },
      { id: "reports.weekly", task: "sendReport", args: ["weekly"], policy: { grace: 300_000 } },
    ],
    [{ from: "./tasks.ts", names: ["sendReport"] }],
  );
  const text = await emitModule(plan, side, { host: createMemoryHost({}) });
  expect(text.replace(/sha256:[0-9a-f]{64}$/m, "sha256:…")).toBe(wanted);
});

const wanted = `// Made by schedc from orders.sched; change that file and run \`schedc build\`. sha256:…
import type { Jobs, Run, Schedule, Scheduler } from "schedc/runtime";
import { sendReport } from "./tasks.ts";

export type JobId = "businessTask" | "reports.weekly";

/** The tasks that orders.sched names and does not import: the app gives them. */
export interface Tasks {
  businessTask(run: Run): unknown;
}

export const schedule: Schedule<JobId, Tasks> = {
  version: 1,
  source: "orders.sched",
  tasks: ["businessTask"],
  jobs: {
    /** Half past every working hour. */
    businessTask: {
      says: "every weekday 9-17 at :30",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1, 2, 3, 4, 5] }],
        times: {
          hours: [9, 10, 11, 12, 13, 14, 15, 16, 17],
          minutes: [30],
          seconds: [0],
        },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.businessTask(run),
    },
    "reports.weekly": {
      says: "every weekday 9-17 at :30",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1, 2, 3, 4, 5] }],
        times: {
          hours: [9, 10, 11, 12, 13, 14, 15, 16, 17],
          minutes: [30],
          seconds: [0],
        },
        dst: { gap: "skip", overlap: "both" },
      },
      policy: { grace: 300_000 },
      run: (run) => sendReport("weekly", run),
    },
  },
  zones: {
    tzdb: "2026c",
    rules: {
      "Europe/Berlin":
        "+1 1916 04-30T23+2 10-01T1+1 1917..1918 04-mon15T2+2 09-mon15T3+1 1940 04-01T2+2 1942 11-02T3+1 1943..1944 03-mon28T2+2 10-mon01T3+1 1945 04-02T2+2 05-24T2+3 09-24T3+2 11-18T3+1 1946 04-14T2+2 10-07T3+1 1947 04-06T3+2 05-11T3+3 06-29T3+2 10-05T3+1 1948 04-18T2+2 10-03T3+1 1949 04-10T2+2 10-02T3+1 1980 04-06T2+2 09-28T3+1 1981..1995 03-sun25T2+2 09-sun24T3+1 1996.. 03-sun25T2+2 10-sun25T3+1",
    },
  },
};

export function register(scheduler: Scheduler, tasks: Tasks): Jobs<JobId> {
  return scheduler.add(schedule, tasks);
}
`;
