/** A trigger as an object literal, its custom functions bound. */
import type { Trigger } from "../../../runtime/model/index.ts";
import type { Call } from "../model/module-model.ts";
import { dataText } from "./data-text.ts";

/** `nexts` are the calls of the custom triggers in order; one that needs `tasks` is left unbound unless `withTasks`. */
export function triggerText(trigger: Trigger, nexts: readonly Call[], withTasks: boolean): string {
  let at = 0;
  const one = (member: Trigger): string => {
    if (member.kind !== "custom") return dataText(member);
    const call = nexts[at++];
    const bound = call !== undefined && (withTasks || !call.tasks);
    return dataText(member, bound ? [`next: (${call.context ? "after" : ""}) => ${call.code}`] : []);
  };
  if (trigger.kind !== "union") return one(trigger);
  return `{ kind: "union", of: [${trigger.of.map(one).join(", ")}] }`;
}
