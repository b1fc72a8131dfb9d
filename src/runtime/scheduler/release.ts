/** Gives up places, and passes them on. */
import type { Core } from "./core.ts";
import { withOne, withoutOne } from "./few.ts";
import type { Flight } from "./flight.ts";
import type { Job } from "./job.ts";

export function toReady(core: Core, flight: Flight): void {
  flight.phase = "ready";
  core.ready.put(flight);
}

/** A fire that has ended leaves its place under `max`, unless its handler is still at work. */
export function release(core: Core, flight: Flight): void {
  if (flight.phase !== "ended" || flight.handler !== undefined) return;
  const { job } = flight;
  job.active = withoutOne(job.active, flight);
  fillPlaces(core, job);
  if (job.definition.template !== undefined) core.templates.leaving.add(job);
}

/** Lets in as many of those that wait as there are places. */
export function fillPlaces(core: Core, job: Job): void {
  const { max, overlap } = job.definition.policy;
  while (job.active.length < max || overlap === "allow") {
    const [next] = job.waiting;
    if (next === undefined) return;
    job.waiting = withoutOne(job.waiting, next);
    job.active = withOne(job.active, next);
    toReady(core, next);
  }
}
