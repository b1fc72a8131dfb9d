/** Who holds jobs in the bench of load: each arms so many jobs of one fire a second, in the way its own guide shows; two can do a minute, too. */
import type { Schedule, ScheduledJob } from "../src/runtime/model/index.ts";

/** Called by each job whenever it fires. */
export type Fired = (job: number) => void;

/** With everything loaded and what is written down beforehand in memory: arms the jobs, which fire from then on. */
export type Arm = () => Promise<void> | void;

/** `period`: 1, or 60 for a fire a minute of each job, at the second of the minute that is its number's rest by 60. */
export type Contender = (count: number, fired: Fired, period: number) => Arm | Promise<Arm>;

const EVERY_SECOND = "* * * * * *";

/** What `schedc build` writes for so many jobs: an object for each, none shared. */
export function moduleOf(count: number, fired: Fired, period = 1): Schedule<string, undefined> {
  const sixty = (): number[] => Array.from({ length: 60 }, (_, index) => index);
  const jobs: Record<string, ScheduledJob<undefined>> = {};
  for (let job = 0; job < count; job++) {
    jobs[`job${job}`] = {
      says: "every second",
      trigger: {
        kind: "calendar",
        zone: "UTC",
        days: [{}],
        times:
          period === 1
            ? { every: 1000, ranges: [["00:00", "23:59:59"]] }
            : { hours: sixty().slice(0, 24), minutes: sixty(), seconds: [job % period] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: () => fired(job),
    };
  }
  return { version: 1, source: "load.sched", jobs };
}

/** Everything at which loading comes before the clock starts is imported here, never at the top: a process holds one alone. */
export const contenders: Readonly<Record<string, Contender>> = {
  async schedc(count, fired, period) {
    const { createScheduler } = await import("../src/runtime/index.ts");
    const schedule = moduleOf(count, fired, period);
    return async () => {
      const scheduler = createScheduler();
      scheduler.add(schedule);
      await scheduler.start();
    };
  },
  "bare setTimeout": (count, fired, period) => {
    const arm = (job: number): void => {
      const since = (Date.now() - (job % period) * 1000) % (period * 1000);
      setTimeout(
        () => {
          arm(job);
          fired(job);
        },
        period * 1000 - since,
      );
    };
    return () => {
      for (let job = 0; job < count; job++) arm(job);
    };
  },
  async "cron-schedule"(count, fired) {
    const { parseCronExpression } = await import("cron-schedule");
    const { TimerBasedCronScheduler } = await import("cron-schedule/schedulers/timer-based.js");
    return () => {
      for (let job = 0; job < count; job++) {
        TimerBasedCronScheduler.setInterval(parseCronExpression(EVERY_SECOND), () => fired(job));
      }
    };
  },
  async croner(count, fired) {
    const { Cron } = await import("croner");
    return () => {
      for (let job = 0; job < count; job++) new Cron(EVERY_SECOND, { timezone: "UTC" }, () => fired(job));
    };
  },
  async "toad-scheduler"(count, fired) {
    const { CronJob, Task, ToadScheduler } = await import("toad-scheduler");
    return () => {
      const scheduler = new ToadScheduler();
      for (let job = 0; job < count; job++) {
        const task = new Task(`job${job}`, () => fired(job));
        scheduler.addCronJob(new CronJob({ cronExpression: EVERY_SECOND, timezone: "UTC" }, task));
      }
    };
  },
  async "node-cron"(count, fired) {
    const cron = await import("node-cron");
    return () => {
      for (let job = 0; job < count; job++) cron.schedule(EVERY_SECOND, () => fired(job), { timezone: "UTC" });
    };
  },
  async cron(count, fired) {
    const { CronJob } = await import("cron");
    return () => {
      for (let job = 0; job < count; job++) new CronJob(EVERY_SECOND, () => fired(job), null, true, "UTC");
    };
  },
  async "node-schedule"(count, fired) {
    const { default: schedule } = await import("node-schedule");
    return () => {
      for (let job = 0; job < count; job++) schedule.scheduleJob(EVERY_SECOND, () => fired(job));
    };
  },
  async effect(count, fired) {
    const { Effect, Schedule: Times } = await import("effect");
    return () => {
      for (let job = 0; job < count; job++) {
        const times = Times.cron(EVERY_SECOND, "UTC");
        Effect.runFork(
          Effect.schedule(
            Effect.sync(() => fired(job)),
            times,
          ),
        );
      }
    };
  },
};
