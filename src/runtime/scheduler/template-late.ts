/** Where the life of a job begins that comes after its time. */
import type { Trigger } from "../model/index.ts";
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import { isThenable } from "./thenable.ts";

/** Before every fire time that there is. */
const BEFORE_ALL = -2_300_000_000_000;

/**
 * The last instant that does not count. A job lives from `from` on, and has nothing to do with what came before; but a
 * job of a template that is nothing but single instants is made for these, so those that have passed have a fate too:
 * one, so that none counts again through the `last` that has its fate, which is asked for only where one has passed.
 */
export function lifeStart(
  { template, trigger, timed }: Definition,
  from: number,
  last: () => number | undefined,
): number {
  if (template === undefined || !isOnce(trigger)) return from;
  const first = timed?.next(BEFORE_ALL);
  if (first === undefined || first > from) return from;
  return Math.min(from, Math.max(first - 1, last() ?? BEFORE_ALL));
}

/** The last instant of a job that had left and is made again, as far as the store keeps its fires and answers at once. */
export function lastFired({ store, emitter }: Core, job: string): number | undefined {
  try {
    const fires = store.fires(job);
    if (isThenable(fires)) return undefined;
    const ended = fires.flatMap(({ origin, fireAt, through }) => (origin === "schedule" ? [through ?? fireAt] : []));
    return ended.length === 0 ? undefined : Math.max(...ended);
  } catch (error) {
    emitter.emit("store.failed", { error });
    return undefined;
  }
}

function isOnce(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every(({ kind }) => kind === "instants");
}
