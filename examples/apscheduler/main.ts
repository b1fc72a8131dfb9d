/** The service itself, on the machine's clock: `node main.ts`. Reads its settings from the environment. */
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createScheduler } from "schedc/runtime";
import { register } from "./jobs.sched.ts";
import { cpuLoad } from "./tasks/backup.ts";
import { createTasks } from "./tasks.ts";

const {
  DATA = "data",
  API_URL = "http://127.0.0.1:8080/data",
  API_TOKEN = "",
  MAIL_URL = "http://127.0.0.1:8025/send",
} = process.env;
const data = resolve(DATA);
const log = (line: string): void => console.log(new Date().toISOString(), line);

mkdirSync(data, { recursive: true });
const database = new DatabaseSync(join(data, "app.sqlite"));
database.exec("CREATE TABLE IF NOT EXISTS logs (line TEXT, created_at INTEGER)");
database.exec("CREATE TABLE IF NOT EXISTS records (body TEXT)");
const insertRecord = database.prepare("INSERT INTO records VALUES (?)");
const insertLog = database.prepare("INSERT INTO logs VALUES (?, ?)");

const scheduler = createScheduler();
register(
  scheduler,
  createTasks({
    database,
    log,
    cpuLoad,
    backups: join(data, "backups"),
    uploads: {
      pending: join(data, "uploads/pending"),
      errors: join(data, "uploads/errors"),
      log,
      process: async (path) => void insertLog.run(`${path}: ${(await readFile(path)).length} bytes`, Date.now()),
    },
    api: {
      url: API_URL,
      token: API_TOKEN,
      store: async (records) => {
        for (const record of records) insertRecord.run(JSON.stringify(record));
      },
    },
    sendMails: async (signal) => {
      const { ok, status } = await fetch(MAIL_URL, { method: "POST", signal });
      if (!ok) throw new Error(`The mail server answered ${status}.`);
    },
  }),
);

scheduler.on("run.failed", ({ job, error }) => log(`${job} failed: ${error}`));
scheduler.on("fire.skipped", ({ job, reason }) => log(`${job} skipped: ${reason}`));
scheduler.on("fire.missed", ({ job, reason }) => log(`${job} missed: ${reason}`));
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void scheduler.stop().then(() => database.close()));
await scheduler.start();
log(`${scheduler.jobs().length} jobs`);
