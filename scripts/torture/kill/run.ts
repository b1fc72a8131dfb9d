/** Kills the process of a busy service over and over, at random points, while others stand by to take over. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createChance } from "../chance.ts";
import { bundle, type Child, startChild } from "../child.ts";
import type { Row } from "../report.ts";
import { audit } from "./audit.ts";
import { busyJobs } from "./jobs.ts";

export interface KillOptions {
  readonly seed: number;
  readonly kills: number;
  readonly jobs: number;
}

/** Processes that stand by, so that a start costs the run no time. */
const STANDING_BY = 2;

export async function killRun({ seed, kills, jobs }: KillOptions): Promise<Row> {
  const directory = mkdtempSync(join(tmpdir(), "schedc-kill-"));
  const database = join(directory, "jobs.db");
  const effects = join(directory, "effects.log");
  const chance = createChance(seed);
  let children: Child[] = [];
  try {
    const script = await bundle(new URL("./child.ts", import.meta.url), join(directory, "child.mjs"));
    writeFileSync(effects, "");
    const start = (): Child => startChild(script, [String(seed), String(jobs), database, effects]);
    const holder = async (): Promise<Child> => {
      while (children.length <= STANDING_BY) children.push(start());
      return Promise.race(
        children.map(async (child) => {
          if (await child.says("holds")) return child;
          throw new Error("a process ended that nobody killed");
        }),
      );
    };
    for (let kill = 0; kill < kills; kill++) {
      const child = await holder();
      // A few in the midst of taking up what the one before left.
      await wait(chance.percent(20) ? chance.whole(0, 30) : chance.whole(0, 600));
      await child.kill();
      children = children.filter((one) => one !== child);
    }
    const last = await holder();
    await Promise.all(children.filter((one) => one !== last).map((one) => one.kill()));
    await wait(3_000);
    last.process.stdin.write("stop\n");
    if (!(await last.says("stopped"))) throw new Error("the last process did not stop in good order");
    await last.gone;
    const found = await audit(busyJobs(seed, jobs), database, effects);
    return {
      what: "kill -9 at random points",
      runs: found.effects,
      faults: kills,
      lost: found.lost,
      doubled: found.doubled,
      wrong: found.wrong,
      note: `${found.expected} fires expected, ${found.again} attempts made again and said so`,
    };
  } finally {
    await Promise.all(children.map((child) => child.kill()));
    rmSync(directory, { recursive: true, force: true });
  }
}
