/** Which time zone was perhaps meant by a name that is none. */
import { zoneOfCity } from "./cities.ts";
import { nearest } from "./nearest.ts";
import { abbreviations, outdatedZones } from "./outdated-zones.ts";

/**
 * The zone of a city that has none of its own, else the zone whose city is spelled much like that, of the area that
 * was named before those of any other. `zones` is every zone there is.
 */
export function nearestZone(name: string, zones: ReadonlySet<string>): string | undefined {
  const known = outdatedZones.get(name) ?? abbreviations.get(name)?.[0];
  if (known !== undefined) return known;
  const cut = name.lastIndexOf("/") + 1;
  const area = name.slice(0, cut).toLowerCase();
  const city = name.slice(cut);
  const shared = zoneOfCity.get(city.toLowerCase());
  if (shared !== undefined) return shared;
  return (
    byCity(
      city,
      [...zones].filter((zone) => areaOf(zone) === area),
    ) ??
    nearest(name, zones) ??
    byCity(city, [...zones])
  );
}

function byCity(city: string, zones: readonly string[]): string | undefined {
  const cities = new Map(zones.toReversed().map((zone) => [zone.slice(areaOf(zone).length), zone]));
  const near = nearest(city, cities.keys());
  return near === undefined ? undefined : cities.get(near);
}

/** With its `/`; of `UTC` there is none. */
function areaOf(zone: string): string {
  return zone.slice(0, zone.lastIndexOf("/") + 1).toLowerCase();
}
