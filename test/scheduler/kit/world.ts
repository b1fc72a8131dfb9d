/** Small worlds at random: jobs of every kind under every policy, and what operators, clocks and stores do to them. */
import fc from "fast-check";
import type { CompletionTrigger, PartialPolicy, Trigger } from "../../../src/runtime/model/index.ts";
import { afterJob, every, MINUTE, once, SECOND, startup } from "./triggers.ts";

/** What a handler does, fire after fire. */
export type Deed = "returns" | "throws" | "rejects" | "waits" | "waits and throws" | "waits whatever its signal says";
export type GuardDeed = "none" | "holds" | "holds later" | "refuses" | "throws" | "waits for its signal";

export interface WorldJob {
  readonly triggers: readonly Trigger[];
  readonly policy: PartialPolicy;
  readonly deeds: readonly Deed[];
  readonly lasts: number;
  readonly guard: GuardDeed;
}

export type Act =
  | { readonly kind: "advance" | "back" | "forth" | "block" | "stop"; readonly by: number }
  | {
      readonly kind: "pause" | "resume" | "runNow" | "backfill" | "remove" | "retime" | "repolicy";
      readonly job: number;
    }
  | { readonly kind: "start" | "break store" | "mend store" };

export interface World {
  readonly jobs: readonly WorldJob[];
  readonly concurrency: number | undefined;
  readonly store: "at once" | "later";
  readonly acts: readonly Act[];
}

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * SECOND);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const completion = (wait: number): CompletionTrigger => ({ kind: "completion", zone: "UTC", every: wait, days: [{}] });

const timed: fc.Arbitrary<Trigger> = fc.oneof(
  seconds(1, 40).map((step) => every(step)),
  seconds(1, 40).map((step) => every(step, "2024-01-01T00:00:07Z")),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 5 })
    .map((minutes) =>
      once(...minutes.sort((a, b) => a - b).map((minute) => `2024-01-01T00:${String(minute).padStart(2, "0")}:00Z`)),
    ),
);

const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  { weight: 4, arbitrary: timed },
  { weight: 1, arbitrary: fc.constant(startup) },
  { weight: 2, arbitrary: seconds(1, 30).map(completion) },
  // Only of jobs before it, so that none waits for itself.
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("job0", "job1"), fc.constantFrom("succeeds", "fails", "completes"))
      .map(([job, ends]) => afterJob(job, ends)),
  },
);

const policy: fc.Arbitrary<PartialPolicy> = fc
  .record({
    max: fc.integer({ min: 1, max: 3 }),
    overlap: fc.constantFrom("skip", "queue", "replace", "allow"),
    queue: maybe(fc.integer({ min: 0, max: 3 })),
    coalesce: fc.constantFrom("latest", "earliest", "none"),
    grace: fc.constantFrom(0, SECOND, 10 * SECOND, MINUTE, 60 * MINUTE),
    catchUp: fc.oneof(
      fc.constant({ mode: "none" as const }),
      fc.record({ mode: fc.constantFrom("all" as const, "latest" as const), within: seconds(5, 3_600) }),
    ),
    retry: fc.record({
      times: fc.integer({ min: 0, max: 2 }),
      wait: seconds(0, 5),
      backoff: fc.constantFrom("fixed", "linear", "exponential"),
      jitter: fc.boolean(),
    }),
    timeout: maybe(seconds(1, 15)),
    jitter: maybe(seconds(1, 20)),
    spread: maybe(seconds(1, 20)),
    limit: maybe(fc.integer({ min: 1, max: 8 })),
    interrupted: fc.constantFrom("rerun", "drop"),
    deadline: maybe(seconds(1, 30)),
    priority: fc.integer({ min: -1, max: 1 }),
  })
  .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)));

const deed: fc.Arbitrary<Deed> = fc.constantFrom(
  "returns",
  "throws",
  "rejects",
  "waits",
  "waits and throws",
  "waits whatever its signal says",
);

const job: fc.Arbitrary<WorldJob> = fc.record({
  triggers: fc.array(trigger, { minLength: 1, maxLength: 3 }),
  policy,
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
  lasts: fc.integer({ min: 1, max: 25_000 }),
  guard: fc.oneof(
    { weight: 5, arbitrary: fc.constant<GuardDeed>("none") },
    {
      weight: 2,
      arbitrary: fc.constantFrom<GuardDeed>("holds", "holds later", "refuses", "throws", "waits for its signal"),
    },
  ),
});

const onJob = (kind: Extract<Act, { job: number }>["kind"]) =>
  fc.nat({ max: 3 }).map((index): Act => ({ kind, job: index }));
const byTime = (kind: Extract<Act, { by: number }>["kind"], min: number, max: number) =>
  fc.integer({ min, max }).map((by): Act => ({ kind, by }));

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: byTime("advance", 1, 90_000) },
  { weight: 2, arbitrary: seconds(1, 60).map((by): Act => ({ kind: "advance", by })) },
  // Not past more fires than a job remembers.
  byTime("back", 1, 90_000),
  seconds(1, 90).map((by): Act => ({ kind: "back", by })),
  byTime("forth", 1, 4_000_000),
  byTime("block", 1, 60_000),
  onJob("pause"),
  onJob("resume"),
  onJob("runNow"),
  onJob("backfill"),
  onJob("remove"),
  onJob("retime"),
  onJob("repolicy"),
  byTime("stop", 0, 40_000),
  { weight: 2, arbitrary: fc.constant<Act>({ kind: "start" }) },
  fc.constant<Act>({ kind: "break store" }),
  { weight: 2, arbitrary: fc.constant<Act>({ kind: "mend store" }) },
);

export const worlds: fc.Arbitrary<World> = fc.record({
  jobs: fc.array(job, { minLength: 1, maxLength: 4 }),
  concurrency: maybe(fc.integer({ min: 1, max: 3 })),
  store: fc.constantFrom("at once", "later"),
  acts: fc.array(act, { minLength: 1, maxLength: 25 }),
});

/** Few jobs and acts, and none that changes a job: every commit of it is looked at. */
export const smallWorlds: fc.Arbitrary<World> = fc.record({
  jobs: fc.array(job, { minLength: 1, maxLength: 3 }),
  concurrency: maybe(fc.integer({ min: 1, max: 3 })),
  store: fc.constantFrom("at once", "later"),
  acts: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: byTime("advance", 1, 40_000) },
      { weight: 2, arbitrary: seconds(1, 20).map((by): Act => ({ kind: "advance", by })) },
      byTime("forth", 1, 400_000),
      byTime("block", 1, 60_000),
      byTime("back", 1, 90_000),
      onJob("pause"),
      onJob("resume"),
      onJob("runNow"),
      onJob("backfill"),
      byTime("stop", 0, 20_000),
    ),
    { minLength: 1, maxLength: 6 },
  ),
});
