/** Backs the database up, and knows when that is not worth it. */
import { mkdir, stat, utimes, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export interface Backups {
  readonly folder: string;
  readonly database: DatabaseSync;
}

/** The file whose time of change tells when the last backup was made. */
const stamp = "last_backup.txt";

/** Writes a copy of the database that is whole whatever else is written meanwhile, and answers its path. */
export async function backUp({ folder, database }: Backups, now: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const time = new Date(now);
  const path = join(folder, `${time.toISOString().slice(0, 19).replaceAll(":", "")}Z.sqlite`);
  database.prepare("VACUUM INTO ?").run(path);
  await writeFile(join(folder, stamp), `${path}\n`);
  await utimes(join(folder, stamp), time, time);
  return path;
}

/** Whether the last backup is less than so many hours old at `now`. */
export async function backedUpWithin(hours: number, { folder }: Backups, now: number): Promise<boolean> {
  const last = await stat(join(folder, stamp)).catch(() => undefined);
  return last !== undefined && now - last.mtimeMs < hours * 60 * 60 * 1000;
}

/** How busy all processors were over `over` milliseconds, in percent. */
export async function cpuLoad(over = 1000): Promise<number> {
  const before = ticks();
  await sleep(over);
  const after = ticks();
  const all = after.all - before.all;
  return all === 0 ? 0 : 100 * (1 - (after.idle - before.idle) / all);
}

function ticks(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times);
  return {
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
    all: times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0),
  };
}
