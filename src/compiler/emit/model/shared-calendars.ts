/** The calendars of a module, written once however many of its triggers carry them. */
import type { Calendar, Trigger } from "../../../runtime/model/index.ts";
import { canonical } from "../../plan/canonical.ts";
import type { PlanCalendar } from "../../plan/types.ts";

export interface SharedCalendar {
  /** As its file calls it; with a number where two files call different ones so. */
  readonly name: string;
  readonly days: Calendar;
}

/** Those that the triggers carry, in the order in which they first do. */
export function sharedCalendars(
  triggers: readonly Trigger[],
  declared: readonly PlanCalendar[],
): readonly SharedCalendar[] {
  const names = new Map(declared.toReversed().map(({ days, name }) => [canonical(days), name]));
  const shared = new Map<string, SharedCalendar>();
  const taken = new Set<string>();
  // Triggers of one build mostly share the object too, which spares writing it out for each.
  for (const days of new Set(triggers.flatMap(calendarsOf))) {
    const key = canonical(days);
    if (shared.has(key)) continue;
    const wish = names.get(key) ?? "calendar";
    let name = wish;
    for (let n = 2; taken.has(name); n++) name = `${wish}${n}`;
    taken.add(name);
    shared.set(key, { name, days });
  }
  return [...shared.values()];
}

/** The name of the one that a trigger carries. */
export function nameIn(shared: readonly SharedCalendar[], calendar: Calendar): string | undefined {
  const same = shared.find(({ days }) => days === calendar);
  if (same) return same.name;
  const key = canonical(calendar);
  return shared.find(({ days }) => canonical(days) === key)?.name;
}

function calendarsOf(trigger: Trigger): readonly Calendar[] {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.flatMap((member) => ("zone" in member && member.calendar ? [member.calendar] : []));
}
