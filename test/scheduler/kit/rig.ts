/** A scheduler on a test clock that writes down what it tells. */
import {
  type EventName,
  type Events,
  isoInstant,
  type JobSpec,
  type Run,
  type Scheduler,
} from "../../../src/runtime/model/index.ts";
import { createScheduler, type SchedulerOptions } from "../../../src/runtime/scheduler/index.ts";
import { createTestClock, type Instant, type TestClock } from "../../../src/runtime/testing/index.ts";

export interface Told {
  readonly name: EventName;
  readonly at: number;
  readonly event: Record<string, unknown>;
}

export interface Rig {
  readonly clock: TestClock;
  readonly scheduler: Scheduler;
  readonly told: Told[];
  /** Schedules a job; its handler lasts so many milliseconds of the clock unless it is given. */
  job(spec: Partial<JobSpec> & Pick<JobSpec, "trigger">, lasts?: number): ReturnType<Scheduler["schedule"]>;
  /** The events as lines: `09:30:00 run.started job@…`, of these names or all. */
  lines(...names: readonly EventName[]): string[];
  events<N extends EventName>(name: N): Events[N][];
}

export function createRig(start: Instant = "2024-01-01T00:00:00Z", options: Partial<SchedulerOptions> = {}): Rig {
  const clock = createTestClock(start, { patience: 0 });
  const scheduler = createScheduler({ clock, logger: { error() {}, warn() {} }, ...options });
  const told: Told[] = [];
  scheduler.on("*", ({ name, ...event }) => void told.push({ name, at: clock.now(), event: { ...event } }));
  return {
    clock,
    scheduler,
    told,
    job: (spec, lasts = 0) =>
      scheduler.schedule({
        id: "job",
        run: (run: Run) => (lasts === 0 ? undefined : clock.wait(lasts, run.signal)),
        ...spec,
      }),
    lines: (...names) =>
      told.filter(({ name }) => names.length === 0 || names.includes(name)).map((one) => describeTold(one)),
    events: <N extends EventName>(name: N) =>
      told.filter((one) => one.name === name).map(({ event }) => event as unknown as Events[N]),
  };
}

function describeTold({ name, at, event }: Told): string {
  const clock = isoInstant(at).slice(11, -1);
  const fire =
    typeof event.scheduledAt === "number" ? ` ${event.job}@${isoInstant(event.scheduledAt).slice(11, -1)}` : "";
  const job = fire === "" && event.job !== undefined ? ` ${event.job}` : "";
  const attempt = typeof event.attempt === "number" && event.attempt > 1 ? ` #${event.attempt}` : "";
  const reason = event.reason === undefined ? "" : ` ${event.reason}`;
  return `${clock} ${name}${fire}${job}${attempt}${reason}`;
}
