/** Every combination of overlap, max, coalesce, grace and catch-up, against a model that shares no code with the scheduler. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Events } from "../../src/runtime/model/index.ts";
import { type Case, lastsFor, reference } from "./kit/reference.ts";
import { createRig } from "./kit/rig.ts";
import { every } from "./kit/triggers.ts";

const cases: fc.Arbitrary<Case> = fc.record({
  max: fc.integer({ min: 1, max: 3 }),
  overlap: fc.constantFrom("skip", "queue", "replace", "allow"),
  queue: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  coalesce: fc.constantFrom("latest", "earliest", "none"),
  grace: fc.constantFrom(0, 1_000, 4_000, 10_000, 60_000),
  catchUp: fc.oneof(
    fc.constant({ mode: "none" as const }),
    fc.record({
      mode: fc.constantFrom("all" as const, "latest" as const),
      within: fc.constantFrom(5_000, 20_000, 1_000_000),
    }),
  ),
  stubborn: fc.boolean(),
  step: fc.integer({ min: 1, max: 5 }),
  lasts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  jumps: fc.uniqueArray(fc.record({ at: fc.integer({ min: 1, max: 25 }), by: fc.integer({ min: 2, max: 30 }) }), {
    maxLength: 3,
    selector: ({ at }) => at,
  }),
  seconds: fc.constant(30),
});

async function play(c: Case): Promise<Map<number, string>> {
  const rig = createRig(0);
  const fates = new Map<number, string>();
  const starts = new Map<string, number>();
  rig.scheduler.on("run.started", ({ key, scheduledAt }) => {
    starts.set(key, rig.clock.monotonic());
    fates.set(scheduledAt, `ran@${rig.clock.monotonic()}`);
  });
  rig.scheduler.on("run.failed", ({ scheduledAt, key }) => fates.set(scheduledAt, `cut@${starts.get(key)}`));
  rig.scheduler.on("fire.merged", ({ scheduledAt }) => fates.set(scheduledAt, "merged"));
  const ended = (kind: string) => (event: Events["fire.missed"]) =>
    fates.set(event.scheduledAt, `${kind} ${event.reason}`);
  rig.scheduler.on("fire.missed", ended("missed"));
  rig.scheduler.on("fire.skipped", ended("skipped"));

  const { max, overlap, queue, coalesce, grace, catchUp } = c;
  rig.job({
    trigger: every(c.step * 1000, "1970-01-01T00:00:00Z"),
    policy: { max, overlap, coalesce, grace, catchUp, ...(queue !== undefined && { queue }) },
    run: ({ scheduledAt, signal }) => rig.clock.wait(lastsFor(c, scheduledAt), c.stubborn ? undefined : signal),
  });
  // The model begins after zero; a start at zero itself would take that fire in.
  await rig.clock.advance(1);
  rig.clock.set(1);
  await rig.scheduler.start();
  for (const { at, by } of [...c.jumps].sort((a, b) => a.at - b.at)) {
    await rig.clock.advance(at * 1000 + 250 - rig.clock.monotonic());
    rig.clock.sleep(by * 1000);
    rig.scheduler.add({ version: 1, source: "wake", jobs: {} });
    await rig.clock.settle();
  }
  await rig.clock.advance(c.seconds * 1000 - rig.clock.monotonic());
  return fates;
}

test("thousands of random cases come to what the model says", async () => {
  const property = fc.asyncProperty(cases, async (c) => {
    const byTime = (fates: Map<number, string>) => [...fates].sort(([a], [b]) => a - b);
    expect(byTime(await play(c))).toEqual(byTime(reference(c)));
  });
  await fc.assert(property, { numRuns: 3_000, seed: Number(process.env.SEED ?? 20260124) });
});
