/** Fires that end without a run: what is written down and told of them. */
import type { Reason } from "../model/index.ts";
import { callHook } from "./calls.ts";
import type { Core } from "./core.ts";
import { createFlight, type Flight, fireOf, runOf } from "./flight.ts";
import type { Job } from "./job.ts";
import { fireKey } from "./key.ts";
import { recordFire } from "./record.ts";

/** With `through`, one fate for every fire from `fireAt` through that instant. */
export function skipFire(core: Core, job: Job, fireAt: number, reason: Reason, through?: number): void {
  const flight = flightOf(core, job, fireAt);
  const told = write(core, flight, "skipped", { reason, ...(through !== undefined && { through }) });
  core.ledger.after(() => core.emitter.emit("fire.skipped", told));
}

/** `through` as above; the hook is called once. */
export function missFire(core: Core, job: Job, fireAt: number, reason: Reason, through?: number): Flight {
  const flight = flightOf(core, job, fireAt);
  const told = write(core, flight, "missed", { reason, ...(through !== undefined && { through }) });
  core.ledger.after(() => {
    core.emitter.emit("fire.missed", told);
    callHook(core, job.id, job.definition.onMissed, runOf(flight, new AbortController().signal));
  });
  return flight;
}

export function mergeFire(core: Core, job: Job, fireAt: number, reason: Reason, into: string): void {
  const told = write(core, flightOf(core, job, fireAt), "merged", { reason, into });
  core.ledger.after(() => core.emitter.emit("fire.merged", told));
}

function flightOf(core: Core, job: Job, fireAt: number): Flight {
  return createFlight({ job, key: fireKey(job.id, fireAt), fireAt, origin: "schedule", fence: core.fence });
}

function write<Cause extends { readonly reason: Reason }>(
  core: Core,
  flight: Flight,
  state: "skipped" | "missed" | "merged",
  cause: Cause,
) {
  const at = core.clock.now();
  recordFire(core, flight, state, at, cause);
  return { ...fireOf(flight), at, ...cause };
}
