/** The ends of a fire: what is written down, told, called and passed on. Each fire comes here once. */
import { type Reason, type Run, SchedcError } from "../model/index.ts";
import { callHook } from "./calls.ts";
import type { Core } from "./core.ts";
import { withoutOne } from "./few.ts";
import { type Ending, type Flight, fireOf, runOf } from "./flight.ts";
import { followEnd, followSkip } from "./follow.ts";
import { keptError, keptResult } from "./kept.ts";
import { recordFire } from "./record.ts";
import { release } from "./release.ts";
import { watchStubborn } from "./stubborn.ts";

/** A fire that never began to run. */
export function skipFlight(core: Core, flight: Flight, reason: Reason): void {
  const at = core.clock.now();
  leaveQueues(core, flight);
  recordFire(core, flight, "skipped", at, { reason });
  core.ledger.after(() => {
    core.emitter.emit("fire.skipped", { ...fireOf(flight), at, reason });
    flight.asked?.({ state: "skipped", error: refusal(flight, reason) });
  });
  // A fire that was not meant to run cannot be late; one that found no place can.
  if (flight.deadline !== undefined && reason !== "overlap" && reason !== "replaced") core.wall.remove(flight.deadline);
  close(core, flight);
  followSkip(core, flight.job, at);
}

/** A run whose last attempt is judged. */
export function endRun(core: Core, flight: Flight, ending: Exclude<Ending, { state: "skipped" }>): void {
  const { job, attempt } = flight;
  const endedAt = core.clock.now();
  leaveQueues(core, flight);
  if (core.keeps) {
    const outcome = ending.state === "failed" ? { error: keptError(ending.error) } : resultOf(ending.result);
    recordFire(core, flight, ending.state, endedAt, outcome);
  }
  const info = { ...fireOf(flight), attempt, startedAt: flight.attemptAt, endedAt };
  const hook = ending.state === "succeeded" ? job.definition.onSuccess : job.definition.onFailure;
  const run = hook && {
    ...runOf(flight, flight.controller?.signal ?? new AbortController().signal),
    ...outcomeOf(ending),
  };
  core.ledger.after(() => {
    if (ending.state === "succeeded") core.emitter.emit("run.succeeded", { ...info, result: ending.result });
    else core.emitter.emit("run.failed", { ...info, error: ending.error });
    if (run !== undefined) callHook(core, job.id, hook, run);
    flight.asked?.(ending);
  });
  if (ending.state === "succeeded" && flight.deadline !== undefined) core.wall.remove(flight.deadline);
  close(core, flight);
  followEnd(core, job, endedAt, ending.state === "succeeded");
}

/** What a hook is told besides. */
function outcomeOf({ state: _, ...outcome }: Ending): Pick<Run, "result" | "error"> {
  return outcome;
}

function resultOf(value: unknown): { readonly result?: string } {
  const result = keptResult(value);
  return result === undefined ? {} : { result };
}

/** Ends a fire that was told to: the handler hears it by its signal, and keeps its place until it has listened. */
export function cutShort(core: Core, flight: Flight, reason: Reason): void {
  if (flight.phase === "ended") return;
  const { controller, phase } = flight;
  const error = refusal(flight, reason, flight.error);
  if (controller !== undefined && (phase === "running" || phase === "guard")) {
    core.ledger.after(() => controller.abort(error));
    watchStubborn(core, flight);
  }
  if (flight.attempt === 0) {
    if (phase === "guard") core.busy--;
    skipFlight(core, flight, reason);
  } else {
    endRun(core, flight, { state: "failed", error });
  }
}

/** A fire that has not started is left to the next start, which finds it in the store. */
export function leave(core: Core, flight: Flight): void {
  const { controller, phase } = flight;
  if (phase === "guard") {
    core.busy--;
    core.ledger.after(() => controller?.abort(refusal(flight, "stopped")));
  }
  leaveQueues(core, flight);
  if (flight.deadline !== undefined) core.wall.remove(flight.deadline);
  flight.asked?.({ state: "skipped", error: refusal(flight, "stopped") });
  close(core, flight);
}

function leaveQueues(core: Core, flight: Flight): void {
  core.ready.remove(flight);
  if (flight.timer !== undefined) core.elapsed.remove(flight.timer);
  flight.timer = undefined;
  if (flight.handler !== undefined) {
    flight.handler.judged = true;
    if (!core.abandoned.has(flight)) core.abandoned.set(flight, core.clock.now());
  }
  const { job, phase } = flight;
  if (phase === "waiting") job.waiting = withoutOne(job.waiting, flight);
}

function close(core: Core, flight: Flight): void {
  flight.phase = "ended";
  core.flights.delete(flight);
  release(core, flight);
}

const BECAUSE: { readonly [R in Reason]?: string } = {
  overlap: "as many runs as its max allows are under way",
  replaced: "a later fire took its place",
  removed: "its job was removed",
  stopped: "the scheduler stopped",
  paused: "its job is paused",
  guard: "its guard does not let it",
  limit: "its job has had all the runs of its limit",
};

export function refusal(flight: Flight, reason: Reason, cause?: unknown): SchedcError {
  const verb = flight.attempt === 0 ? "did not run" : "was ended";
  return new SchedcError(`${flight.key} ${verb}: ${BECAUSE[reason] ?? reason}.`, {
    code: `run/${reason}`,
    ...(cause !== undefined && { cause }),
  });
}
