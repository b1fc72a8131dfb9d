/** The tasks that jobs.sched names. Its module says which there must be, and with which arguments they are called. */
import type { Run } from "schedc/runtime";
import type { Tasks } from "./jobs.sched.ts";
import type { Services } from "./services.ts";
import { backedUpWithin, backUp } from "./tasks/backup.ts";
import { cleanupOldRecords } from "./tasks/records.ts";
import { syncExternalData } from "./tasks/sync.ts";
import { processUploads } from "./tasks/uploads.ts";

export function createTasks(services: Services): Tasks {
  const { database, uploads, api, log } = services;
  const backups = { folder: services.backups, database };
  /** For the jobs whose work is a matter of the app: the run is noted. */
  const note = ({ key }: Run): void => log(`ran ${key}`);

  return {
    sendDailyReport: note,
    cleanupTempFiles: note,
    generateWeeklyReport: note,
    weekendMaintenance: note,
    checkHealth: note,
    syncBusiness: note,
    businessTask: note,
    frequentBusinessTask: note,
    longRunningTask: note,
    processBatch: note,
    timeSensitiveTask: note,
    sendEmails: ({ signal }) => services.sendMails(signal),
    processUploads: ({ signal }) => processUploads(uploads, signal),
    cleanupOldRecords: ({ scheduledAt }) => cleanupOldRecords(database, scheduledAt),
    syncExternalData: ({ signal }) => syncExternalData(api, signal),
    backUp: ({ scheduledAt }) => backUp(backups, scheduledAt),
    backedUpWithin: (hours, { scheduledAt }) => backedUpWithin(hours, backups, scheduledAt),
    cpuBelow: async (percent) => (await services.cpuLoad()) < percent,
  };
}
