/** Instants as an expectation could write them. */
import { formatDate, localTime, resolvePoint } from "../../runtime/trigger/index.ts";
import { clockText } from "../plan/index.ts";
import { daySeconds } from "../proof/index.ts";

/** `2026-01-05T09:00` by the clock of the zone; with a `Z` where that clock shows the time a second time. */
export function instantText(instant: number, zone: string): string {
  const { date, seconds } = localTime(zone, instant);
  const local = `${date}T${clockText(seconds)}`;
  if (resolvePoint(local, zone) === instant) return local;
  return new Date(instant).toISOString().replace(/(:00)?\.000Z$/, "Z");
}

/** `2026-01-05 09:00`: a time as written, in local seconds since 1970. */
export function localSecondText(local: number): string {
  const day = Math.floor(local / daySeconds);
  return `${formatDate(day)} ${clockText(local - day * daySeconds)}`;
}

/** `a, b and c` of the first few; what is left out is said. */
export function someOf(texts: readonly string[], most = 3): string {
  return texts.length <= most ? texts.join(", ") : `${texts.slice(0, most).join(", ")} and more`;
}
