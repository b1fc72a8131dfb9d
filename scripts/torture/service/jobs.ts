/** A busy schedule out of a seed: every policy of the language, on triggers that fire several times a second. */
import type { PartialPolicy, Trigger } from "schedc/runtime";
import { createChance } from "../chance.ts";

export interface BusyJob {
  readonly id: string;
  readonly trigger: Trigger;
  readonly policy: PartialPolicy;
  /** How long its handler takes, in milliseconds; it ends at once where this is 0. */
  readonly lasts: number;
  /** Of a hundred attempts so many fail. */
  readonly fails: number;
  /** Whether its handler stops when its signal says so. */
  readonly listens: boolean;
  readonly guarded: boolean;
}

const ANCHOR = "2024-01-01T00:00:00Z";
const every = (milliseconds: number): Trigger => ({
  kind: "elapsed",
  zone: "UTC",
  every: milliseconds,
  anchor: ANCHOR,
  days: [{}],
});
const everySecond: Trigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: [{}],
  times: { hours: upTo(24), minutes: upTo(60), seconds: upTo(60) },
  dst: { gap: "after", overlap: "both" },
};

export function busyJobs(seed: number, count: number): readonly BusyJob[] {
  const chance = createChance(seed);
  const timed = Array.from({ length: count }, (_, n): BusyJob => {
    const lasts = chance.percent(40) ? 0 : chance.whole(1, 400);
    return {
      id: `job${n}`,
      trigger: chance.percent(30)
        ? everySecond
        : chance.percent(20)
          ? { kind: "union", of: [every(700), every(900)] as never }
          : every(chance.pick([150, 250, 500, 1_000])),
      policy: {
        max: chance.pick([1, 1, 2, 5]),
        overlap: chance.pick(["skip", "queue", "replace", "allow"]),
        ...(chance.percent(30) && { queue: chance.whole(0, 3) }),
        coalesce: chance.pick(["latest", "earliest", "none"]),
        grace: chance.pick([0, 100, 1_000, 60_000]),
        catchUp: chance.pick([
          { mode: "none" },
          { mode: "latest" },
          { mode: "all" },
          { mode: "all", within: 400 },
          { mode: "latest", within: 2_000 },
        ]),
        retry: {
          times: chance.pick([0, 0, 1, 3]),
          wait: chance.whole(0, 100),
          backoff: chance.pick(["fixed", "linear", "exponential"]),
          jitter: chance.percent(30),
        },
        ...(chance.percent(20) && { timeout: chance.whole(50, 300) }),
        ...(chance.percent(15) && { jitter: 2_000 }),
        ...(chance.percent(15) && { spread: 2_000 }),
        ...(chance.percent(10) && { limit: chance.whole(5, 200) }),
        ...(chance.percent(20) && { deadline: chance.whole(100, 1_000) }),
        paused: chance.percent(5),
        priority: chance.whole(0, 2),
        interrupted: chance.percent(40) ? "drop" : "rerun",
      },
      lasts,
      fails: chance.pick([0, 0, 20]),
      listens: chance.percent(70),
      guarded: chance.percent(15),
    };
  });
  return [...timed, ...following];
}

const plain = { lasts: 0, fails: 0, listens: true, guarded: false } as const;

/** One that never fails, the chain that hangs on it, and one that comes again after its own end. */
const following: readonly BusyJob[] = [
  { ...plain, id: "head", trigger: every(300), policy: { catchUp: { mode: "all" }, overlap: "queue" } },
  {
    ...plain,
    id: "tail",
    trigger: { kind: "after", all: [{ job: "head", ends: "completes" }] },
    policy: { overlap: "queue", coalesce: "none" },
  },
  {
    ...plain,
    id: "again",
    trigger: { kind: "completion", zone: "UTC", every: 200, days: [{}] },
    policy: {},
    lasts: 20,
  },
  { ...plain, id: "asked", trigger: every(60_000), policy: { max: 3, overlap: "queue" }, lasts: 5 },
];

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}
