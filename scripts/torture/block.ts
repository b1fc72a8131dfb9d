/** Blocks the event loop of a busy service, as a handler does that computes. */
import { setTimeout as wait } from "node:timers/promises";
import type { Row } from "./report.ts";
import { createService } from "./service/service.ts";

export interface BlockOptions {
  readonly seed: number;
  /** How long, in milliseconds. */
  readonly lasts: number;
}

export async function blockRun({ seed, lasts }: BlockOptions): Promise<Row> {
  const service = await createService({ seed, jobs: 20 });
  try {
    service.start();
    const child = await service.holder();
    await wait(1_500);
    child.process.stdin.write(`block ${lasts}\n`);
    await wait(lasts);
    return { what: `event loop blocked for ${lasts / 1_000} s`, faults: 1, ...(await service.finish()) };
  } finally {
    await service.remove();
  }
}
