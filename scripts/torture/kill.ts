/** Kills the process of a busy service over and over, at random points, while others stand by to take over. */
import { setTimeout as wait } from "node:timers/promises";
import { createChance } from "./chance.ts";
import type { Row } from "./report.ts";
import { createService } from "./service/service.ts";

export interface KillOptions {
  readonly seed: number;
  readonly kills: number;
}

/** Processes that stand by, so that a start costs the run no time. */
const STANDING_BY = 2;

export async function killRun({ seed, kills }: KillOptions): Promise<Row> {
  const service = await createService({ seed, jobs: 40 });
  const chance = createChance(seed);
  const asking: Promise<void>[] = [];
  try {
    for (let n = 0; n <= STANDING_BY; n++) service.start();
    for (let n = 0; n < kills; n++) {
      const child = await service.holder();
      asking.push(service.ask());
      // A few in the midst of taking up what the one before left.
      await wait(chance.percent(20) ? chance.whole(0, 30) : chance.whole(0, 600));
      await service.kill(child);
      service.start();
    }
    await Promise.all(asking);
    return { what: "kill -9 at random points", faults: kills, ...(await service.finish()) };
  } finally {
    await service.remove();
  }
}
