/** Every combination of overlap, max, coalesce, grace, catch-up and crashes, against a model that shares no code with the scheduler. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Events, SchedcError } from "../../src/runtime/model/index.ts";
import { createDisk, createDurableStore } from "./kit/durable-store.ts";
import { type Case, lastsFor, reference } from "./kit/reference.ts";
import { createRig, type Rig } from "./kit/rig.ts";
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
  crashes: fc.uniqueArray(fc.record({ at: fc.integer({ min: 1, max: 25 }), down: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 2,
    selector: ({ at }) => at,
  }),
  interrupted: fc.constantFrom("rerun", "drop"),
  seconds: fc.constant(30),
});

/** What elapses before the first of them happens; what falls into a time when no process is there does not happen. */
function happenings({ jumps, crashes }: Case) {
  const all = [
    ...jumps.map(({ at, by }) => ({ kind: "jump", at: at * 1000 + 250, by: by * 1000 }) as const),
    ...crashes.map(({ at, down }) => ({ kind: "crash", at: at * 1000 + 600, by: down * 1000 }) as const),
  ].sort((a, b) => a.at - b.at);
  let up = 0;
  return all.filter(({ kind, at, by }) => {
    if (at <= up) return false;
    if (kind === "crash") up = at + by;
    return true;
  });
}

/** A jump that nobody sees moves the clock all the same, which the model takes for none: such cases are left out. */
function isSeen(c: Case): boolean {
  return happenings(c).length === c.jumps.length + c.crashes.length;
}

async function play(c: Case): Promise<Map<number, string>> {
  const fates = new Map<number, string>();
  const disk = createDisk(undefined, { keeps: false });
  /** When the last attempt of each fire began. */
  const starts = new Map<string, number>();
  const { max, overlap, queue, coalesce, grace, catchUp, interrupted } = c;

  /** A process that starts when so much has elapsed. */
  async function start(wall: number, elapsed: number): Promise<{ rig: Rig; elapsed: () => number; die: () => void }> {
    let alive = true;
    const store = createDurableStore(disk, { answer: (write) => (alive ? write() : new Promise<void>(() => {})) });
    const rig = createRig(wall, c.crashes.length > 0 ? { store } : {});
    const now = (): number => elapsed + rig.clock.monotonic();
    const tell = (fire: number, fate: string): void => {
      if (alive) fates.set(fire, fate);
    };
    rig.scheduler.on("run.started", ({ key, scheduledAt, attempt }) => {
      starts.set(key, now());
      tell(scheduledAt, `ran@${now()}${attempt > 1 ? ` #${attempt}` : ""}`);
    });
    rig.scheduler.on("run.failed", ({ scheduledAt, key, error }) => {
      const dropped = (error as SchedcError).code === "run/interrupted";
      tell(scheduledAt, `${dropped ? "dropped" : "cut"}@${starts.get(key)}`);
    });
    rig.scheduler.on("fire.merged", ({ scheduledAt }) => tell(scheduledAt, "merged"));
    const ended = (kind: string) => (event: Events["fire.missed"]) =>
      tell(event.scheduledAt, `${kind} ${event.reason}`);
    rig.scheduler.on("fire.missed", ended("missed"));
    rig.scheduler.on("fire.skipped", ended("skipped"));
    rig.job({
      trigger: every(c.step * 1000, "1970-01-01T00:00:00Z"),
      policy: { max, overlap, coalesce, grace, catchUp, interrupted, ...(queue !== undefined && { queue }) },
      run: ({ scheduledAt, signal }) => rig.clock.wait(lastsFor(c, scheduledAt), c.stubborn ? undefined : signal),
    });
    // The model begins after zero; a start at zero itself would take that fire in.
    if (wall === 0) {
      await rig.clock.advance(1);
      rig.clock.set(1);
    }
    await rig.scheduler.start();
    const die = (): void => {
      alive = false;
    };
    return { rig, elapsed: now, die };
  }

  let life = await start(0, 0);
  for (const { kind, at, by } of happenings(c)) {
    await life.rig.clock.advance(at - life.elapsed());
    if (kind === "jump") {
      life.rig.clock.sleep(by);
      life.rig.scheduler.add({ version: 1, source: "wake", jobs: {} });
      await life.rig.clock.settle();
    } else {
      life.die();
      if (at + by > c.seconds * 1000) return fates;
      life = await start(life.rig.clock.now() + by, at + by);
    }
  }
  await life.rig.clock.advance(Math.max(0, c.seconds * 1000 - life.elapsed()));
  return fates;
}

test("thousands of random cases come to what the model says", async () => {
  let played = 0;
  const property = fc.asyncProperty(cases, async (c) => {
    fc.pre(isSeen(c));
    played++;
    const byTime = (fates: Map<number, string>) => [...fates].sort(([a], [b]) => a - b);
    expect(byTime(await play(c))).toEqual(byTime(reference(c)));
  });
  const numRuns = Number(process.env.RUNS ?? 3_000);
  await fc.assert(property, { numRuns, seed: Number(process.env.SEED ?? 20260124) });
  expect(played).toBe(numRuns);
});
