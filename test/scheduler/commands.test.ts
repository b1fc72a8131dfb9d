/** Commands of other processes: taken up within half a second, done once, answered when they are kept. */
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/runtime/scheduler/index.ts";
import { createDisk, createDurableStore } from "./kit/durable-store.ts";
import { createRig } from "./kit/rig.ts";
import { afterJob, every, HOUR, MINUTE, SECOND } from "./kit/triggers.ts";

type Asked = Command extends infer C ? (C extends Command ? Omit<C, "number"> : never) : never;

function commanded() {
  const disk = createDisk();
  const asked: Command[] = [];
  const store = createDurableStore(disk, { commands: () => asked });
  const rig = createRig("2024-01-01T00:00:30Z", { store });
  const ask = async (command: Asked) => {
    asked.push({ number: asked.length + 1, ...command } as Command);
    await rig.clock.advance(500);
    return store.answers.at(-1);
  };
  return { disk, store, rig, ask };
}

test("pause and resume, said twice or once", async () => {
  const { rig, ask } = commanded();
  rig.job({ trigger: every(MINUTE) });
  await rig.scheduler.start();
  expect(await ask({ kind: "pause", job: "job" })).toEqual({ number: 1, done: true });
  expect(await ask({ kind: "pause", job: "job" })).toEqual({ number: 2, done: true, says: "It was paused already." });
  await rig.clock.advance(MINUTE);
  expect(await ask({ kind: "resume", job: "job" })).toMatchObject({ done: true });
  expect(await ask({ kind: "resume", job: "job" })).toMatchObject({ done: true, says: "It was not paused." });
  await rig.clock.advance(MINUTE);
  expect(rig.lines("job.paused", "fire.skipped", "job.resumed", "run.started")).toEqual([
    "00:00:30.500 job.paused job",
    "00:01:00 fire.skipped job@00:01:00 paused",
    "00:01:31.500 job.resumed job",
    "00:02:00 run.started job@00:02:00",
  ]);
});

test("run now is answered with its key when it is accepted, not when it ends", async () => {
  const { rig, ask } = commanded();
  rig.job({ trigger: every(HOUR) }, 10 * MINUTE);
  await rig.scheduler.start();
  const answer = await ask({ kind: "run-now", job: "job" });
  expect(answer).toEqual({ number: 1, done: true, says: expect.stringMatching(/^job@2024-01-01T00:00:3.*#1\.1$/) });
  expect(rig.lines("run.succeeded")).toEqual([]);
  // One run at a time: another finds no place.
  expect(await ask({ kind: "run-now", job: "job" })).toMatchObject({
    done: false,
    says: expect.stringContaining("as many runs as its max allows"),
  });
});

test("backfill says how many fires it takes, or why it takes none", async () => {
  const { rig, ask } = commanded();
  rig.job({ trigger: every(MINUTE, "2000-01-01T00:00:00Z") });
  rig.job({ id: "chain", trigger: afterJob("job") });
  await rig.scheduler.start();
  await rig.clock.advance(5 * MINUTE);
  const from = Date.UTC(2024, 0, 1, 0, 1);
  expect(await ask({ kind: "backfill", job: "job", from, until: from + MINUTE })).toMatchObject({ says: "2 fires" });
  expect(rig.events("run.succeeded").filter(({ origin }) => origin === "backfill")).toHaveLength(2);
  expect(await ask({ kind: "backfill", job: "job", from, until: from })).toMatchObject({ says: "1 fire" });
  expect(await ask({ kind: "backfill", job: "chain", from, until: from })).toMatchObject({
    done: false,
    says: expect.stringContaining("no fire times of its own"),
  });
  const aeons = { from: 0, until: Date.UTC(2024, 0, 1) };
  expect(await ask({ kind: "backfill", job: "job", ...aeons })).toMatchObject({
    done: false,
    says: expect.stringContaining("in parts"),
  });
});

test("a job that there is not is said, with the one that may be meant", async () => {
  const { rig, ask } = commanded();
  rig.job({ id: "orders.sync", trigger: every(MINUTE) });
  await rig.scheduler.start();
  expect(await ask({ kind: "pause", job: "order.sync" })).toEqual({
    number: 1,
    done: false,
    says: "There is no job order.sync; did you mean orders.sync?",
  });
  expect(await ask({ kind: "pause", job: "backup" })).toMatchObject({ done: false, says: "There is no job backup." });
});

test("a job that only the store knows is said", async () => {
  const { disk, rig } = commanded();
  rig.job({ id: "old", trigger: every(MINUTE) });
  await rig.scheduler.start();
  await rig.scheduler.stop();
  const next = createDurableStore(disk, { commands: () => [{ number: 1, kind: "pause", job: "old" }] });
  const later = createRig("2024-01-01T01:00:00Z", { store: next });
  await later.scheduler.start();
  await later.clock.advance(500);
  expect(next.answers).toMatchObject([{ done: false, says: expect.stringContaining("from before") }]);
});

describe("after a crash", () => {
  test("what a command did and that it was taken up are in one commit", async () => {
    const { disk, rig, ask } = commanded();
    rig.job({ trigger: every(HOUR) }, MINUTE);
    await rig.scheduler.start();
    const before = disk.images.length;
    await ask({ kind: "run-now", job: "job" });
    for (const image of disk.images.slice(before - 1)) {
      const { fires, through } = JSON.parse(image) as { fires: object; through: number };
      expect(through).toBe(Object.keys(fires).length);
    }
  });

  test("a backfill that was accepted loses no fire", async () => {
    const { disk, rig, ask } = commanded();
    rig.job({ trigger: every(MINUTE) }, 0);
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    const before = disk.images.length;
    const from = Date.UTC(2024, 0, 1, 0, 1);
    await ask({ kind: "backfill", job: "job", from, until: from + 3 * MINUTE });
    for (const image of disk.images.slice(before, -1)) {
      const after = createDisk(image);
      const next = createRig("2024-01-01T00:06:00.001Z", { store: createDurableStore(after) });
      next.job({ trigger: every(MINUTE) });
      await next.scheduler.start();
      await next.clock.advance(SECOND);
      const filled = Object.values(after.content().fires).filter(({ origin }) => origin === "backfill");
      expect(filled.map(({ state }) => state)).toEqual(["succeeded", "succeeded", "succeeded", "succeeded"]);
    }
  });
});

test("a store that cannot be asked is told of once, and asked again", async () => {
  const disk = createDisk();
  let broken = true;
  const store = createDurableStore(disk, {
    commands: () => {
      if (broken) throw new Error("busy");
      return [{ number: 1, kind: "pause", job: "job" }];
    },
  });
  const rig = createRig("2024-01-01T00:00:30Z", { store });
  rig.job({ trigger: every(HOUR) });
  await rig.scheduler.start();
  await rig.clock.advance(5 * SECOND);
  broken = false;
  await rig.clock.advance(SECOND);
  expect(rig.lines("store.failed", "job.paused")).toEqual(["00:00:30.500 store.failed", "00:00:35.500 job.paused job"]);
});

test("nothing is heard before a start and after a stop", async () => {
  const { rig, ask, store } = commanded();
  rig.job({ trigger: every(HOUR) });
  await rig.scheduler.start();
  await rig.scheduler.stop();
  await ask({ kind: "pause", job: "job" });
  expect(store.answers).toEqual([]);
  expect(await rig.clock.runNext()).toBe(false);
});
