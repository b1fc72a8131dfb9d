/** A trigger taken apart: what has a fire set, and what follows starts and runs. */
import type { AfterTrigger, CompletionTrigger, TimedTrigger, Trigger } from "../model/index.ts";

export interface TriggerParts {
  /** What the fire-time engine answers for; a union of it where there are several. */
  readonly timed?: Trigger;
  readonly startup: boolean;
  readonly after: readonly AfterTrigger[];
  readonly completion: readonly CompletionTrigger[];
}

export function takeApart(trigger: Trigger): TriggerParts {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  const timed = members.filter(
    (member): member is TimedTrigger =>
      member.kind === "calendar" || member.kind === "elapsed" || member.kind === "instants" || member.kind === "custom",
  );
  const [only] = timed;
  return {
    ...(only !== undefined && { timed: timed.length === 1 ? only : { kind: "union", of: timed } }),
    startup: members.some(({ kind }) => kind === "startup"),
    after: members.filter((member) => member.kind === "after"),
    completion: members.filter((member) => member.kind === "completion"),
  };
}
