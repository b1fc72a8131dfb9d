/** How many fires a day has, as written. */
import type { Trigger } from "../../runtime/model/index.ts";
import { nextFire } from "../../runtime/trigger/index.ts";

/** The least and the most of the days looked at. */
export interface DayCount {
  readonly least: number;
  readonly most: number;
}

/** Two weeks of firing days show every weekday, and a month of them would show little more. */
const days = 14;

/** Over some days with fires from an instant on; undefined where there are none. */
export function dayCount(trigger: Trigger, from: number): DayCount | undefined {
  const written = inUtc(trigger);
  if (written === undefined) return undefined;
  const counts: number[] = [];
  let at = nextFire(written, from - 1);
  while (at !== undefined && counts.length < days) {
    const end = (Math.floor(at / 86_400_000) + 1) * 86_400_000;
    let count = 0;
    for (; at !== undefined && at < end; at = nextFire(written, at)) count++;
    counts.push(count);
  }
  // The first day may have begun before the instant.
  const whole = counts.length > 1 ? counts.slice(1) : counts;
  return whole.length === 0 ? undefined : { least: Math.min(...whole), most: Math.max(...whole) };
}

/** The trigger where no day is shorter or longer than it reads; undefined where some part has no fires to count. */
function inUtc(trigger: Trigger): Trigger | undefined {
  if (trigger.kind === "calendar" || trigger.kind === "elapsed" || trigger.kind === "instants")
    return { ...trigger, zone: "UTC" };
  if (trigger.kind !== "union") return undefined;
  const of = trigger.of.flatMap((member) => {
    const one = inUtc(member);
    return one && one.kind !== "union" ? [one] : [];
  });
  return of.length === trigger.of.length ? { kind: "union", of } : undefined;
}
