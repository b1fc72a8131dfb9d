/** Signals that stop a scheduler. They are raised by the emitter that Node raises them by. */
import { createScheduler, stopOnSignals } from "schedc/runtime";
import { describe, expect, test } from "vitest";

const ofProcess = (): number => process.listenerCount("SIGTERM") + process.listenerCount("SIGINT");

function recorded() {
  const drains: (number | undefined)[] = [];
  let done = (): void => {};
  const stop = ({ drain }: { readonly drain?: number } = {}): Promise<void> => {
    drains.push(drain);
    return new Promise((resolve) => {
      done = resolve;
    });
  };
  return { drains, scheduler: { stop }, done: () => done() };
}

describe("the first signal stops as told, the second hurries, then all is as before", () => {
  test.each([
    [{ drain: 5_000 }, [5_000, 0]],
    [{}, [undefined, 0]],
  ])("with %j", async (options, expected) => {
    const before = ofProcess();
    const { drains, scheduler, done } = recorded();
    stopOnSignals(scheduler, options);
    process.emit("SIGTERM", "SIGTERM");
    process.emit("SIGINT", "SIGINT");
    expect(drains).toEqual(expected);
    done();
    await new Promise(setImmediate);
    expect(ofProcess()).toBe(before);
  });
});

test("other signals than told mean nothing, and the answer takes it back", () => {
  const before = process.listenerCount("SIGUSR2");
  const { drains, scheduler } = recorded();
  const off = stopOnSignals(scheduler, { signals: ["SIGUSR2"] });
  expect([ofProcess(), process.listenerCount("SIGUSR2")]).toEqual([ofProcess(), before + 1]);
  off();
  process.emit("SIGUSR2", "SIGUSR2");
  expect([drains, process.listenerCount("SIGUSR2")]).toEqual([[], before]);
});

test("a scheduler that runs ends its runs first", async () => {
  const scheduler = createScheduler();
  const ended: string[] = [];
  scheduler.on("*", ({ name }) => ended.push(name));
  const { promise, resolve } = Promise.withResolvers<void>();
  const job = scheduler.schedule({ id: "job", trigger: { kind: "startup" }, run: () => promise });
  await scheduler.start();
  stopOnSignals(scheduler, { signals: ["SIGUSR2"] });
  process.emit("SIGUSR2", "SIGUSR2");
  resolve();
  await scheduler.stop();
  expect(ended.slice(-2)).toEqual(["run.started", "run.succeeded"]);
  expect(job.next()).toBeUndefined();
});

test("a stop that fails brings nothing down", async () => {
  const before = process.listenerCount("SIGUSR2");
  stopOnSignals({ stop: () => Promise.reject(new Error("no disk")) }, { signals: ["SIGUSR2"] });
  process.emit("SIGUSR2", "SIGUSR2");
  await new Promise(setImmediate);
  expect(process.listenerCount("SIGUSR2")).toBe(before);
});
