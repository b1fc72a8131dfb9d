/** Node's diagnostics channels: who subscribes by name sees everything, and what is bound is there in the handler. */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, tracingChannel, unsubscribe } from "node:diagnostics_channel";
import { type AnyEvent, createScheduler, type EventName, RUN_CHANNEL, type RunTrace } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { every, MINUTE, SECOND } from "../scheduler/kit/triggers.ts";

const start = "2024-01-01T00:00:30Z";

function rig(run: (signal: AbortSignal) => unknown, policy = {}) {
  const clock = createTestClock(start);
  const scheduler = createScheduler({ clock, logger: { error() {}, warn() {} } });
  scheduler.schedule({ id: "job", trigger: every(MINUTE), policy, run: ({ signal }) => run(signal) });
  return { clock, scheduler };
}

/** The messages of a tracing channel as `phase`, and the object that all phases share. */
function trace() {
  const phases: string[] = [];
  const traces = new Set<RunTrace>();
  const note = (phase: string) => (message: object) => {
    phases.push(phase);
    traces.add(message as RunTrace);
  };
  const subscribers = {
    start: note("start"),
    end: note("end"),
    asyncStart: note("asyncStart"),
    asyncEnd: note("asyncEnd"),
    error: note("error"),
  };
  const runs = tracingChannel(RUN_CHANNEL);
  runs.subscribe(subscribers);
  return { phases, traces, end: () => void runs.unsubscribe(subscribers) };
}

describe("the channel of an event", () => {
  test("is named after it, and publishes what listeners hear, with its name", async () => {
    const told: unknown[] = [];
    const heard: AnyEvent[] = [];
    const names: EventName[] = ["run.started", "run.succeeded", "fire.skipped", "job.added"];
    const hear = (message: unknown): void => void told.push(message);
    const { clock, scheduler } = rig(() => clock.wait(90 * SECOND));
    for (const name of names) subscribe(`schedc:${name}`, hear);
    scheduler.on("*", (event) => void heard.push(event));
    scheduler.schedule({ id: "late", trigger: every(MINUTE), run: () => {} });
    await scheduler.start();
    await clock.advance(3 * MINUTE);
    for (const name of names) unsubscribe(`schedc:${name}`, hear);
    const wanted = heard.filter(({ name }) => names.includes(name));
    expect(wanted.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(told).toEqual(wanted);
    await scheduler.stop({ drain: 0 });
    expect(told).toHaveLength(wanted.length);
  });
});

describe("the tracing channel of handlers", () => {
  test("one that answers at once", async () => {
    const { phases, traces, end } = trace();
    const { clock, scheduler } = rig(() => "done");
    await scheduler.start();
    await clock.advance(MINUTE);
    end();
    expect(phases).toEqual(["start", "end"]);
    expect([...traces]).toEqual([
      {
        job: "job",
        key: "job@2024-01-01T00:01:00Z",
        scheduledAt: Date.parse("2024-01-01T00:01:00Z"),
        origin: "schedule",
        attempt: 1,
        startedAt: Date.parse("2024-01-01T00:01:00Z"),
        result: "done",
      },
    ]);
    await scheduler.stop();
  });

  test("one that answers later", async () => {
    const { phases, traces, end } = trace();
    const { clock, scheduler } = rig(() => clock.wait(SECOND).then(() => "done"));
    await scheduler.start();
    await clock.advance(31 * SECOND);
    end();
    expect(phases).toEqual(["start", "end", "asyncStart", "asyncEnd"]);
    expect([...traces]).toMatchObject([{ result: "done" }]);
    await scheduler.stop();
  });

  test("one that throws, one that fails later, and each attempt", async () => {
    const { phases, traces, end } = trace();
    const retry = { times: 1, wait: SECOND, backoff: "fixed", jitter: false };
    let attempts = 0;
    const { clock, scheduler } = rig(
      () => {
        const error = new Error(`attempt ${++attempts}`);
        if (attempts === 1) throw error;
        return Promise.reject(error);
      },
      { retry },
    );
    await scheduler.start();
    await clock.advance(32 * SECOND);
    end();
    expect(phases).toEqual(["start", "error", "end", "start", "end", "error", "asyncStart", "asyncEnd"]);
    expect([...traces]).toMatchObject([
      { attempt: 1, error: new Error("attempt 1") },
      { attempt: 2, error: new Error("attempt 2") },
    ]);
    expect([...traces].some((one) => "result" in one)).toBe(false);
    await scheduler.stop();
  });

  test("what is bound to its start is there in the handler, and in what follows from it", async () => {
    const storage = new AsyncLocalStorage<string>();
    const runs = tracingChannel(RUN_CHANNEL);
    runs.start.bindStore(storage, (message) => `span of ${(message as RunTrace).key}`);
    const seen: (string | undefined)[] = [];
    const { clock, scheduler } = rig(async () => {
      seen.push(storage.getStore());
      await clock.wait(SECOND);
      seen.push(storage.getStore());
    });
    await scheduler.start();
    await clock.advance(31 * SECOND);
    runs.start.unbindStore(storage);
    expect(seen).toEqual(["span of job@2024-01-01T00:01:00Z", "span of job@2024-01-01T00:01:00Z"]);
    expect(storage.getStore()).toBeUndefined();
    await scheduler.stop();
  });
});

describe("around", () => {
  test("stands around each attempt, the first outermost, and gives what the handler gave", async () => {
    const said: string[] = [];
    const { clock, scheduler } = rig(() => {
      said.push("handler");
      return "given";
    });
    const results: unknown[] = [];
    scheduler.on("run.succeeded", ({ result }) => void results.push(result));
    const layer = (name: string) =>
      scheduler.around((run, call) => {
        said.push(`${name} ${run.attempt}`);
        return call();
      });
    const endOuter = layer("outer");
    layer("inner");
    await scheduler.start();
    await clock.advance(MINUTE);
    endOuter();
    await clock.advance(MINUTE);
    expect(said).toEqual(["outer 1", "inner 1", "handler", "inner 1", "handler"]);
    expect(results).toEqual(["given", "given"]);
    await scheduler.stop();
  });

  test("what it gives or throws is the handler's", async () => {
    const { clock, scheduler } = rig(() => "given");
    const ended: unknown[] = [];
    scheduler.on("run.succeeded", ({ result }) => void ended.push(result));
    scheduler.on("run.failed", ({ error }) => void ended.push(error));
    const end = scheduler.around(() => "another");
    await scheduler.start();
    await clock.advance(MINUTE);
    end();
    scheduler.around(() => {
      throw new Error("not now");
    });
    await clock.advance(MINUTE);
    expect(ended).toEqual(["another", new Error("not now")]);
    await scheduler.stop();
  });
});
