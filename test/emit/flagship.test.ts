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
};

export function register(scheduler: Scheduler, tasks: Tasks): Jobs<JobId> {
  return scheduler.add(schedule, tasks);
}
`;
