/** Short ways to write a trigger and to read its fires, each list checked backwards too. */
import { expect } from "vitest";
import type { CalendarTrigger, DayRule, Times } from "../../src/runtime/model/index.ts";
import { fires, previousFire } from "../../src/runtime/trigger/index.ts";

export function daysOf(...days: DayRule[]): CalendarTrigger {
  return { kind: "calendar", zone: "UTC", days, times: { at: ["00:00"] }, dst: { gap: "after", overlap: "first" } };
}

export function timesOf(times: Times, zone = "UTC"): CalendarTrigger {
  return { kind: "calendar", zone, days: [{}], times, dst: { gap: "skip", overlap: "both" } };
}

export function listed(trigger: CalendarTrigger, after: string, limit: number): number[] {
  const found = [...fires(trigger, { after: Date.parse(after), limit })];
  for (let at = found.length - 1; at > 0; at--) expect(previousFire(trigger, found[at] as number)).toBe(found[at - 1]);
  return found;
}

export const dates = (trigger: CalendarTrigger, after: string, limit: number): string[] =>
  listed(trigger, `${after}T12:00:00Z`, limit).map((instant) => new Date(instant).toISOString().slice(0, 10));

export const clocks = (trigger: CalendarTrigger, after: string, limit: number): string[] =>
  listed(trigger, after, limit).map((instant) => new Date(instant).toISOString().slice(11, 16));
