/** A registered job in the hands of the app. */
import type { EventName, JobHandle, JobInfo, Listener, ListenOptions } from "../model/index.ts";
import { backfill, runNow } from "./asked.ts";
import type { Core } from "./core.ts";
import { startDelay } from "./delay.ts";
import type { Job } from "./job.ts";
import { nextFireOf } from "./next.ts";
import { isPaused, setPaused } from "./pause.ts";
import { remove } from "./registry.ts";

export function createHandle<Id extends string>(core: Core, job: Job, id: Id): JobHandle<Id> {
  return {
    id,
    next: () => nextOf(core, job),
    pause() {
      // What has come already came before.
      core.turn();
      setPaused(core, job, true);
      core.turn();
    },
    resume() {
      core.turn();
      setPaused(core, job, false);
      core.turn();
    },
    runNow: () => runNow(core, job),
    backfill: ({ from, until }) => backfill(core, job, from, until),
    on: (name: EventName | "*", listener: Listener<never>, options: ListenOptions = {}) =>
      core.emitter.on(name, listener, { ...options, of: { [id]: true } }),
    remove() {
      remove(core, job);
      core.turn();
    },
  };
}

export function infoOf(core: Core, job: Job): JobInfo {
  const { id, definition } = job;
  const next = nextOf(core, job);
  const running = job.active.filter(({ attempt }) => attempt > 0).length;
  return {
    id,
    name: definition.name,
    trigger: definition.trigger,
    policy: definition.policy,
    next,
    startsAt: next === undefined ? undefined : next + startDelay(id, definition.policy, next),
    paused: isPaused(job),
    running,
    waiting: job.waiting.length + job.active.length - running,
  };
}

/** While running, the fire the scheduler waits for; else the one it would wait for. */
function nextOf(core: Core, job: Job): number | undefined {
  if (job.removed) return undefined;
  if (core.phase !== "running") return nextFireOf(core, job.definition, core.clock.now() - 1);
  let next = job.next?.fireAt;
  for (const { fireAt } of job.made) next = Math.min(next ?? fireAt, fireAt);
  return next;
}
