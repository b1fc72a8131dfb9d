/** One attempt of a run: the call of the handler, its timeout, and what its outcome leads to. */
import { durationText, SchedcError } from "../model/index.ts";
import { track } from "./calls.ts";
import { traced } from "./channels.ts";
import type { Core } from "./core.ts";
import { endRun, skipFlight } from "./ending.ts";
import { type Attempt, type Flight, fireOf, runOf } from "./flight.ts";
import { keptError } from "./kept.ts";
import { within } from "./platform.ts";
import { recordFire } from "./record.ts";
import { release, toReady } from "./release.ts";
import { retryWait } from "./retry.ts";
import { changeRow } from "./row.ts";
import { watchStubborn } from "./stubborn.ts";
import { isThenable } from "./thenable.ts";

/** Starts the next attempt of a fire that has been given all its places. */
export function startAttempt(core: Core, flight: Flight): void {
  const { job } = flight;
  const now = core.clock.now();
  if (flight.attempt === 0 && flight.origin === "schedule") {
    if (job.row.started >= (job.definition.policy.limit ?? Number.POSITIVE_INFINITY)) {
      core.busy--;
      skipFlight(core, flight, "limit");
      return;
    }
    changeRow(core, job, { started: job.row.started + 1 });
  }
  const attempt: Attempt = { judged: false };
  const controller = new AbortController();
  flight.phase = "running";
  flight.attempt++;
  flight.startedAt ??= now;
  flight.attemptAt = now;
  flight.handler = attempt;
  flight.controller = controller;
  recordFire(core, flight, "running", now);
  core.ledger.after(() => launch(core, flight, attempt, controller));
}

function launch(core: Core, flight: Flight, attempt: Attempt, controller: AbortController): void {
  const { policy, run: handler } = flight.job.definition;
  const startedAt = flight.attemptAt;
  const started = { ...fireOf(flight), attempt: flight.attempt, startedAt };
  core.emitter.emit("run.started", started);
  // A listener, or an event before this one, may have ended the run.
  if (attempt.judged) {
    settled(core, flight, attempt, false, undefined);
    return;
  }

  const run = runOf(flight, controller.signal);
  if (policy.timeout !== undefined) {
    const { timeout } = policy;
    flight.timer = core.elapsed.put(core.clock.monotonic() + timeout, () => {
      const error = new SchedcError(`${flight.key} took longer than its timeout of ${durationText(timeout)}.`, {
        code: "run/timeout",
      });
      core.ledger.after(() => controller.abort(error));
      watchStubborn(core, flight);
      judge(core, flight, attempt, false, error);
    });
  }
  let answer: unknown;
  let threw = false;
  let work: Promise<unknown> | undefined;
  try {
    answer = within(run, () => traced(started, () => core.wrapping.call(run, handler)));
    // As a promise of our own: what a thenable does when asked is up to it.
    if (isThenable(answer)) work = Promise.resolve(answer);
  } catch (error) {
    answer = error;
    threw = true;
  }
  if (work === undefined) {
    settled(core, flight, attempt, !threw, answer);
    return;
  }
  track(core, run, work);
  work.then(
    (value) => settled(core, flight, attempt, true, value),
    (error: unknown) => settled(core, flight, attempt, false, error),
  );
}

/** The handler has come back: its places are free, and its outcome counts unless the attempt was judged before. */
function settled(core: Core, flight: Flight, attempt: Attempt, succeeded: boolean, value: unknown): void {
  flight.handler = undefined;
  if (attempt.noticed !== undefined) core.elapsed.remove(attempt.noticed);
  core.abandoned.delete(flight);
  core.busy--;
  if (!attempt.judged) judge(core, flight, attempt, succeeded, value);
  else if (flight.phase === "ended") release(core, flight);
  else if (flight.retryDue) again(core, flight);
  core.turn();
}

function judge(core: Core, flight: Flight, attempt: Attempt, succeeded: boolean, value: unknown): void {
  attempt.judged = true;
  if (flight.handler === attempt) core.abandoned.set(flight, core.clock.now());
  if (flight.timer !== undefined) core.elapsed.remove(flight.timer);
  flight.timer = undefined;
  if (succeeded) {
    endRun(core, flight, { state: "succeeded", result: value });
    return;
  }
  flight.error = value;
  const wait = retryWait(flight.job.definition.policy.retry, flight.attempt, flight.key);
  if (wait === undefined || flight.job.removed) endRun(core, flight, { state: "failed", error: value });
  else retryAfter(core, flight, wait);
}

/** The fire keeps its place under `max` between attempts, and lets others use the scheduler's. */
function retryAfter(core: Core, flight: Flight, wait: number): void {
  const now = core.clock.now();
  recordFire(core, flight, "retrying", now, { error: keptError(flight.error) });
  const event = {
    ...fireOf(flight),
    attempt: flight.attempt,
    startedAt: flight.attemptAt,
    error: flight.error,
    retryAt: now + wait,
  };
  core.ledger.after(() => core.emitter.emit("run.retrying", event));
  retryIn(core, flight, wait);
}

/** Arms the next attempt of a fire that holds its place. */
export function retryIn(core: Core, flight: Flight, wait: number): void {
  flight.phase = "retrying";
  flight.timer = core.elapsed.put(core.clock.monotonic() + wait, () => {
    flight.timer = undefined;
    // A handler that did not listen to its timeout must not run beside its own retry.
    if (flight.handler !== undefined) flight.retryDue = true;
    else again(core, flight);
  });
}

function again(core: Core, flight: Flight): void {
  flight.retryDue = false;
  toReady(core, flight);
}
