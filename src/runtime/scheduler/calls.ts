/** Calls into the app that must not fail loudly: guards and hooks. */
import type { Run } from "../model/index.ts";
import type { Core } from "./core.ts";
import { type Flight, runOf } from "./flight.ts";
import { within } from "./platform.ts";
import type { Eventually } from "./store.ts";
import { isThenable } from "./thenable.ts";

const GUARDS = [
  { name: "when", wanted: true },
  { name: "unless", wanted: false },
] as const;

/** Whether the job's guards let this fire run. A guard that throws does not, and is told of. */
export function guardsHold(core: Core, flight: Flight, signal: AbortSignal, from = 0): Eventually<boolean> {
  const { definition } = flight.job;
  const run = runOf(flight, signal);
  const refuse = (error: unknown): false => {
    // One that was told to end, and did, has not failed.
    if (!signal.aborted) core.emitter.emit("handler.failed", { where: "guard", job: flight.job.id, error });
    return false;
  };
  for (const [index, { name, wanted }] of GUARDS.entries()) {
    const guard = definition[name];
    if (guard === undefined || index < from) continue;
    try {
      const answer = within(run, () => guard(run));
      if (isThenable(answer)) {
        const work = Promise.resolve(answer);
        track(core, run, work);
        return work
          .then((value) => Boolean(value) === wanted && guardsHold(core, flight, signal, index + 1))
          .catch(refuse);
      }
      if (Boolean(answer) !== wanted) return false;
    } catch (error) {
      return refuse(error);
    }
  }
  return true;
}

/** Calls a hook beside everything else; what it throws is told of. */
export function callHook(core: Core, job: string, hook: ((run: Run) => unknown) | undefined, run: Run): void {
  if (hook === undefined) return;
  const fail = (error: unknown): void => core.emitter.emit("handler.failed", { where: "hook", job, error });
  try {
    const answer = within(run, () => hook(run));
    if (!isThenable(answer)) return;
    const work = Promise.resolve(answer);
    track(core, run, work);
    const settled: Promise<void> = work.catch(fail).then(() => {
      core.hooks.delete(settled);
      core.turn();
    });
    core.hooks.set(settled, run.key);
  } catch (error) {
    fail(error);
  }
}

/** Tells the clock of work under way, in the context of its run. */
export function track({ clock }: Core, run: Run, work: PromiseLike<unknown>): void {
  if (clock.track !== undefined) within(run, () => clock.track?.(work));
}
