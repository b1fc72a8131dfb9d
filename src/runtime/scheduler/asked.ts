/** Runs that someone asks for: now, or again for a span of the past. */
import { SchedcError } from "../model/index.ts";
import type { Core } from "./core.ts";
import { createFlight, type Ending } from "./flight.ts";
import type { Job } from "./job.ts";
import { fireKey } from "./key.ts";
import { nextFireOf } from "./next.ts";
import { admit } from "./places.ts";

/** A fire of its own beside the schedule. It keeps the job's `max`, and passes pause, guards and limit. */
export function runNow(core: Core, job: Job): Promise<unknown> {
  const refused = refuse(core, job, "run");
  if (refused !== undefined) return quiet(Promise.reject(refused));
  const fireAt = core.clock.now();
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const flight = createFlight({
    job,
    key: `${fireKey(job.id, fireAt)}#${++core.asked}`,
    fireAt,
    origin: "now",
    fence: core.fence,
    asked: (ending) => (ending.state === "succeeded" ? resolve(ending.result) : reject(ending.error)),
  });
  core.flights.add(flight);
  admit(core, flight);
  core.turn();
  return quiet(promise);
}

/** Every fire of the span once more, one after another, each under its own key. */
export function backfill(core: Core, job: Job, from: number, until: number): Promise<void> {
  if (job.definition.timed !== undefined) return quiet(fillBack(core, job, from, Math.min(until, core.clock.now())));
  const refused = new SchedcError(`${job.id} cannot be filled back: its trigger has no fire times of its own.`, {
    code: "backfill/no-fires",
  });
  return Promise.reject(refused);
}

async function fillBack(core: Core, job: Job, from: number, last: number): Promise<void> {
  const { definition } = job;
  const next = (after: number): number | undefined => nextFireOf(core, definition, after);
  for (let fireAt = next(from - 1); fireAt !== undefined && fireAt <= last; fireAt = next(fireAt)) {
    const refused = refuse(core, job, "be filled back any further");
    if (refused !== undefined) throw refused;
    const ending = await runAgain(core, job, fireAt);
    if (ending.state === "skipped") throw ending.error;
  }
}

function runAgain(core: Core, job: Job, fireAt: number): Promise<Ending> {
  return new Promise((asked) => {
    const flight = createFlight({
      job,
      key: fireKey(job.id, fireAt),
      fireAt,
      origin: "backfill",
      fence: core.fence,
      asked,
    });
    core.flights.add(flight);
    admit(core, flight);
    core.turn();
  });
}

function refuse(core: Core, job: Job, what: string): SchedcError | undefined {
  const why = job.removed ? "it was removed" : core.phase === "stopping" ? "the scheduler is stopping" : undefined;
  if (why === undefined) return undefined;
  return new SchedcError(`${job.id} cannot ${what}: ${why}.`, { code: job.removed ? "run/removed" : "run/stopped" });
}

/** What fails is told of by events: who does not look at the promise must not be brought down by it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
