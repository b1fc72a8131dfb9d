/** The zone whose clock a trigger is written by. */
import type { Trigger } from "../model/index.ts";

/** Undefined where no member of it has a zone, or two have different ones. */
export function zoneOfTrigger(trigger: Trigger): string | undefined {
  const zones = new Set(membersOf(trigger).flatMap((member) => ("zone" in member ? member.zone : [])));
  const [zone] = zones;
  return zones.size === 1 ? zone : undefined;
}

export function membersOf(trigger: Trigger): readonly Trigger[] {
  return trigger.kind === "union" ? trigger.of : [trigger];
}
