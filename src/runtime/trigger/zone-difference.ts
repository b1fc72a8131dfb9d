/** Where rules of time zones part: those that a module carries from those of this machine. */
import type { CarriedZones } from "../model/index.ts";
import type { Zone } from "./zone-cursor.ts";
import { intlZone, isIntlZone } from "./zone-intl.ts";
import { rulesZone } from "./zone-rules.ts";

/** The release of this machine's own zone data; "unknown" where the platform does not say. */
export function machineRelease(): string {
  const process: unknown = Reflect.get(globalThis, "process");
  const versions: unknown = typeof process === "object" && process !== null && Reflect.get(process, "versions");
  const release: unknown = typeof versions === "object" && versions !== null && Reflect.get(versions, "tz");
  return typeof release === "string" ? release : "unknown";
}

/**
 * The carried zones that this machine's `Intl` does not know, or for which it shows another time somewhere in a span
 * (epoch milliseconds). A machine of the same release is believed without being asked.
 */
export function zonesApart({ tzdb, rules }: CarriedZones, from: number, until: number): readonly string[] {
  if (machineRelease() === tzdb) return [];
  return Object.keys(rules).filter((name) => {
    if (!isIntlZone(name)) return true;
    return firstApart(rulesZone(name, rules[name] as string), intlZone(name), from, until) !== undefined;
  });
}

/** The first instant of a span (epoch milliseconds) at which two zones show different times. */
function firstApart(one: Zone, other: Zone, from: number, until: number): number | undefined {
  const [a, b] = [one.cursor(), other.cursor()];
  for (let second = Math.floor(from / 1000); second * 1000 < until; second = Math.min(a.end, b.end)) {
    a.seek(second);
    b.seek(second);
    if (a.offset !== b.offset) return Math.max(second * 1000, from);
  }
  return undefined;
}
