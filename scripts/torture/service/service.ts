/** A busy service of several processes on one store, which a torture harms, and the audit of all that it did. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openOperator } from "schedc/runtime/sqlite";
import { bundle, type Child, startChild } from "../child.ts";
import type { Row } from "../report.ts";
import { audit, readEffects } from "./audit.ts";
import { busyJobs } from "./jobs.ts";

export interface ServiceOptions {
  readonly seed: number;
  readonly jobs: number;
  /** What each process is started under, such as strace. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly clockWentBack?: boolean;
}

export interface Service {
  /** For files of the torture's own; it goes with the service. */
  readonly directory: string;
  /** The directory of the store alone. */
  readonly place: string;
  /** One more process, which waits where another holds the store. */
  start(): Child;
  /** The process that holds the store, as soon as one does. */
  holder(): Promise<Child>;
  /** How many handlers have begun so far. */
  begun(): number;
  /** Ends one at once. */
  kill(child: Child): Promise<void>;
  /** Asks the process that runs, as another program does, for a run; what it promises is held against it in the end. */
  ask(): Promise<void>;
  /** Stops in good order after a moment of peace, and says what was lost and what ran twice. */
  finish(): Promise<Omit<Row, "what" | "faults">>;
  /** Ends every process and removes every file; `before` is called between. */
  remove(before?: () => void): Promise<void>;
}

/** What is left to do after the last harm gets this long, in milliseconds. */
const PEACE = 3_000;

export async function createService(options: ServiceOptions): Promise<Service> {
  const { seed, jobs, under, env } = options;
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "schedc-torture-")));
  const place = join(directory, "store");
  mkdirSync(place, { mode: 0o700 });
  const database = join(place, "jobs.db");
  const effects = join(directory, "effects.log");
  writeFileSync(effects, "");
  const script = await bundle(new URL("./child.ts", import.meta.url), join(directory, "child.mjs"));
  const promised: string[] = [];
  let children: Child[] = [];

  async function holder(): Promise<Child> {
    return Promise.race(
      children.map(async (child) => {
        if (await child.says("holds")) return child;
        throw new Error("a process ended that nobody killed");
      }),
    );
  }

  async function kill(child: Child): Promise<void> {
    children = children.filter((one) => one !== child);
    await child.kill();
  }

  return {
    directory,
    place,
    holder,
    kill,
    begun: () => readEffects(effects).length,
    start() {
      const child = startChild(script, [String(seed), String(jobs), database, effects], {
        ...(under !== undefined && { under }),
        ...(env !== undefined && { env }),
      });
      children.push(child);
      return child;
    },
    async ask() {
      const { state, says } = await openOperator({ file: database }).runNow("asked", { patience: 3_000 });
      if (state === "done") promised.push(says);
    },
    async finish() {
      const last = await holder();
      for (const child of [...children]) if (child !== last) await kill(child);
      await new Promise((resolve) => setTimeout(resolve, PEACE));
      last.process.stdin.write("stop\n");
      if (!(await last.says("stopped"))) throw new Error("the last process did not stop in good order");
      await last.gone;
      const {
        expected,
        effects: runs,
        again,
        ...found
      } = await audit(busyJobs(seed, jobs), {
        database,
        effects,
        promised,
        ...(options.clockWentBack !== undefined && { clockWentBack: options.clockWentBack }),
      });
      return { ...found, runs, note: noteOf(expected, again, promised.length) };
    },
    async remove(before) {
      await Promise.all(children.map((child) => child.kill()));
      before?.();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function noteOf(expected: number, again: number, promised: number): string {
  const asked = promised === 0 ? "" : `, ${promised} runs promised to who asked`;
  return `${expected} fires expected, ${again} attempts made again and said so${asked}`;
}
