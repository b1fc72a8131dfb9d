/** Instants as a reader in Berlin writes them. */

export const zone = "Europe/Berlin";

const clockFormat = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  weekday: "short",
  day: "2-digit",
  month: "short",
});
const hourFormat = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });

/** `09:30` */
export function clock(at: number): string {
  return clockFormat.format(at);
}

/** `Tue 02 Jan` */
export function day(at: number): string {
  return dayFormat.format(at).replace(",", "");
}

/** 0 to 23 */
export function hour(at: number): number {
  return Number(hourFormat.format(at));
}
