/** The store contract: what the scheduler writes, when, and what it does when it cannot. */
import { describe, expect, test } from "vitest";
import { type Change, createMemoryStore, type FireRecord, type Store } from "../../src/runtime/scheduler/index.ts";
import { createRig } from "./kit/rig.ts";
import { at, every, HOUR, MINUTE, once, SECOND } from "./kit/triggers.ts";

/** A memory store whose commits take a moment, and which keeps the groups it was given. */
function slowStore(): Store & { readonly groups: (readonly Change[])[] } {
  const memory = createMemoryStore();
  const groups: (readonly Change[])[] = [];
  return {
    ...memory,
    groups,
    open: async () => memory.open(),
    async commit(changes) {
      groups.push(changes);
      await Promise.resolve();
      await memory.commit(changes);
    },
  };
}

const states = (records: readonly FireRecord[]) =>
  records.map(({ key, state, reason }) => [key.slice(-9), state, reason]);

describe.each([
  ["that answers at once", createMemoryStore],
  ["that takes a moment", slowStore],
])("a store %s", (_what, create) => {
  test("has every fire with its fate", async () => {
    const store = create();
    const rig = createRig("2024-01-01T00:00:30Z", { store });
    rig.job({ trigger: every(MINUTE) }, 90 * SECOND);
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:03:10Z");
    expect(states(await store.fires("job"))).toEqual([
      ["00:01:00Z", "succeeded", undefined],
      ["00:02:00Z", "skipped", "overlap"],
      ["00:03:00Z", "running", undefined],
    ]);
    await rig.scheduler.stop({ drain: 0 });
    expect(states(await store.fires("job")).at(-1)).toEqual(["00:03:00Z", "failed", undefined]);
  });

  test("is told before a handler runs", async () => {
    const store = create();
    const rig = createRig("2024-01-01T00:00:30Z", { store });
    const seen: unknown[] = [];
    rig.job({
      trigger: every(MINUTE),
      run: async ({ key }) => seen.push((await store.fires("job")).find((r) => r.key === key)?.state),
    });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(seen).toEqual(["running"]);
  });
});

test("a thousand fires of one instant are one group", async () => {
  const store = slowStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store });
  for (let index = 0; index < 1_000; index++) rig.job({ id: `job${index}`, trigger: once("2024-01-01T00:01:00Z") });
  await rig.scheduler.start();
  const before = store.groups.length;
  await rig.clock.advance(MINUTE);
  expect(rig.lines("run.succeeded")).toHaveLength(1_000);
  expect(store.groups.length - before).toBeLessThanOrEqual(3);
});

test("one that fails is told of and tried again; nothing runs meanwhile, nothing is lost", async () => {
  const memory = createMemoryStore();
  let down = false;
  const commit: Store["commit"] = (changes) => {
    if (down) throw new Error("disk full");
    return memory.commit(changes);
  };
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, commit } });
  rig.job({ trigger: every(MINUTE) });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  down = true;
  await rig.clock.advanceTo("2024-01-01T00:02:10Z");
  expect(rig.lines("run.started")).toHaveLength(1);
  down = false;
  await rig.clock.advanceTo("2024-01-01T00:03:30Z");
  expect(rig.lines("store.failed").length).toBeGreaterThan(5);
  expect(rig.lines("store.recovered")).toHaveLength(1);
  expect(rig.events("run.succeeded").map(({ key }) => key.slice(-9))).toEqual(["00:01:00Z", "00:02:00Z", "00:03:00Z"]);
});

test("one that stays down holds up no stop, and every fire is told of", async () => {
  const memory = createMemoryStore();
  let down = false;
  const commit: Store["commit"] = async (changes) => {
    if (down) throw new Error("gone");
    return memory.commit(changes);
  };
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, commit } });
  rig.job({ trigger: every(MINUTE) }, HOUR);
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  down = true;
  await rig.clock.advance(MINUTE);
  await rig.scheduler.stop({ drain: 0 });
  expect(rig.lines("run.failed", "fire.skipped")).toEqual([
    "00:02:30 fire.skipped job@00:02:00 overlap",
    "00:02:30 run.failed job@00:01:00",
  ]);
  await rig.clock.advance(HOUR);
  expect(await rig.clock.runNext()).toBe(false);
});

test("one that stays down is left alone after a stop, whatever is asked of the scheduler then", async () => {
  const memory = createMemoryStore();
  let [down, asked] = [false, 0];
  const commit: Store["commit"] = (changes) => {
    asked++;
    if (down) throw new Error("gone");
    return memory.commit(changes);
  };
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, commit } });
  const job = rig.job({ trigger: every(MINUTE) }, HOUR);
  rig.scheduler.on("run.failed", () => rig.scheduler.job("other")?.remove());
  rig.job({ id: "other", trigger: every(MINUTE, "2024-01-01T00:01:30Z") });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  down = true;
  await rig.scheduler.stop({ drain: 0 });
  void job.runNow();
  expect(rig.lines("run.failed", "job.removed")).toHaveLength(2);
  await rig.clock.advance(2 * HOUR);
  expect(rig.lines("run.succeeded", "run.failed").at(-1)).toBe("01:01:30 run.succeeded job@00:01:30");
  const before = asked;
  await rig.clock.advance(HOUR);
  expect([asked - before, await rig.clock.runNext()]).toEqual([0, false]);
  // The next start holds on to what it is told, as the first one did.
  down = false;
  await rig.scheduler.start();
  down = true;
  await rig.clock.advance(2 * MINUTE);
  down = false;
  await rig.clock.advance(SECOND);
  expect(rig.lines("store.recovered")).toHaveLength(1);
  expect(rig.lines("run.started").at(-1)).toContain("job@");
});

describe("a run that its process did not live to end", () => {
  const interrupted = async (policy: "rerun" | "drop") => {
    const store = createMemoryStore();
    const first = createRig("2024-01-01T00:00:30Z", { store });
    first.job({ trigger: every(HOUR, "2024-01-01T00:01:00Z") }, 10 * MINUTE);
    await first.scheduler.start();
    await first.clock.advance(MINUTE);

    const rig = createRig("2024-01-01T00:05:00Z", { store });
    rig.job({ trigger: every(HOUR, "2024-01-01T00:01:00Z"), policy: { interrupted: policy } });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    return rig;
  };

  test("runs again under its key, as a further attempt", async () => {
    const rig = await interrupted("rerun");
    expect(rig.events("run.succeeded")).toMatchObject([{ key: "job@2024-01-01T00:01:00Z", attempt: 2 }]);
  });

  test("or is given up", async () => {
    const rig = await interrupted("drop");
    expect(rig.lines("run.started")).toEqual([]);
    expect(rig.events("run.failed")).toMatchObject([{ key: "job@2024-01-01T00:01:00Z" }]);
  });
});

test("memory is bounded", () => {
  const store = createMemoryStore({ history: 3 });
  const record = (index: number, state: FireRecord["state"]): Change => ({
    kind: "fire",
    record: { key: `k${index}`, job: "job", fireAt: index, origin: "schedule", state, attempt: 1, fence: 0, at: index },
  });
  for (let index = 0; index < 10; index++) void store.commit([record(index, "running"), record(index, "succeeded")]);
  void store.commit([record(99, "running")]);
  expect((store.fires("job") as FireRecord[]).map(({ fireAt }) => fireAt)).toEqual([7, 8, 9, 99]);
});

test("a changed trigger of the next deployment fires nothing for the past", async () => {
  const store = createMemoryStore();
  const before = createRig("2024-01-01T00:00:30Z", { store });
  before.job({ trigger: every(HOUR) });
  await before.scheduler.start();
  await before.clock.advance(MINUTE);
  await before.scheduler.stop();
  const rig = createRig("2024-01-01T06:00:30Z", { store });
  rig.job({ trigger: every(MINUTE), policy: { catchUp: { mode: "all" } } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  expect(rig.lines("job.retimed", "run.started")).toEqual([
    "06:00:30 job.retimed job",
    "06:01:00 run.started job@06:01:00",
  ]);
  expect(at("2024-01-01T06:01:00Z")).toBe(rig.events("run.started")[0]?.scheduledAt);
});
