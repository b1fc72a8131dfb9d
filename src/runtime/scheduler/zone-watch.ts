/** Says when time zone rules differ: those that fire times go by, those of the machine, those that the store was left under. */
import type { CarriedZones } from "../model/index.ts";
import { machineRelease, zonesApart } from "../trigger/index.ts";
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import type { Job } from "./job.ts";

/** How far ahead the machine's rules are compared, in milliseconds: ten years. */
const AHEAD = 3653 * 86_400_000;

/** Compares with the machine, once for each module; a machine of the same release costs nothing. */
export function compareZones(core: Core, definitions: Iterable<Definition>, now: number): void {
  const modules = new Set<CarriedZones>();
  for (const { carried } of definitions) if (carried !== undefined) modules.add(carried);
  for (const carried of modules) {
    const zones = zonesApart(carried, now, now + AHEAD);
    if (zones.length === 0) continue;
    const event = { than: "machine", stored: carried.tzdb, running: machineRelease(), zones } as const;
    core.ledger.after(() => core.emitter.emit("zones.differ", event));
  }
}

/** Compares the releases under which the store keeps jobs with those that they go by now: one event a release. */
export function compareStored(core: Core, jobs: Iterable<Job>): void {
  const changed = new Map<string, { readonly stored: string; readonly running: string; readonly zones: Set<string> }>();
  for (const { id, definition } of jobs) {
    const stored = core.rows.get(id)?.tzdb;
    const { carried } = definition;
    if (stored === undefined || carried === undefined || stored === carried.tzdb) continue;
    const key = `${stored} ${carried.tzdb}`;
    const change = changed.get(key) ?? { stored, running: carried.tzdb, zones: new Set() };
    for (const zone of Object.keys(carried.rules)) change.zones.add(zone);
    changed.set(key, change);
  }
  for (const { stored, running, zones } of changed.values()) {
    const event = { than: "store", stored, running, zones: [...zones] } as const;
    core.ledger.after(() => core.emitter.emit("zones.differ", event));
  }
}
