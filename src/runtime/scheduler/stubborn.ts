/** Handlers that work on although their signal aborted. They hold their places, so that none runs beside itself. */
import type { Core } from "./core.ts";
import { type Flight, fireOf } from "./flight.ts";

/** How long one may take to notice, in milliseconds. */
export const PATIENCE = 5_000;

/** To be called with the abort. After a stop nobody is there to tell. */
export function watchStubborn(core: Core, flight: Flight): void {
  const { handler, attempt, attemptAt: startedAt } = flight;
  if (handler === undefined || core.phase !== "running") return;
  const since = core.clock.now();
  handler.noticed = core.elapsed.put(core.clock.monotonic() + PATIENCE, () => {
    const event = { ...fireOf(flight), attempt, startedAt, since };
    core.ledger.after(() => core.emitter.emit("run.stubborn", event));
  });
}
