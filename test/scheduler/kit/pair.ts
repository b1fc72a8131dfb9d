/** Two policies that meet, played on the test clock. */
import type { EventName, PartialPolicy, Run } from "../../../src/runtime/model/index.ts";
import { createRig, type Rig } from "./rig.ts";
import { every, MINUTE, SECOND } from "./triggers.ts";

const NAMES: readonly EventName[] = [
  "run.started",
  "run.succeeded",
  "run.failed",
  "run.retrying",
  "run.stubborn",
  "fire.skipped",
  "fire.missed",
  "fire.merged",
  "deadline.missed",
];

export interface Pair {
  readonly policy: PartialPolicy;
  /** How long a run lasts, in seconds; a negative one throws at its end. The fires' numbers count from 1. */
  readonly lasts?: (run: Run, fire: number) => number;
  /** Handlers that do not listen to their signal. */
  readonly stubborn?: true;
  readonly when?: (run: Run) => boolean | Promise<boolean>;
  readonly concurrency?: number;
  /** What happens after the start at 0:00:30, beside the job's fires at each full minute; it ends the play. */
  readonly play?: (rig: Rig) => Promise<unknown>;
  readonly more?: (rig: Rig) => void;
  readonly names?: readonly EventName[];
  readonly expected: readonly string[];
}

export const retry = (times: number, wait: number) =>
  ({ times, wait: wait * SECOND, backoff: "fixed", jitter: false }) as const;
export const minutes = (count: number) => (rig: Rig) => rig.clock.advance(count * MINUTE);
/** The machine sleeps, and its scheduler looks at the clock as soon as it wakes. */
export const wakes = async (rig: Rig, count: number): Promise<void> => {
  rig.clock.sleep(count * MINUTE);
  rig.scheduler.add({ version: 1, source: "wake", jobs: {} });
  await rig.clock.settle();
};
export const sleeps =
  (count: number, then = 1) =>
  async (rig: Rig) => {
    await wakes(rig, count);
    await rig.clock.advance(then * SECOND);
  };
export const ENDS: readonly EventName[] = ["run.started", "run.succeeded", "run.failed", "fire.skipped"];
export const STARTS: readonly EventName[] = ["run.started", "fire.skipped", "fire.missed", "fire.merged"];

/** What the play tells, a line each: minutes and seconds, the event, the fire. */
export async function playPair(pair: Pair): Promise<string[]> {
  const { policy, lasts = () => 0, stubborn, when, concurrency, play = minutes(2), more, names = NAMES } = pair;
  const rig = createRig("2024-01-01T00:00:30Z", concurrency === undefined ? {} : { concurrency });
  rig.job({
    trigger: every(MINUTE),
    policy,
    ...(when && { when }),
    run: async (run) => {
      const seconds = lasts(run, (run.scheduledAt / MINUTE) % 60);
      if (seconds !== 0) await rig.clock.wait(Math.abs(seconds) * SECOND, stubborn ? undefined : run.signal);
      if (seconds < 0) throw new Error("failed");
    },
  });
  more?.(rig);
  await rig.scheduler.start();
  await play(rig);
  return rig.lines(...names).map((line) =>
    line
      .slice(3)
      .replace(/ job@00:/, " ")
      .replace("@00:", "@"),
  );
}
