/**
 * The rules of time zones that come with this compiler, whatever the Node that runs it knows: what modules carry, and what
 * the compiler itself computes fire times by.
 */
import type { CarriedZones, Trigger } from "../../runtime/model/index.ts";
import { carryZones } from "../../runtime/trigger/index.ts";
import shipped from "./zone-rules.json" with { type: "json" };
import { zonesIn } from "./zones-in.ts";

/** The release of the IANA database that they are taken from. */
export const tzdb: string = shipped.tzdb;

const rules = new Map(Object.entries(shipped.rules));
for (const [name, same] of Object.entries(shipped.links)) rules.set(name, rules.get(same) as string);
const all: CarriedZones = { tzdb, rules: Object.fromEntries(rules) };

/** Makes the fire times of this process go by the rules that modules carry. */
export function useCarriedZones(): void {
  carryZones(all);
}

/** What a module with these triggers carries; undefined where they name no zone but UTC. */
export function carriedZones(triggers: readonly Trigger[]): CarriedZones | undefined {
  const names = [...new Set(triggers.flatMap(zonesIn))].sort();
  const carried = names.flatMap((name): [string, string][] => {
    const text = rules.get(name);
    return text === undefined ? [] : [[name, text]];
  });
  return carried.length === 0 ? undefined : { tzdb, rules: Object.fromEntries(carried) };
}
