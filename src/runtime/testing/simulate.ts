/** Plays a whole schedule on a test clock, as fast as it goes, with the scheduler that production runs. */
import type { Run, Schedule, ScheduledJob, Scheduler } from "../model/index.ts";
import { createScheduler } from "../scheduler/index.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { type Instant, readInstant } from "./instant.ts";
import { collectOutcomes, type SimulatedFire } from "./outcomes.ts";

export interface Simulation<Id extends string, Tasks> {
  /** The scheduler starts here; a fire at this instant counts. */
  readonly from: Instant;
  /** It stops here; a fire at this instant does not count. Runs under way are played to their end. */
  readonly until: Instant;
  /** With tasks the jobs really run, with their guards and hooks. Without, none of these is called. */
  readonly tasks?: Tasks;
  /** Without tasks: how long each job's runs last, in milliseconds of the clock; no time unless told. */
  readonly durations?: { readonly [J in Id]?: number | ((run: Run) => number) };
  /** Handlers at the same time, of all jobs together. */
  readonly concurrency?: number;
}

/** Longer than any run that a simulation is good for. */
const PLAY_OUT = 366 * 86_400_000;

/** Every fire of the span, by fire time; equal ones in the order of their jobs in the schedule. */
export async function simulate<Id extends string, Tasks>(
  schedule: Schedule<Id, Tasks>,
  { from, until, tasks, durations = {}, concurrency }: Simulation<Id, Tasks>,
): Promise<readonly SimulatedFire<Id>[]> {
  const clock = createTestClock(from);
  const scheduler = createScheduler({
    clock,
    logger: { error() {}, warn() {} },
    ...(concurrency !== undefined && { concurrency }),
  });
  const { fires } = collectOutcomes<Id>(scheduler);
  if (tasks !== undefined) scheduler.add(schedule, tasks);
  else scheduler.add(withoutTasks(schedule, durations, clock));
  await scheduler.start();
  await clock.advance(Math.max(0, readInstant(until) - 1 - clock.now()));
  await playOut(scheduler, clock);

  const order = new Map(Object.keys(schedule.jobs).map((id, index) => [id, index]));
  const place = ({ job }: SimulatedFire): number => order.get(job) ?? 0;
  return fires
    .filter(({ scheduledAt }) => scheduledAt < readInstant(until))
    .sort((a, b) => a.scheduledAt - b.scheduledAt || place(a) - place(b));
}

async function playOut(scheduler: Scheduler, clock: TestClock): Promise<void> {
  let over = false;
  const stopped = scheduler.stop({ drain: PLAY_OUT }).then(() => {
    over = true;
  });
  await clock.settle();
  while (!over && (await clock.runNext()));
  await stopped;
}

/** The same schedule with runs that only take time. */
function withoutTasks<Id extends string, Tasks>(
  schedule: Schedule<Id, Tasks>,
  durations: NonNullable<Simulation<Id, Tasks>["durations"]>,
  clock: TestClock,
): Schedule<Id, undefined> {
  const played = (id: Id, { name, says, trigger, policy }: ScheduledJob<Tasks>): ScheduledJob<undefined> => ({
    ...(name !== undefined && { name }),
    ...(says !== undefined && { says }),
    ...(policy !== undefined && { policy }),
    trigger,
    run: (run) => {
      const told: number | ((run: Run) => number) = durations[id] ?? 0;
      const lasts = typeof told === "function" ? told(run) : told;
      return lasts > 0 ? clock.wait(lasts, run.signal) : undefined;
    },
  });
  const jobs = Object.entries(schedule.jobs) as [Id, ScheduledJob<Tasks>][];
  return {
    version: schedule.version,
    source: schedule.source,
    ...(schedule.zones !== undefined && { zones: schedule.zones }),
    jobs: Object.fromEntries(jobs.map(([id, job]) => [id, played(id, job)])) as Record<Id, ScheduledJob<undefined>>,
  };
}
