/** Pure calendar maths: from a trigger and an instant to the next instant. Instants are epoch milliseconds. */
export { type AsWritten, asWritten } from "./as-written.ts";
export {
  type CivilDay,
  civilOf,
  dayOf,
  isLeapYear,
  isoWeekOf,
  monthLength,
  monthOf,
  monthStart,
  weekdayOf,
  weekOf,
  weekStart,
} from "./civil.ts";
export { secondsOf } from "./clock.ts";
export type { Report } from "./custom.ts";
export { type FireSpan, fires, isFire, nextFire, previousFire } from "./fires.ts";
export { draw, type Seed, seedOf } from "./hash.ts";
export { type LocalTime, localTime, offsetAt, type Transition, transitions } from "./local.ts";
export { formatDate, parseDate, resolvePoint, resolveUntil, writtenTime } from "./point.ts";
export { prepare } from "./prepare.ts";
export type { PreparedTrigger } from "./prepared.ts";
export { carryZones, isZone } from "./zone.ts";
export { machineRelease, zonesApart } from "./zone-difference.ts";
