/** Fills the scheduler's free places with the fires whose turn it is. */
import { durationText, SchedcError } from "../model/index.ts";
import { startAttempt } from "./attempt.ts";
import { guardsHold } from "./calls.ts";
import type { Core } from "./core.ts";
import { skipFlight } from "./ending.ts";
import type { Flight } from "./flight.ts";
import { isThenable } from "./thenable.ts";

export function fill(core: Core): void {
  while (core.busy < core.concurrency) {
    const flight = core.ready.take();
    if (flight === undefined) return;
    core.busy++;
    if (isGuarded(flight)) askGuards(core, flight);
    else startAttempt(core, flight);
  }
}

/** Guards are the schedule's: who asks for a run, or for one again, gets it. */
function isGuarded({ attempt, origin, job: { definition } }: Flight): boolean {
  return attempt === 0 && origin === "schedule" && (definition.when ?? definition.unless) !== undefined;
}

function askGuards(core: Core, flight: Flight): void {
  const controller = new AbortController();
  flight.phase = "guard";
  flight.controller = controller;
  const { timeout } = flight.job.definition.policy;
  if (timeout !== undefined) {
    flight.timer = core.elapsed.put(core.clock.monotonic() + timeout, () => giveUp(core, flight, controller, timeout));
  }
  core.ledger.after(() => {
    if (flight.phase !== "guard") return;
    const answer = guardsHold(core, flight, controller.signal);
    if (isThenable(answer)) answer.then((hold) => answered(core, flight, hold));
    else answered(core, flight, answer);
  });
}

/** The timeout of a run holds for its guards too: one that never answers would hold its places for ever. */
function giveUp(core: Core, flight: Flight, controller: AbortController, timeout: number): void {
  const says = `The guard of ${flight.key} took longer than the timeout of ${durationText(timeout)}.`;
  const error = new SchedcError(says, { code: "run/timeout" });
  core.ledger.after(() => {
    controller.abort(error);
    core.emitter.emit("handler.failed", { where: "guard", job: flight.job.id, error });
  });
  answered(core, flight, false);
}

function answered(core: Core, flight: Flight, hold: boolean): void {
  // Ended while its guard thought: its places are given up already.
  if (flight.phase !== "guard") return;
  if (flight.timer !== undefined) core.elapsed.remove(flight.timer);
  flight.timer = undefined;
  if (hold) {
    startAttempt(core, flight);
  } else {
    core.busy--;
    skipFlight(core, flight, "guard");
  }
  core.turn();
}
