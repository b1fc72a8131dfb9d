/** The OpenTelemetry adapter on the real SDK: spans, what is active in a handler, metrics. */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  type ContextManager,
  context,
  ROOT_CONTEXT,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import type { Scheduler } from "schedc/runtime";
import { instrument } from "schedc/runtime/opentelemetry";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { every, HOUR, MINUTE, SECOND } from "../scheduler/kit/triggers.ts";
import { createWorld, play, type World } from "./kit.ts";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer: Tracer = provider.getTracer("test");

/** As `@opentelemetry/context-async-hooks` does it. */
function createContextManager(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, call, receiver, ...args) => storage.run(active, () => call.apply(receiver as never, args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

beforeAll(() => void context.setGlobalContextManager(createContextManager()));
afterAll(() => context.disable());
afterEach(() => exporter.reset());

function spansOf(job: string): readonly ReadableSpan[] {
  return exporter.getFinishedSpans().filter(({ attributes }) => attributes["schedc.job.id"] === job);
}

const milliseconds = ([seconds, nanos]: readonly [number, number]): number => seconds * 1_000 + nanos / 1e6;

describe("spans", () => {
  let world: World;
  let end: () => void;
  async function played(): Promise<void> {
    world = createWorld((scheduler) => {
      end = instrument(scheduler, { tracer });
    });
    await play(world);
  }

  test("one for each run, at its times, with what it was", async () => {
    await played();
    const [first] = spansOf("long");
    expect(first).toMatchObject({
      name: "run long",
      parentSpanContext: undefined,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        "schedc.job.id": "long",
        "schedc.fire.key": "long@2024-01-01T00:01:00Z",
        "schedc.fire.time": "2024-01-01T00:01:00.000Z",
        "schedc.fire.origin": "schedule",
        "schedc.run.attempt": 1,
      },
    });
    expect(first && [milliseconds(first.startTime), milliseconds(first.endTime)]).toEqual([
      Date.parse("2024-01-01T00:01:00Z"),
      Date.parse("2024-01-01T00:02:30Z"),
    ]);
    expect(spansOf("quick")).toHaveLength(8);
  });

  test("a run that was tried again is one span, with an event for each retry", async () => {
    await played();
    const [span, ...others] = spansOf("shaky");
    expect(others).toEqual([]);
    expect(span?.events.map(({ name, attributes }) => [name, attributes])).toMatchObject([
      ["exception", { "exception.type": "TypeError", "exception.message": "attempt 1" }],
      ["retry", { "schedc.run.attempt": 1, "schedc.run.retry_at": "2024-01-01T00:01:10.000Z" }],
      ["exception", { "exception.message": "attempt 2" }],
      ["retry", { "schedc.run.attempt": 2, "schedc.run.retry_at": "2024-01-01T00:01:20.000Z" }],
    ]);
    expect(span).toMatchObject({ status: { code: SpanStatusCode.UNSET }, attributes: { "schedc.run.attempt": 3 } });
  });

  test("a run that failed has the error as its status, type and exception", async () => {
    await played();
    expect(spansOf("broken")).toMatchObject([
      {
        status: { code: SpanStatusCode.ERROR, message: "out of paper" },
        attributes: { "error.type": "RangeError" },
        events: [{ name: "exception", attributes: { "exception.type": "RangeError" } }],
      },
    ]);
  });

  test("a run that stands for merged fires names them", async () => {
    await played();
    const merged = spansOf("quick").flatMap(({ events }) => events.filter(({ name }) => name === "merged"));
    expect(merged.map(({ attributes }) => attributes?.["schedc.fire.key"])).toEqual(["quick@2024-01-01T00:06:00Z"]);
  });

  test("that are open when it ends are ended, and none comes after", async () => {
    await played();
    expect(spansOf("long")).toHaveLength(3);
    end();
    expect(spansOf("long")).toHaveLength(4);
    const before = exporter.getFinishedSpans().length;
    await world.clock.advance(10 * MINUTE);
    expect(exporter.getFinishedSpans()).toHaveLength(before);
  });
});

describe("in the handler", () => {
  test("its span is active, also after waiting, and the parent of what it starts", async () => {
    const { clock, scheduler } = createWorld();
    instrument(scheduler, { tracer });
    scheduler.schedule({
      id: "parent",
      trigger: every(HOUR, "2024-01-01T00:01:00Z"),
      run: async () => {
        tracer.startSpan("query 1").end();
        await clock.wait(SECOND);
        tracer.startSpan("query 2").end();
      },
    });
    await scheduler.start();
    await clock.advance(MINUTE);
    const [run] = spansOf("parent");
    const children = exporter.getFinishedSpans().filter(({ name }) => name.startsWith("query"));
    expect(children.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
      run?.spanContext().spanId,
      run?.spanContext().spanId,
    ]);
    expect(trace.getActiveSpan()).toBeUndefined();
    await scheduler.stop({ drain: 0 });
  });

  test("a run is the root of its trace, wherever the scheduler was started; who asked for one is linked", async () => {
    const { clock, scheduler } = createWorld();
    instrument(scheduler, { tracer });
    const boot = tracer.startSpan("boot");
    await context.with(trace.setSpan(ROOT_CONTEXT, boot), async () => {
      await scheduler.start();
      await scheduler.job("quick")?.runNow();
    });
    await clock.advance(MINUTE);
    const [asked, scheduled] = spansOf("quick");
    for (const span of [asked, scheduled]) {
      expect(span?.parentSpanContext).toBeUndefined();
      expect(span?.spanContext().traceId).not.toBe(boot.spanContext().traceId);
    }
    expect(asked?.links).toMatchObject([{ context: { spanId: boot.spanContext().spanId } }]);
    expect(scheduled?.links).toEqual([]);
    await scheduler.stop({ drain: 0 });
  });
});

describe("metrics", () => {
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 3_600_000,
  });
  const meters = new MeterProvider({ readers: [reader] });
  afterAll(() => meters.shutdown());

  /** The points of a metric, by their attributes. */
  async function pointsOf(name: string): Promise<readonly (readonly [string, unknown])[]> {
    const { resourceMetrics, errors } = await reader.collect();
    expect(errors).toEqual([]);
    const found = resourceMetrics.scopeMetrics
      .flatMap((scope) => scope.metrics)
      .find((m) => m.descriptor.name === name);
    return (found?.dataPoints ?? []).map(({ attributes, value }) => [Object.values(attributes).join(" "), value]);
  }

  test("count what the spans and events tell of, until the end", async () => {
    let end = () => {};
    const world = createWorld((scheduler: Scheduler) => {
      end = instrument(scheduler, { tracer, meter: meters.getMeter("test") });
    });
    await play(world);
    expect(Object.fromEntries(await pointsOf("schedc.fires"))).toEqual({
      "quick succeeded": 8,
      "quick merged coalesced": 1,
      "quick missed outage": 1,
      "long succeeded": 3,
      "long skipped overlap": 4,
      "long merged coalesced": 1,
      "long missed outage": 1,
      "shaky succeeded": 1,
      "broken failed": 1,
      "held succeeded": 1,
    });
    expect(await pointsOf("schedc.retries")).toEqual([["shaky", 2]]);
    expect(await pointsOf("schedc.deadlines.missed")).toEqual([["shaky", 1]]);
    expect(Object.fromEntries(await pointsOf("schedc.job.running"))).toMatchObject({ long: 1, quick: 0 });
    expect(await pointsOf("schedc.healthy")).toEqual([["", 1]]);
    expect(Object.fromEntries(await pointsOf("schedc.run.duration"))).toMatchObject({
      "long succeeded": { count: 3, sum: 270 },
      "shaky succeeded": { count: 1, sum: 20 },
    });
    expect(Object.fromEntries(await pointsOf("schedc.lateness"))).toMatchObject({ held: { count: 1, sum: 80 } });
    end();
    await world.clock.advance(5 * MINUTE);
    expect(Object.fromEntries(await pointsOf("schedc.fires"))).toMatchObject({ "quick succeeded": 8 });
    await world.scheduler.stop({ drain: 0 });
  });

  test("without a provider everything runs as it would", async () => {
    const world = createWorld((scheduler) => void instrument(scheduler));
    const succeeded: string[] = [];
    world.scheduler.on("run.succeeded", ({ job }) => void succeeded.push(job));
    await play(world);
    expect(succeeded.filter((job) => job === "quick")).toHaveLength(8);
    await world.scheduler.stop({ drain: 0 });
  });
});
