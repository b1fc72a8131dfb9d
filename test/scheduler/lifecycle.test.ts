/** Start and stop in every order, and what becomes of runs under way. */
import { describe, expect, test } from "vitest";
import type { Run } from "../../src/runtime/model/index.ts";
import { createMemoryStore } from "../../src/runtime/scheduler/index.ts";
import { createRig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, once, SECOND, startup } from "./kit/triggers.ts";

describe("stop", () => {
  test("lets a run end and takes no new fire", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({ trigger: every(MINUTE), policy: { overlap: "allow" } }, 100 * SECOND);
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:01:50Z");
    const stopped = rig.scheduler.stop({ drain: MINUTE }).then(() => rig.clock.now() % HOUR);
    await rig.clock.advance(10 * MINUTE);
    expect(rig.lines("run.started", "run.succeeded", "run.failed")).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:02:40 run.succeeded job@00:01:00",
    ]);
    expect(await stopped).toBe(160 * SECOND);
  });

  test("aborts after the drain, and says so", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    rig.job({ trigger: once("2024-01-01T00:01:00Z") }, HOUR);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    const stopped = rig.scheduler.stop({ drain: 10 * SECOND });
    await rig.clock.advance(10 * SECOND);
    await stopped;
    expect(rig.lines("run.failed")).toEqual(["00:01:40 run.failed job@00:01:00"]);
    expect(rig.events("run.failed")[0]?.error).toMatchObject({ code: "run/stopped" });
  });

  test("with nothing to wait for is over at once, and leaves no timer", async () => {
    const rig = createRig();
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    await rig.scheduler.stop();
    expect(await rig.clock.runNext()).toBe(false);
  });

  test("does not wait for a handler that listens to nothing once it is aborted", async () => {
    const rig = createRig();
    rig.job({ trigger: every(MINUTE), run: () => new Promise(() => {}) });
    await rig.scheduler.start();
    await rig.clock.advance(SECOND);
    await rig.scheduler.stop({ drain: 0 });
    expect(rig.lines("run.failed")).toHaveLength(1);
  });

  test("a second one may be in more of a hurry", async () => {
    const rig = createRig();
    rig.job({ trigger: every(MINUTE) }, HOUR);
    await rig.scheduler.start();
    await rig.clock.advance(SECOND);
    const first = rig.scheduler.stop({ drain: HOUR });
    await rig.clock.advance(SECOND);
    const second = rig.scheduler.stop({ drain: 0 });
    await Promise.all([first, second]);
    expect(rig.lines("run.failed")).toEqual(["00:00:02 run.failed job@00:00:00"]);
  });

  test("queued fires end as stopped, a run between attempts goes on until the drain is over", async () => {
    const rig = createRig("2024-01-01T00:00:30Z", { concurrency: 1 });
    const retry = { times: 5, wait: 20 * SECOND, backoff: "fixed", jitter: false } as const;
    rig.job({
      id: "flaky",
      trigger: once("2024-01-01T00:01:00Z"),
      policy: { retry },
      run: ({ attempt }) => {
        if (attempt < 3) throw new Error("not yet");
      },
    });
    rig.job({ id: "long", trigger: once("2024-01-01T00:01:00Z") }, 15 * SECOND);
    rig.job({ id: "waits", trigger: once("2024-01-01T00:01:00Z") });
    await rig.scheduler.start();
    await rig.clock.advance(31 * SECOND);
    const stopped = rig.scheduler.stop({ drain: MINUTE });
    await rig.clock.advance(40 * SECOND);
    await stopped;
    expect(rig.lines("run.succeeded", "run.failed", "fire.skipped")).toEqual([
      "00:01:01 fire.skipped waits@00:01:00 stopped",
      "00:01:15 run.succeeded long@00:01:00",
      "00:01:40 run.succeeded flaky@00:01:00 #3",
    ]);
  });

  test("within a handler does not wait for that handler", async () => {
    const rig = createRig();
    rig.job({
      trigger: every(MINUTE),
      run: async () => {
        await rig.scheduler.stop({ drain: HOUR });
        return "stopped";
      },
    });
    await rig.scheduler.start();
    await rig.clock.advance(SECOND);
    expect(rig.events("run.succeeded")).toMatchObject([{ result: "stopped" }]);
  });
});

test("a stop is not held up by those who call it: runs, hooks, several of them", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const ended: string[] = [];
  const stop = async (run: Run): Promise<void> => {
    await rig.scheduler.stop({ drain: HOUR });
    ended.push(`${run.id} at ${rig.clock.monotonic()}`);
  };
  rig.job({ id: "run", trigger: once("2024-01-01T00:01:00Z"), run: stop });
  rig.job({ id: "other", trigger: once("2024-01-01T00:01:00Z"), run: stop });
  rig.job({ id: "hook", trigger: once("2024-01-01T00:01:00Z"), onSuccess: stop });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  expect(ended.sort()).toEqual(["hook at 30000", "other at 30000", "run at 30000"]);
  expect(rig.lines("run.succeeded")).toHaveLength(3);
});

describe("start", () => {
  test("twice is once", async () => {
    const rig = createRig();
    rig.job({ trigger: startup });
    await Promise.all([rig.scheduler.start(), rig.scheduler.start()]);
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toHaveLength(1);
  });

  test("stop during a start, start during a stop: the last word counts", async () => {
    const memory = createMemoryStore();
    const store = { ...memory, open: async () => memory.open() };
    const rig = createRig("2024-01-01T00:00:30Z", { store });
    rig.job({ trigger: every(MINUTE) });
    const calls = [rig.scheduler.start(), rig.scheduler.stop()];
    await Promise.all(calls);
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toEqual([]);
    await Promise.all([rig.scheduler.start(), rig.scheduler.stop(), rig.scheduler.start()]);
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toEqual(["00:02:00 run.started job@00:02:00"]);
  });

  test("stop without start, and stop twice, are no mistakes", async () => {
    const rig = createRig();
    await rig.scheduler.stop();
    await rig.scheduler.start();
    await rig.scheduler.stop();
    await rig.scheduler.stop();
  });

  test("has happened when the call returns, where the store needs no waiting", async () => {
    const rig = createRig();
    rig.job({ trigger: startup });
    void rig.scheduler.start();
    expect(rig.lines("run.started")).toHaveLength(1);
  });

  test("a store that does not open refuses it, and a later one may succeed", async () => {
    const memory = createMemoryStore();
    let broken = true;
    const open = (): ReturnType<typeof memory.open> => {
      if (broken) throw new Error("locked");
      return memory.open();
    };
    const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, open } });
    rig.job({ trigger: every(MINUTE) });
    await expect(rig.scheduler.start()).rejects.toMatchObject({ name: "SchedcError", code: "store/not-open" });
    expect(rig.events("store.failed")).toEqual([{ error: new Error("locked") }]);
    broken = false;
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.started")).toHaveLength(1);
  });
});

test("a start that fails after it was given up for a stop is none, and undoes nothing asked for since", async () => {
  const memory = createMemoryStore();
  let opened = 0;
  const open = async () => {
    if (opened++ === 0) throw new Error("locked");
    return memory.open();
  };
  const rig = createRig("2024-01-01T00:00:30Z", { store: { ...memory, open } });
  rig.job({ trigger: every(MINUTE) });
  const calls = [rig.scheduler.start(), rig.scheduler.stop(), rig.scheduler.start()];
  await Promise.all(calls);
  expect(rig.lines("store.failed")).toEqual([]);
  await rig.scheduler.stop();
  await rig.clock.advance(5 * MINUTE);
  expect(rig.lines("run.started")).toEqual([]);
});

test("between a stop and the next start nothing was alive: catch-up decides", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({ id: "none", trigger: every(MINUTE) });
  rig.job({ id: "all", trigger: every(MINUTE), policy: { catchUp: { mode: "all" }, overlap: "queue" } });
  await rig.scheduler.start();
  await rig.clock.advance(MINUTE);
  await rig.scheduler.stop();
  await rig.clock.advanceTo("2024-01-01T00:04:30Z");
  await rig.scheduler.start();
  expect(rig.lines("run.started", "fire.missed").slice(2)).toEqual([
    "00:04:30 fire.missed none@00:02:00 outage",
    "00:04:30 fire.missed none@00:03:00 outage",
    "00:04:30 run.started none@00:04:00",
    "00:04:30 run.started all@00:02:00",
    "00:04:30 run.started all@00:03:00",
    "00:04:30 run.started all@00:04:00",
  ]);
});

test("await using stops", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  {
    await using scheduler = rig.scheduler;
    rig.job({ trigger: every(MINUTE) });
    await scheduler.start();
    await rig.clock.advance(MINUTE);
  }
  await rig.clock.advance(HOUR);
  expect(rig.lines("run.started")).toHaveLength(1);
});
