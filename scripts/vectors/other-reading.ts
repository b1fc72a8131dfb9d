/** Cases that hold under another rule than ours for the two day fields, or outside what the language can say. */
import type { VectorCase } from "./vector-case.ts";

/**
 * Ours: either day field is enough when both are restricted, and both must hold when one starts with `*`. Undefined
 * where the case agrees with that.
 */
export function otherReading({ expr = "", semantics = [] }: VectorCase): string | undefined {
  const fields = expr.trim().split(/\s+/);
  const [date = "*", weekday = "*"] = [fields.at(-3), fields.at(-1)];
  const open = [date, weekday].some((field) => field === "*" || field === "?");
  const star = [date, weekday].some((field) => field.startsWith("*"));
  if (open) return undefined;
  if (star && semantics.includes("dom-dow-or")) return "either day field, though one starts with `*`";
  if (!star && semantics.includes("dom-dow-and")) return "both day fields, though neither starts with `*`";
  return undefined;
}

/** The zone as a `.sched` file may name it; undefined for offsets that no zone keeps. */
export function zoneNamed(tz: string): string | undefined {
  if (Object.hasOwn(renamed, tz)) return renamed[tz];
  const offset = /^([+-])(\d\d):00$/.exec(tz);
  if (!offset) return tz.includes(":") ? undefined : tz;
  const hours = Number(offset[2]);
  // The signs of these names are turned round.
  const sign = offset[1] === "+" ? "-" : "+";
  return hours > (sign === "-" ? 14 : 12) ? undefined : `Etc/GMT${sign}${hours}`;
}

/** Zones that the language has under another name alone. */
const renamed: Readonly<Record<string, string>> = { "Etc/UTC": "UTC", CET: "Europe/Brussels" };

/** Fire times end with the year 2400. */
export function isBeyondTime({ from, at }: VectorCase): boolean {
  return Number((from ?? at ?? "2000").slice(0, 4)) > 2400;
}
