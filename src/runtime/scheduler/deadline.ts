/** `must succeed within`: told at that instant unless the run has succeeded by then. */
import type { Core } from "./core.ts";
import { type Flight, fireOf } from "./flight.ts";

export function watchDeadline(core: Core, flight: Flight): void {
  const { job, fireAt } = flight;
  const within = job.definition.policy.deadline;
  if (within === undefined) return;
  const deadline = fireAt + within;
  flight.deadline = core.wall.put(deadline, () => {
    if (job.removed) return;
    core.ledger.after(() => core.emitter.emit("deadline.missed", { ...fireOf(flight), deadline }));
  });
}
