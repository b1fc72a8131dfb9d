/** Time zones: the names a file may use, and the rules that modules carry. */
export { carriedZones, tzdb, useCarriedZones } from "./carried-zones.ts";
export { type MovedFire, movedFires } from "./moved-fires.ts";
export { zoneNames } from "./zone-names.ts";
export { zonesIn } from "./zones-in.ts";
