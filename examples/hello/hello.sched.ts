// Made by schedc from hello.sched; change that file and run `schedc build`. sha256:3c1c63b8f57f5e88202f18a450b81f03799057d02064bf381c33f6b27d40376c
import type { Jobs, Run, Schedule, Scheduler } from "schedc/runtime";
import { greet } from "./greet.ts";

export type JobId = "greet" | "businessTask";

/** The tasks that hello.sched names and does not import: the app gives them. */
export interface Tasks {
  businessTask(run: Run): unknown;
}

export const schedule: Schedule<JobId, Tasks> = {
  version: 1,
  source: "hello.sched",
  tasks: ["businessTask"],
  jobs: {
    /** Says hello every ten seconds, for as long as the program runs. */
    greet: {
      says: "every 10 seconds",
      trigger: {
        kind: "calendar",
        zone: "UTC",
        days: [{}],
        times: { every: 10_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run) => greet("world", run),
    },
    /** Half past every working hour. */
    businessTask: {
      says: "every weekday 9-17 at :30",
      trigger: {
        kind: "calendar",
        zone: "UTC",
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
  },
};

export function register(scheduler: Scheduler, tasks: Tasks): Jobs<JobId> {
  return scheduler.add(schedule, tasks);
}
