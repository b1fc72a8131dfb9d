/** A store that another process holds: the start waits for it, a stop ends the wait. */
import { expect, test } from "vitest";
import { createMemoryStore, type Store, type StoredState } from "../../src/runtime/scheduler/index.ts";
import { createRig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, SECOND } from "./kit/triggers.ts";

function heldStore() {
  const memory = createMemoryStore();
  let [free, refuse] = [(): void => {}, (_error: Error): void => {}];
  let closed = 0;
  const store: Store = {
    ...memory,
    open: () =>
      new Promise<StoredState>((resolve, reject) => {
        free = () => resolve(memory.open() as StoredState);
        refuse = reject;
      }),
    close() {
      closed++;
      refuse(new Error("the wait was ended"));
    },
  };
  return { store, free: () => free(), closed: () => closed };
}

test("a start waits for as long as it takes, says so once, and jobs can be looked at meanwhile", async () => {
  const held = heldStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store: held.store });
  rig.job({ trigger: every(MINUTE) });
  const started = rig.scheduler.start().then(() => rig.clock.now());
  await rig.clock.advance(2 * HOUR);
  expect(rig.lines("run.started")).toEqual([]);
  expect(rig.told.filter(({ name }) => name === "store.waiting")).toMatchObject([
    { at: Date.UTC(2024, 0, 1, 0, 0, 31) },
  ]);
  expect(rig.scheduler.jobs()).toMatchObject([{ id: "job", next: Date.UTC(2024, 0, 1, 2, 1), running: 0 }]);
  held.free();
  expect(await started).toBe(Date.UTC(2024, 0, 1, 2, 0, 30));
  await rig.clock.advance(MINUTE);
  expect(rig.lines("run.started", "fire.missed")).toEqual(["02:01:00 run.started job@02:01:00"]);
});

test("one that opens at once or soon is none that is waited for", async () => {
  const memory = createMemoryStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, open: async () => memory.open() } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  expect(rig.lines("store.waiting")).toEqual([]);
});

test("a stop ends the wait: the store is told, nothing has failed, nothing is left", async () => {
  const held = heldStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store: held.store });
  rig.job({ trigger: every(MINUTE) });
  const started = rig.scheduler.start();
  await rig.clock.advance(5 * SECOND);
  await rig.scheduler.stop();
  await started;
  expect(held.closed()).toBeGreaterThan(0);
  expect(rig.lines("store.failed", "run.started")).toEqual([]);
  expect(await rig.clock.runNext()).toBe(false);
});

test("a store that opens all the same when it was told to close is closed again, and nothing runs", async () => {
  const held = heldStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...held.store, close: () => void held.closed() } });
  rig.job({ trigger: every(MINUTE) });
  const calls = [rig.scheduler.start(), rig.scheduler.stop()];
  held.free();
  await Promise.all(calls);
  await rig.clock.advance(HOUR);
  expect(rig.lines("run.started")).toEqual([]);
});

test("after a wait that was ended, another start waits anew", async () => {
  const held = heldStore();
  const rig = createRig("2024-01-01T00:00:30Z", { store: held.store });
  rig.job({ trigger: every(MINUTE) });
  await Promise.all([rig.scheduler.start(), rig.scheduler.stop()]);
  const started = rig.scheduler.start();
  await rig.clock.advance(SECOND);
  held.free();
  await started;
  await rig.clock.advance(MINUTE);
  expect(rig.lines("run.started")).toHaveLength(1);
});

test("a store that lost what it knew says so, and the start goes on with what is left", async () => {
  const memory = createMemoryStore();
  const lost = new Error("jobs.db was damaged");
  const open = (): StoredState => ({ ...(memory.open() as StoredState), lost });
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, open } });
  rig.job({ trigger: every(MINUTE) });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  expect(rig.events("store.failed")).toEqual([{ error: lost }]);
  expect(rig.lines("run.started")).toHaveLength(1);
});
