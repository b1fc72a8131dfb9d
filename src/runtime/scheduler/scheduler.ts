/** The scheduler an app holds: its parts put together. */
import {
  type EventName,
  type Jobs,
  type Listener,
  type ListenOptions,
  SchedcError,
  type Schedule,
  type Scheduler,
} from "../model/index.ts";
import { later } from "./alarm.ts";
import { createWrapping } from "./around.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Core } from "./core.ts";
import { defineJob, defineModule } from "./definition.ts";
import { createEmitter } from "./emitter.ts";
import type { Alarm, Flight } from "./flight.ts";
import { createHandle, infoOf } from "./handle.ts";
import { createHandles } from "./handles.ts";
import { createHealthWatch } from "./health.ts";
import { createTimeQueue } from "./heap.ts";
import type { Job } from "./job.ts";
import { createLedger } from "./ledger.ts";
import { createLifecycle } from "./lifecycle.ts";
import { createLog, type Logger } from "./log.ts";
import { createLoop } from "./loop.ts";
import { createNowhere } from "./nowhere.ts";
import { createReadyQueue } from "./ready.ts";
import { checkNew, register, registerAll } from "./registry.ts";
import { watchSteps } from "./step.ts";
import type { Store } from "./store.ts";
import { defineTemplates } from "./template-definition.ts";
import { createTemplateHandle } from "./template-jobs.ts";
import { createTemplates, refuseKnown } from "./template-registry.ts";
import { restoreTemplates } from "./template-restore.ts";
import { createTurn } from "./turn.ts";
import { compareZones } from "./zone-watch.ts";

export interface SchedulerOptions {
  /** Where state lives; without one in memory, which knows nothing after a restart. */
  readonly store?: Store;
  readonly clock?: Clock;
  /** Hears every event, each at its level. Without one the console hears of the failures that no listener hears. */
  readonly logger?: Logger;
  /** Handlers at the same time, of all jobs together; no bound unless told. */
  readonly concurrency?: number;
  /** Whether a started scheduler keeps the process alive; it does unless told. */
  readonly keepAlive?: boolean;
}

/** How long `stop` lets runs end unless told, in milliseconds. */
const DRAIN = 30_000;

export function createScheduler(options: SchedulerOptions = {}): Scheduler {
  const { clock = systemClock, keepAlive = true } = options;
  const jobs = new Map<string, Job>();
  const store = options.store ?? createNowhere(() => jobs.values());
  const health = createHealthWatch(clock);
  const emitter = createEmitter({ log: createLog(options.logger), watch: health.hear });
  const elapsed = createTimeQueue<Alarm>();
  const wait = (milliseconds: number, call: () => void): (() => void) => later(core, milliseconds, call);
  const core: Core = {
    clock,
    emitter,
    store,
    keeps: options.store !== undefined,
    elapsed,
    ledger: createLedger({ store, emitter, now: () => clock.now(), later: wait }),
    jobs,
    followers: new Map(),
    rows: new Map(),
    definitions: new Map(),
    unclaimed: new Map(),
    forgotten: new Set(),
    wall: createTimeQueue<Job | Alarm>(),
    ready: createReadyQueue(),
    flights: new Set<Flight>(),
    abandoned: new Map(),
    hooks: new Map(),
    templates: createTemplates(),
    wrapping: createWrapping(),
    concurrency: checkConcurrency(options.concurrency),
    busy: 0,
    fence: 0,
    asked: 0,
    outage: false,
    ranked: false,
    phase: "idle",
    turn: () => turn(),
  };
  const report = (job: string, error: unknown): void =>
    core.ledger.after(() => emitter.emit("handler.failed", { where: "trigger", job, error }));
  const steps = watchSteps(clock);
  const loop = createLoop({ clock, wake: () => turn(), keepsAlive: () => keepAlive });
  const lifecycle = createLifecycle(core, steps);
  const turn = createTurn(core, { loop, steps, ended: lifecycle.turned });

  function stop({ drain = DRAIN }: { readonly drain?: number } = {}): Promise<void> {
    if (core.phase === "starting" || core.phase === "running") health.asked();
    return lifecycle.stop(drain);
  }

  const scheduler: Scheduler = {
    add<Id extends string, Tasks, Templates>(
      schedule: Schedule<Id, Tasks, Templates>,
      tasks?: Tasks,
    ): Jobs<Id, Templates> {
      const definitions = defineModule(schedule, tasks, report);
      const templates = defineTemplates(schedule, tasks, report);
      checkNew(core, definitions);
      refuseKnown(core.templates, templates);
      const jobs = registerAll(core, definitions);
      for (const template of templates) core.templates.known.set(template.name, template);
      if (core.phase === "running") restoreTemplates(core, templates);
      if (core.phase === "running") compareZones(core, definitions, clock.now());
      turn();
      const names = [...jobs.map(({ id }) => id), ...templates.map(({ name }) => name)];
      return createHandles(names, (index) => {
        const [job, template] = [jobs[index], templates[index - jobs.length]];
        if (job !== undefined) return createHandle(core, job, job.id);
        return template && createTemplateHandle(core, template);
      }) as Jobs<Id, Templates>;
    },
    schedule(spec) {
      const definition = defineJob(spec, report);
      checkNew(core, [definition]);
      const job = register(core, definition);
      turn();
      return createHandle(core, job, job.id);
    },
    jobs: () => [...core.jobs.values()].map((job) => infoOf(core, job)),
    job(id) {
      const job = core.jobs.get(id);
      return job === undefined ? undefined : createHandle(core, job, id);
    },
    on: (name: EventName | "*", listener: Listener<never>, options: ListenOptions = {}) =>
      emitter.on(name, listener, options),
    around: core.wrapping.add,
    health: () => health.look(core, loop),
    start() {
      if (core.phase === "idle" || core.phase === "stopping") health.asked();
      return lifecycle.start();
    },
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
  return scheduler;
}

function checkConcurrency(concurrency: number = Number.POSITIVE_INFINITY): number {
  if (concurrency >= 1) return concurrency;
  throw new SchedcError(`concurrency is ${concurrency}; at least one handler has to run at a time.`, {
    code: "scheduler/concurrency",
  });
}
