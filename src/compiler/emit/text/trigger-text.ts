/** A trigger as an object literal, its custom functions bound. */
import type { Trigger } from "../../../runtime/model/index.ts";
import type { Call } from "../model/module-model.ts";
import { nameIn, type SharedCalendar } from "../model/shared-calendars.ts";
import type { SharedTrigger } from "../model/shared-triggers.ts";
import { dataText } from "./data-text.ts";
import { memberAccess, objectKey } from "./identifier.ts";

/** The calendars as members of one object, which triggers name. */
export function calendarsText(shared: readonly SharedCalendar[]): string {
  return `{\n${shared.map(({ name, days }) => `${objectKey(name)}: ${dataText(days)},`).join("\n")}\n}`;
}

/** The triggers that many jobs have, likewise. */
export function sharedText(triggers: readonly SharedTrigger[], calendars: readonly SharedCalendar[]): string {
  const member = ({ name, trigger }: SharedTrigger): string =>
    `${objectKey(name)}: ${triggerText(trigger, [], false, calendars)},`;
  return `{\n${triggers.map(member).join("\n")}\n}`;
}

/** `nexts` are the calls of the custom triggers in order; one that needs `tasks` is left unbound unless `withTasks`. */
export function triggerText(
  trigger: Trigger,
  nexts: readonly Call[],
  withTasks: boolean,
  shared: readonly SharedCalendar[] = [],
): string {
  let at = 0;
  const one = (whole: Trigger): string => {
    const { member, extra } = withoutCalendar(whole, shared);
    if (member.kind !== "custom") return dataText(member, extra);
    const call = nexts[at++];
    const bound = call !== undefined && (withTasks || !call.tasks);
    const next = bound ? [`next: (${call.context ? "after" : ""}) => ${call.code}`] : [];
    return dataText(member, [...extra, ...next]);
  };
  if (trigger.kind !== "union") return one(trigger);
  return `{ kind: "union", of: [${trigger.of.map(one).join(", ")}] }`;
}

/** A calendar that the module shares is named, any other stands where it is. */
function withoutCalendar(trigger: Trigger, shared: readonly SharedCalendar[]) {
  if (!("zone" in trigger) || trigger.calendar === undefined) return { member: trigger, extra: [] };
  const name = nameIn(shared, trigger.calendar);
  if (name === undefined) return { member: trigger, extra: [] };
  const { calendar: _, ...member } = trigger;
  return { member, extra: [`calendar: calendars${memberAccess(name)}`] };
}
