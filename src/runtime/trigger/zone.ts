/**
 * The one door to time zones: offsets from UTC in whole seconds, for any IANA name and the years 1900 to 2400.
 *
 * A zone that a module carries is answered from the rules it carries, the same on every machine; any other is read from
 * this machine's `Intl`, which a process that needs no such zone never wakes.
 */
import type { CarriedZones } from "../model/index.ts";
import type { Zone } from "./zone-cursor.ts";
import { intlZone, isIntlZone } from "./zone-intl.ts";
import { rulesZone } from "./zone-rules.ts";
import { createTable, tableZone, type ZoneTable } from "./zone-table.ts";

export type { Zone, ZoneCursor } from "./zone-cursor.ts";

/** Every zone that was asked for, and every one that is carried. */
const zones = new Map<string, Zone>([["UTC", tableZone("UTC", createUtc)]]);

/** The release of the rules of each carried zone. */
const releases = new Map<string, string>();

/**
 * Makes the rules that a module carries those of this process, for every trigger prepared from here on. Where two modules
 * carry one zone, the rules of the newer release hold, in whatever order they come.
 */
export function carryZones({ tzdb, rules }: CarriedZones): void {
  for (const name of Object.keys(rules)) {
    const known = releases.get(name);
    if (known !== undefined && known >= tzdb) continue;
    releases.set(name, tzdb);
    zones.set(name, rulesZone(name, rules[name] as string));
  }
}

/** The zone of that name; an unknown one is a `SchedcError`. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = intlZone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether a name is a time zone that a module carries or this machine knows. */
export function isZone(name: string): boolean {
  return zones.has(name) || isIntlZone(name);
}

/** One segment, whatever is asked. */
function createUtc(): ZoneTable {
  return createTable((from, end) => ({ before: 0, starts: [from], offsets: [0], end }));
}
