/** A virtual year of a job of every minute on the test clock, each run with its events. */
import { performance } from "node:perf_hooks";
import { createScheduler } from "../src/runtime/index.ts";
import { createTestClock } from "../src/runtime/testing/index.ts";

export interface Year {
  readonly runs: number;
  readonly events: number;
  /** Seconds it took by the wall clock, and of processor time. */
  readonly seconds: number;
  readonly cpu: number;
}

const DAY = 86_400_000;

export async function playYear(days = 365): Promise<Year> {
  const clock = createTestClock("2026-01-01T00:00:00Z");
  const scheduler = createScheduler({ clock });
  let [runs, events] = [0, 0];
  scheduler.on("*", () => {
    events++;
  });
  scheduler.schedule({
    id: "job",
    trigger: { kind: "elapsed", every: 60_000, zone: "UTC", anchor: "2026-01-01T00:00:00Z", days: [{}] },
    run: () => {
      runs++;
    },
  });
  const began = performance.now();
  const before = process.cpuUsage();
  await scheduler.start();
  // The minute at which it starts counts, the one at which the year ends does not.
  await clock.advance(days * DAY - 1);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1000;
  await scheduler.stop();
  return { runs, events, seconds, cpu: (user + system) / 1e6 };
}
