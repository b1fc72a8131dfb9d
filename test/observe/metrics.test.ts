/** The Prometheus text, read by a parser that is not ours. */
import parse from "parse-prometheus-text-format";
import { createScheduler, type Scheduler } from "schedc/runtime";
import { catalogue, createMetrics, type Metrics } from "schedc/runtime/metrics";
import { createTestClock } from "schedc/testing";
import { describe, expect, test, vi } from "vitest";
import { every, MINUTE } from "../scheduler/kit/triggers.ts";
import { createWorld, play, type World } from "./kit.ts";

interface Family {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly metrics: readonly {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value?: string;
    readonly buckets?: Readonly<Record<string, string>>;
    readonly count?: string;
    readonly sum?: string;
  }[];
}

function families(metrics: Metrics): ReadonlyMap<string, Family> {
  return new Map((parse(metrics.text()) as readonly Family[]).map((family) => [family.name, family]));
}

/** `job fate reason` and the like, each with its value. */
function valuesOf(metrics: Metrics, name: string): Record<string, number> {
  const { metrics: lines = [] } = families(metrics).get(name) ?? {};
  return Object.fromEntries(lines.map(({ labels = {}, value }) => [Object.values(labels).join(" "), Number(value)]));
}

/** The parser knows no histogram by labels: it is given the lines of one job, without that label. */
function histogramOf(metrics: Metrics, name: string, job: string): Family["metrics"][number] | undefined {
  const lines = metrics.text().split("\n");
  const own = lines.filter((line) => (line.startsWith(`# `) ? line.includes(` ${name} `) : line.startsWith(name)));
  const text = own
    .filter((line) => line.startsWith("#") || line.includes(`{job="${job}"`))
    .map((line) => line.replace(/\{job="[^"]*",?/, "{").replace("{}", ""));
  return (parse(`${text.join("\n")}\n`) as readonly Family[])[0]?.metrics[0];
}

async function played(): Promise<World & { readonly metrics: Metrics }> {
  let metrics: Metrics | undefined;
  const world = createWorld((scheduler) => {
    metrics = createMetrics(scheduler);
  });
  await play(world);
  return { ...world, metrics: metrics as Metrics };
}

describe("the text", () => {
  test("counts fires by job, fate and reason", async () => {
    const { metrics } = await played();
    expect(valuesOf(metrics, "schedc_fires_total")).toEqual({
      "quick succeeded": 8,
      "quick failed": 0,
      "quick merged coalesced": 1,
      "quick missed outage": 1,
      "long succeeded": 3,
      "long failed": 0,
      "long skipped overlap": 4,
      "long merged coalesced": 1,
      "long missed outage": 1,
      "shaky succeeded": 1,
      "shaky failed": 0,
      "broken succeeded": 0,
      "broken failed": 1,
      "held succeeded": 1,
      "held failed": 0,
    });
    expect(valuesOf(metrics, "schedc_attempts_total")).toMatchObject({ shaky: 3, broken: 1 });
    expect(valuesOf(metrics, "schedc_retries_total")).toEqual({ shaky: 2 });
    expect(valuesOf(metrics, "schedc_deadlines_missed_total")).toEqual({ shaky: 1 });
    expect(valuesOf(metrics, "schedc_clock_steps_total")).toEqual({ "": 1 });
    expect(valuesOf(metrics, "schedc_store_failures_total")).toEqual({ "": 0 });
  });

  test("agrees with the events, whatever they were", async () => {
    const counted: Record<string, number> = {};
    let metrics: Metrics | undefined;
    const world = createWorld((scheduler) => {
      metrics = createMetrics(scheduler);
      scheduler.on("*", (event) => {
        const [kind, fate] = event.name.split(".");
        if (!("job" in event) || event.name === "run.started" || event.name === "run.retrying") return;
        if (kind !== "run" && kind !== "fire") return;
        const key = `${event.job} ${fate}${"reason" in event ? ` ${event.reason}` : ""}`;
        counted[key] = (counted[key] ?? 0) + 1;
      });
    });
    await play(world);
    await world.scheduler.stop({ drain: 0 });
    const values = Object.entries(valuesOf(metrics as Metrics, "schedc_fires_total"));
    expect(Object.fromEntries(values.filter(([, value]) => value > 0))).toEqual(counted);
  });

  test("spreads lateness and duration over buckets that add up", async () => {
    const { metrics } = await played();
    const duration = (job: string) => histogramOf(metrics, "schedc_run_duration_seconds", job);
    expect(duration("long")).toMatchObject({ count: "3", sum: "270", buckets: { "60": "0", "300": "3", "+Inf": "3" } });
    expect(duration("shaky")).toMatchObject({ count: "1", sum: "20", buckets: { "10": "0", "30": "1", "+Inf": "1" } });
    const late = histogramOf(metrics, "schedc_lateness_seconds", "held");
    expect(late).toMatchObject({ count: "1", sum: "80", buckets: { "60": "0", "300": "1", "+Inf": "1" } });
  });

  test("shows what is under way, waits, comes next, and was last", async () => {
    const { metrics, scheduler } = await played();
    const seconds = (iso: string): number => Date.parse(iso) / 1_000;
    expect(valuesOf(metrics, "schedc_job_running")).toEqual({ quick: 0, long: 1, shaky: 0, broken: 0, held: 0 });
    expect(valuesOf(metrics, "schedc_job_waiting")).toEqual({ quick: 0, long: 0, shaky: 0, broken: 0, held: 0 });
    expect(valuesOf(metrics, "schedc_job_next_fire_timestamp_seconds")).toMatchObject({
      quick: seconds("2024-01-01T00:11:00Z"),
      shaky: seconds("2024-01-01T01:01:00Z"),
    });
    expect(valuesOf(metrics, "schedc_job_last_success_timestamp_seconds")).toEqual({
      quick: seconds("2024-01-01T00:10:00Z"),
      long: seconds("2024-01-01T00:08:30Z"),
      shaky: seconds("2024-01-01T00:01:20Z"),
      held: seconds("2024-01-01T00:03:20Z"),
    });
    expect(valuesOf(metrics, "schedc_job_last_failure_timestamp_seconds")).toEqual({
      broken: seconds("2024-01-01T00:02:00Z"),
    });
    expect(valuesOf(metrics, "schedc_jobs")).toEqual({ "": 5 });
    scheduler.job("quick")?.pause();
    expect(valuesOf(metrics, "schedc_job_paused")).toEqual({ quick: 1, long: 0, shaky: 0, broken: 0, held: 0 });
    expect(valuesOf(metrics, "schedc_healthy")).toEqual({ "": 1 });
    expect(valuesOf(metrics, "schedc_problems")).toMatchObject({ paused: 1, deadline: 0, stopped: 0 });
    await scheduler.stop({ drain: 0 });
    expect(valuesOf(metrics, "schedc_healthy")).toEqual({ "": 0 });
    expect(valuesOf(metrics, "schedc_problems")).toMatchObject({ stopped: 1 });
  });

  test("has every metric once, with its type and help, and no line that is not of the format", async () => {
    const { metrics, scheduler } = await played();
    scheduler.on("run.succeeded", () => {
      throw new Error("x");
    });
    await scheduler.job("quick")?.runNow();
    const found = families(metrics);
    for (const { name, type, help } of Object.values(catalogue)) {
      expect(found.get(name), name).toMatchObject({ type: type.toUpperCase(), help });
    }
    expect([...found.keys()].sort()).toEqual(
      Object.values(catalogue)
        .map(({ name }) => name)
        .sort(),
    );
    const text = metrics.text();
    expect(text.endsWith("\n")).toBe(true);
    const sample =
      /^[a-z_]+(\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\})? (\d+(\.\d+)?(e[+-]\d+)?|[+]Inf)$/;
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^# (HELP|TYPE) /.test(line) ? /./ : sample);
    expect(metrics.contentType).toBe("text/plain; version=0.0.4; charset=utf-8");
    await scheduler.stop({ drain: 0 });
  });

  test("escapes ids that are anything", async () => {
    const { clock, scheduler } = bare();
    const metrics = createMetrics(scheduler);
    const ids = ['a"b', "back\\slash", "two\nlines", "ends\\", 'größe {x="1"}', "n\\n"];
    for (const id of ids) scheduler.schedule({ id, trigger: every(MINUTE), run: () => {} });
    await scheduler.start();
    await clock.advance(MINUTE);
    const labels = families(metrics)
      .get("schedc_attempts_total")
      ?.metrics.map(({ labels: { job } = {} }) => job);
    expect(labels).toEqual(ids);
    await scheduler.stop();
  });
});

describe("the number of series", () => {
  test("stays in bounds, and sums over jobs do not fall when a job goes", async () => {
    const { clock, scheduler } = bare();
    const metrics = createMetrics(scheduler, { maxJobs: 2 });
    const schedule = (id: string) => scheduler.schedule({ id, trigger: every(MINUTE), run: () => {} });
    const [first] = ["a", "b", "c", "d"].map(schedule);
    await scheduler.start();
    await clock.advance(2 * MINUTE);
    const attempts = () => valuesOf(metrics, "schedc_attempts_total");
    expect(attempts()).toEqual({ a: 2, b: 2, "(other)": 4 });
    expect(valuesOf(metrics, "schedc_job_running")).toEqual({ a: 0, b: 0, "(other)": 0 });
    expect(Object.keys(valuesOf(metrics, "schedc_job_next_fire_timestamp_seconds"))).toEqual(["a", "b"]);
    first?.remove();
    expect(attempts()).toEqual({ b: 2, "(other)": 6 });
    expect(Object.keys(valuesOf(metrics, "schedc_job_last_success_timestamp_seconds"))).toEqual(["b"]);
    schedule("e");
    await clock.advance(MINUTE);
    expect(attempts()).toEqual({ b: 3, e: 1, "(other)": 8 });
    await scheduler.stop();
  });

  test("a thousand jobs that come and go leave no series behind", async () => {
    const { clock, scheduler } = bare();
    const metrics = createMetrics(scheduler);
    await scheduler.start();
    for (let n = 0; n < 1_000; n++) {
      const job = scheduler.schedule({ id: `reminder ${n}`, trigger: every(MINUTE), run: () => clock.wait(MINUTE) });
      const ran = job.runNow().catch(() => {});
      await clock.settle();
      job.remove();
      await ran;
    }
    expect(valuesOf(metrics, "schedc_fires_total")).toEqual({ "(other) failed": 1_000 });
    expect(metrics.text().split("\n").length).toBeLessThan(100);
    await scheduler.stop();
  });
});

test("a scheduler that had jobs before is counted from here on, until the end", async () => {
  const { clock, scheduler } = bare();
  const job = scheduler.schedule({ id: "job", trigger: every(MINUTE), run: () => {} });
  await scheduler.start();
  await clock.advance(MINUTE);
  const metrics = createMetrics(scheduler);
  await clock.advance(MINUTE);
  metrics.end();
  await job.runNow();
  expect(valuesOf(metrics, "schedc_attempts_total")).toEqual({ job: 1 });
  await scheduler.stop();
});

test("counting keeps no failure from the console", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const clock = createTestClock("2024-01-01T00:00:30Z");
  const scheduler = createScheduler({ clock });
  createMetrics(scheduler);
  await scheduler
    .schedule({ id: "job", trigger: every(MINUTE), run: () => Promise.reject(new Error("x")) })
    .runNow()
    .catch(() => {});
  expect(said).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
});

function bare(): { readonly clock: ReturnType<typeof createTestClock>; readonly scheduler: Scheduler } {
  const clock = createTestClock("2024-01-01T00:00:30Z");
  return { clock, scheduler: createScheduler({ clock, logger: { error() {}, warn() {} } }) };
}
