/** What is written down of a fire, where anybody keeps it. */
import type { Core } from "./core.ts";
import { type Flight, recordOf } from "./flight.ts";
import type { FireRecord, FireState } from "./store.ts";

export function recordFire(core: Core, flight: Flight, state: FireState, at: number, more?: Partial<FireRecord>): void {
  if (core.keeps) core.ledger.record({ kind: "fire", record: recordOf(flight, state, at, more) });
}
