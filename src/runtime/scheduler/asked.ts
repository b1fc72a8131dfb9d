/** Runs that someone asks for: now, or again for a span of the past. */
import { SchedcError } from "../model/index.ts";
import type { Core } from "./core.ts";
import { refusal } from "./ending.ts";
import { createFlight, type Ending, type Flight } from "./flight.ts";
import type { Job } from "./job.ts";
import { fireKey } from "./key.ts";
import { nextFireOf } from "./next.ts";
import { admit } from "./places.ts";
import { recordFire } from "./record.ts";

/** A fire of its own beside the schedule. It keeps the job's `max`, and passes pause, guards and limit. */
export function runNow(core: Core, job: Job): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const { refused } = askRun(core, job, (ending) =>
    ending.state === "succeeded" ? resolve(ending.result) : reject(ending.error),
  );
  if (refused !== undefined) reject(refused);
  core.turn();
  return quiet(promise);
}

interface Asked {
  readonly flight: Flight;
  /** Nothing runs any more, or the job has no place for it. */
  readonly refused?: Error;
}

export function askRun(core: Core, job: Job, asked?: Flight["asked"]): Asked {
  const fireAt = core.clock.now();
  const number = `${core.fence === 0 ? "" : `${core.fence}.`}${++core.asked}`;
  const key = `${fireKey(job.id, fireAt)}#${number}`;
  const flight = createFlight({ job, key, fireAt, origin: "now", fence: core.fence, ...(asked && { asked }) });
  const refused = refuse(core, job, "run");
  if (refused !== undefined) return { flight, refused };
  core.flights.add(flight);
  admit(core, flight);
  return { flight, ...(flight.phase === "ended" && { refused: refusal(flight, "overlap") }) };
}

/** Fires that one call fills back, at most; each is written down at once. */
const MOST = 10_000;

/**
 * Every fire of the span once more, one after another, each under its own key. Fires that the schedule has not come to,
 * or that are under way, are none of it: they have their run before them.
 */
export function backfill(core: Core, job: Job, from: number, until: number): Promise<void> {
  const { start, refused } = planBackfill(core, job, from, until);
  return quiet(refused === undefined ? start() : Promise.reject(refused));
}

interface Backfill {
  readonly fires: number;
  readonly start: () => Promise<void>;
  readonly refused?: Error;
}

export function planBackfill(core: Core, job: Job, from: number, until: number): Backfill {
  const wrong = job.definition.timed === undefined ? noFires(job) : from <= until ? undefined : noSpan(job);
  const refused = wrong ?? refuse(core, job, "be filled back");
  const flights = refused === undefined ? againFlights(core, job, from, until) : [];
  const why = flights === undefined ? tooMany(job) : refused;
  return {
    fires: flights?.length ?? 0,
    start: () => fillBack(core, flights ?? []),
    ...(why !== undefined && { refused: why }),
  };
}

function againFlights(core: Core, job: Job, from: number, until: number): readonly Flight[] | undefined {
  const underWay = new Set([...core.flights].map(({ key }) => key));
  const now = core.clock.now();
  const last = Math.min(until, core.phase === "running" ? job.row.watermark : now, now);
  const flights: Flight[] = [];
  const next = (after: number): number | undefined => nextFireOf(core, job.definition, after);
  for (let fireAt = next(from - 1); fireAt !== undefined && fireAt <= last; fireAt = next(fireAt)) {
    const key = fireKey(job.id, fireAt);
    if (underWay.has(key)) continue;
    if (flights.length === MOST) return undefined;
    flights.push(createFlight({ job, key, fireAt, origin: "backfill", fence: core.fence }));
  }
  return flights;
}

/** All of them are known to the store before the first one runs, so that a crash loses none. */
async function fillBack(core: Core, flights: readonly Flight[], begun?: readonly Flight[]): Promise<void> {
  const before = begun?.map(endingOf);
  const endings = flights.map((flight) => {
    core.flights.add(flight);
    recordFire(core, flight, "waiting", core.clock.now());
    return endingOf(flight);
  });
  if (before !== undefined) await Promise.all(before);
  for (const [index, flight] of flights.entries()) {
    if (flight.phase !== "ended") admit(core, flight);
    core.turn();
    const ending = await endings[index];
    if (ending?.state === "skipped") throw ending.error;
  }
}

function endingOf(flight: Flight): Promise<Ending> {
  return new Promise((asked) => {
    flight.asked = asked;
  });
}

/** What an earlier process began goes on as it would have: one after another, after those under way. */
export function goOnFillingBack(core: Core, flights: readonly Flight[], begun: readonly Flight[]): void {
  if (flights.length > 0) void quiet(fillBack(core, flights, begun));
}

function noFires({ id }: Job): SchedcError {
  return new SchedcError(`${id} cannot be filled back: its trigger has no fire times of its own.`, {
    code: "backfill/no-fires",
  });
}

/** Also where an instant is no number: nothing would be filled back, and nobody would know. */
function noSpan({ id }: Job): SchedcError {
  return new SchedcError(`${id} cannot be filled back: it takes a span from one instant until a later one.`, {
    code: "backfill/no-span",
  });
}

function tooMany({ id }: Job): SchedcError {
  return new SchedcError(`${id} has more than ${MOST} fires in that span: fill it back in parts.`, {
    code: "backfill/too-many",
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
