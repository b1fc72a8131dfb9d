/** A trigger taken apart: what has a fire set, and what follows starts and runs. */
import type { AfterTrigger, CompletionTrigger, TimedTrigger, Trigger, UnionTrigger } from "../model/index.ts";

export interface TriggerParts {
  /** What the fire-time engine answers for; a union of it where there are several. */
  readonly timed?: Trigger;
  readonly startup: boolean;
  readonly after: readonly AfterTrigger[];
  readonly completion: readonly CompletionTrigger[];
}

type Member = Exclude<Trigger, UnionTrigger>;

const TIMED: ReadonlySet<unknown> = new Set<TimedTrigger["kind"]>(["calendar", "elapsed", "instants", "custom"]);
const MAKING: ReadonlySet<unknown> = new Set(["startup", "after", "completion"]);

/** Whether every part of it is of a kind that there is; code without types may bring anything. */
export function isTrigger(trigger: Trigger | undefined): boolean {
  if (trigger === undefined || trigger === null) return false;
  const members: readonly (Member | undefined)[] = membersOf(trigger);
  return members.length > 0 && members.every((member) => TIMED.has(member?.kind) || MAKING.has(member?.kind));
}

export function takeApart(trigger: Trigger): TriggerParts {
  const members = membersOf(trigger);
  const timed = members.filter((member): member is TimedTrigger => TIMED.has(member.kind));
  const [only] = timed;
  return {
    ...(only !== undefined && { timed: timed.length === 1 ? only : { kind: "union", of: timed } }),
    startup: members.some(({ kind }) => kind === "startup"),
    after: members.filter((member) => member.kind === "after"),
    completion: members.filter((member) => member.kind === "completion"),
  };
}

/** The jobs whose ends it waits for. */
export function waitedFor({ after }: TriggerParts): readonly string[] {
  return after.flatMap(({ all }) => all.map(({ job }) => job));
}

function membersOf(trigger: Trigger): readonly Member[] {
  return trigger.kind === "union" ? trigger.of : [trigger];
}
