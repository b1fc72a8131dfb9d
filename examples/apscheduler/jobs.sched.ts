// Made by schedc from jobs.sched; change that file and run `schedc build`. sha256:39c132f143d81fd5044c51a79dde932338c7f3a5db6c2b709c6550ce926a4b4a
import type { Jobs, Run, Schedule, Scheduler } from "schedc/runtime";

export type JobId =
  | "daily_report"
  | "daily_cleanup"
  | "weekly_report"
  | "weekend_maintenance"
  | "health_check"
  | "business_sync"
  | "business_task"
  | "frequent_business"
  | "long_task"
  | "batch_process"
  | "morning_emails"
  | "lunch_task"
  | "process_uploads"
  | "db_cleanup"
  | "external_sync"
  | "smart_backup";

/** The tasks that jobs.sched names and does not import: the app gives them. */
export interface Tasks {
  readonly cpuBelow: (a: number, run: Run) => boolean | Promise<boolean>;
  readonly backedUpWithin: (a: number, run: Run) => boolean | Promise<boolean>;
  sendDailyReport(run: Run): unknown;
  cleanupTempFiles(run: Run): unknown;
  generateWeeklyReport(run: Run): unknown;
  weekendMaintenance(run: Run): unknown;
  checkHealth(run: Run): unknown;
  syncBusiness(run: Run): unknown;
  businessTask(run: Run): unknown;
  frequentBusinessTask(run: Run): unknown;
  longRunningTask(run: Run): unknown;
  processBatch(run: Run): unknown;
  sendEmails(run: Run): unknown;
  timeSensitiveTask(run: Run): unknown;
  processUploads(run: Run): unknown;
  cleanupOldRecords(run: Run): unknown;
  syncExternalData(run: Run): unknown;
  backUp(run: Run): unknown;
}

export const schedule: Schedule<JobId, Tasks> = {
  version: 1,
  source: "jobs.sched",
  tasks: [
    "sendDailyReport",
    "cleanupTempFiles",
    "generateWeeklyReport",
    "weekendMaintenance",
    "checkHealth",
    "syncBusiness",
    "businessTask",
    "frequentBusinessTask",
    "longRunningTask",
    "processBatch",
    "sendEmails",
    "timeSensitiveTask",
    "processUploads",
    "cleanupOldRecords",
    "syncExternalData",
    "backUp",
    "cpuBelow",
    "backedUpWithin",
  ],
  jobs: {
    daily_report: {
      name: "Send Daily Report",
      says: "every day at 6:30",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["06:30"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.sendDailyReport(run),
    },
    daily_cleanup: {
      name: "Daily Cleanup",
      says: "every day at midnight",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["00:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.cleanupTempFiles(run),
    },
    weekly_report: {
      name: "Weekly Report Generation",
      says: "every monday at 9:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1] }],
        times: { at: ["09:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.generateWeeklyReport(run),
    },
    weekend_maintenance: {
      name: "Weekend System Maintenance",
      says: "every saturday at 2:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [6] }],
        times: { at: ["02:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.weekendMaintenance(run),
    },
    health_check: {
      name: "System Health Check",
      says: "every 15 minutes",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 900_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.checkHealth(run),
    },
    /** Counts from nine o'clock of its one day, five fires in all. */
    business_sync: {
      name: "Business Hours Sync",
      says: "every 2 hours from 2024-01-01T09:00 until 2024-01-01T17:00",
      trigger: {
        kind: "elapsed",
        zone: "Europe/Berlin",
        every: 7_200_000,
        anchor: "2024-01-01T09:00:00",
        days: [{}],
        from: "2024-01-01T09:00:00",
        until: "2024-01-01T17:00:00",
      },
      run: (run, tasks) => tasks.syncBusiness(run),
    },
    /** Half past every working hour: 9:30 to 17:30. */
    business_task: {
      name: "Business Hours Task",
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
    frequent_business: {
      name: "Frequent Business Task",
      says: "every 30 minutes on weekdays 9-17",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1, 2, 3, 4, 5] }],
        times: { every: 1_800_000, ranges: [["09:00", "17:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.frequentBusinessTask(run),
    },
    /** Often takes longer than its half hour: a fire that finds it at work is skipped, and the skip is an event. */
    long_task: {
      name: "Long Running Task",
      says: "every 30 minutes",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 1_800_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.longRunningTask(run),
    },
    /** Hours that were slept through become one run. */
    batch_process: {
      name: "Batch Processing",
      says: "every hour",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 3_600_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      policy: { grace: 10_800_000 },
      run: (run, tasks) => tasks.processBatch(run),
    },
    /** Three attempts in all, a minute apart. */
    morning_emails: {
      name: "Morning Email Campaign",
      says: "every day at 8:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["08:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      policy: {
        retry: { times: 2, wait: 60_000, backoff: "fixed", jitter: false },
      },
      run: (run, tasks) => tasks.sendEmails(run),
    },
    /** Better not at all than more than five minutes late. */
    lunch_task: {
      name: "Lunchtime Task",
      says: "every day at noon",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["12:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      policy: { grace: 300_000 },
      run: (run, tasks) => tasks.timeSensitiveTask(run),
    },
    process_uploads: {
      name: "File Processing",
      says: "every 10 minutes",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 600_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.processUploads(run),
    },
    db_cleanup: {
      name: "Database Cleanup",
      says: "every day at 3:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["03:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.cleanupOldRecords(run),
    },
    external_sync: {
      name: "External Data Sync",
      says: "every 4 hours",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 14_400_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      policy: { timeout: 30_000 },
      run: (run, tasks) => tasks.syncExternalData(run),
    },
    /** Only where the last backup is old enough and the machine has time for one. */
    smart_backup: {
      name: "Smart Conditional Backup",
      says: "every 2 hours",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { every: 7_200_000, ranges: [["00:00", "23:59:59"]] },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run, tasks) => tasks.backUp(run),
      when: (run, tasks) => tasks.cpuBelow(80, run),
      unless: (run, tasks) => tasks.backedUpWithin(6, run),
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
