/** Stops the process that runs for longer than most of its jobs' grace, with another standing by that must not take over. */
import { setTimeout as wait } from "node:timers/promises";
import { createChance } from "./chance.ts";
import type { Row } from "./report.ts";
import { createService } from "./service/service.ts";

export interface StopOptions {
  readonly seed: number;
  readonly stops: number;
}

export async function stopRun({ seed, stops }: StopOptions): Promise<Row> {
  const service = await createService({ seed, jobs: 20 });
  const chance = createChance(seed);
  const beside: string[] = [];
  try {
    service.start();
    const first = await service.holder();
    const second = service.start();
    let held = false;
    void second.says("holds").then((said) => {
      held = said;
    });
    for (let n = 0; n < stops; n++) {
      await wait(chance.whole(200, 1_000));
      first.process.kill("SIGSTOP");
      const before = service.begun();
      await wait(chance.whole(1_500, 3_000));
      if (held) beside.push(`stop ${n + 1}: the second process took over beside the first`);
      if (service.begun() !== before) beside.push(`stop ${n + 1}: something ran meanwhile`);
      first.process.kill("SIGCONT");
    }
    // The one that stood by all the time goes on when the first dies.
    await wait(500);
    await service.kill(first);
    await service.holder();
    const found = await service.finish();
    return { what: "stopped beyond its grace", faults: stops, ...found, doubled: [...found.doubled, ...beside] };
  } finally {
    await service.remove();
  }
}
