/** Where the life of a job begins that comes after its time. Pure. */
import type { Trigger } from "../model/index.ts";
import type { PreparedTrigger } from "../trigger/index.ts";
import type { Definition } from "./definition.ts";

/** Before every fire time that there is. */
const BEFORE_ALL = -2_300_000_000_000;

/** What a job fired by before, and through when each of these fires has its fate. */
export interface FiredBefore {
  readonly timed: PreparedTrigger | undefined;
  readonly through: number;
}

/**
 * The last instant that does not count. A job lives from `from` on, and has nothing to do with what came before; but a
 * job of a template that is nothing but single instants is made for these, so those that have passed have a fate too:
 * one, so that no instant counts again which the job has been through.
 */
export function lifeStart({ template, trigger, timed }: Definition, from: number, before?: FiredBefore): number {
  if (template === undefined || !isOnce(trigger)) return from;
  const first = timed?.next(BEFORE_ALL);
  if (first === undefined) return from;
  const last = before?.timed?.previous(before.through + 1) ?? BEFORE_ALL;
  return Math.min(from, Math.max(first - 1, last));
}

function isOnce(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every(({ kind }) => kind === "instants");
}
