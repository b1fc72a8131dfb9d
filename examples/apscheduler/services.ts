/** What the tasks of jobs.sched work with: made once by the app, and by each test as it needs it. */
import type { DatabaseSync } from "node:sqlite";
import type { Api } from "./tasks/sync.ts";
import type { Uploads } from "./tasks/uploads.ts";

export interface Services {
  readonly database: DatabaseSync;
  readonly uploads: Uploads;
  readonly api: Api;
  /** Where backups go. */
  readonly backups: string;
  /** How busy the machine is, in percent. */
  cpuLoad(): Promise<number>;
  /** Sends the mails of the day; throws when the mail server refuses. */
  sendMails(signal: AbortSignal): Promise<void>;
  log(line: string): void;
}
