/** Where the life of a job begins that comes after its time. Pure. */
import type { Trigger } from "../model/index.ts";
import type { Definition } from "./definition.ts";

/** Before every fire time that there is. */
const BEFORE_ALL = -2_300_000_000_000;

/**
 * The last instant that does not count. A job lives from `from` on, and has nothing to do with what came before; but a
 * job of a template that is nothing but single instants is made for these, so those that have passed have a fate too.
 */
export function lifeStart({ template, trigger, timed }: Definition, from: number): number {
  if (template === undefined || !isOnce(trigger)) return from;
  const first = timed?.next(BEFORE_ALL);
  return first === undefined ? from : Math.min(from, first - 1);
}

function isOnce(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every(({ kind }) => kind === "instants");
}
