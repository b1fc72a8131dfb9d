/** A small world for the tasks: a real folder, a real SQLite file, a real HTTP server, all gone when the day is over. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Services } from "../services.ts";

export interface World {
  readonly services: Services;
  /** How the partner's API answers from now on. */
  api: "well" | "refuses" | "hangs";
  /** How often the mail server still refuses. */
  refusals: number;
  /** How busy the machine is, in percent. */
  load: number;
  upload(name: string, text: string): void;
  /** What stands in the world now, a line each. */
  left(): string[];
  close(): void;
}

/** Log records in the database on the morning of `now`: three hundred, of which a third is older than 90 days. */
export async function createWorld(now: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "schedc-demo-"));
  const pending = join(folder, "uploads/pending");
  const errors = join(folder, "uploads/errors");
  const backups = join(folder, "backups");
  for (const made of [pending, errors, backups]) mkdirSync(made, { recursive: true });
  const database = openDatabase(join(folder, "app.sqlite"), now);
  const server = await serve(() => world.api);
  const { port } = server.address() as AddressInfo;
  let processed = 0;
  let synced = 0;

  const world: World = {
    api: "well",
    refusals: 0,
    load: 20,
    upload: (name, text) => writeFileSync(join(pending, name), text),
    left: () => [
      `uploads         ${processed} files processed; set aside: ${list(errors)}; waiting: ${list(pending)}`,
      `database        ${count(database)} log records kept`,
      `partner's API   ${synced} records fetched`,
      `backups         ${readdirSync(backups).filter((name) => name.endsWith(".sqlite")).length} copies of the database`,
    ],
    close: () => {
      server.closeAllConnections();
      server.close();
      database.close();
      rmSync(folder, { recursive: true });
    },
    services: {
      database,
      backups,
      cpuLoad: async () => world.load,
      log: () => {},
      uploads: {
        pending,
        errors,
        log: () => {},
        process: async (path) => {
          JSON.parse(readFileSync(path, "utf8"));
          processed++;
        },
      },
      api: {
        url: `http://127.0.0.1:${port}/data`,
        token: "demo",
        store: async (records) => {
          synced += records.length;
        },
      },
      sendMails: async () => {
        if (world.refusals === 0) return;
        world.refusals--;
        throw new Error("mail server not ready");
      },
    },
  };
  return world;
}

function openDatabase(path: string, now: number): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA synchronous = OFF; CREATE TABLE logs (line TEXT, created_at INTEGER)");
  const insert = database.prepare("INSERT INTO logs VALUES (?, ?)");
  database.exec("BEGIN");
  for (let age = 1; age <= 300; age++) insert.run(`record ${age}`, now - age * 0.45 * 24 * 60 * 60 * 1000);
  database.exec("COMMIT");
  return database;
}

async function serve(mode: () => World["api"]): Promise<Server> {
  const server = createServer((_request, response) => {
    if (mode() === "hangs") return;
    if (mode() === "refuses") response.writeHead(503).end();
    else response.end('[{"id":1},{"id":2},{"id":3}]');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

function count(database: DatabaseSync): unknown {
  return database.prepare("SELECT count(*) AS n FROM logs").get()?.n;
}

function list(folder: string): string {
  const names = readdirSync(folder);
  return names.length === 0 ? "none" : names.join(", ");
}
