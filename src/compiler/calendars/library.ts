/** The one door to ical.js, loaded only where a calendar includes a file: lines, folding, components, time zones, rules. */
import type { default as Library } from "ical.js";

export type Ical = typeof Library;
export type Component = InstanceType<Ical["Component"]>;
export type IcalEvent = InstanceType<Ical["Event"]>;
export type Time = InstanceType<Ical["Time"]>;
export type Recur = InstanceType<Ical["Recur"]>;

export async function openIcal(): Promise<Ical> {
  const { default: library } = await import("ical.js");
  return library;
}
