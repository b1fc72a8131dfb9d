/** Questions to a trigger as it stands in a plan or module; each trigger is prepared at its first. */
import type { Trigger } from "../model/index.ts";
import { prepare } from "./prepare.ts";
import type { PreparedTrigger } from "./prepared.ts";

const ready = new WeakMap<Trigger, PreparedTrigger>();

function preparedOf(trigger: Trigger): PreparedTrigger {
  let prepared = ready.get(trigger);
  if (prepared === undefined) {
    prepared = prepare(trigger);
    ready.set(trigger, prepared);
  }
  return prepared;
}

/** The first fire strictly after an instant (epoch milliseconds); undefined when the trigger never fires again. */
export function nextFire(trigger: Trigger, after: number): number | undefined {
  return preparedOf(trigger).next(after);
}

/** The last fire strictly before an instant (epoch milliseconds); undefined when there is none. */
export function previousFire(trigger: Trigger, before: number): number | undefined {
  return preparedOf(trigger).previous(before);
}

/** Whether an instant (epoch milliseconds) is a fire. */
export function isFire(trigger: Trigger, instant: number): boolean {
  return preparedOf(trigger).has(instant);
}

export interface FireSpan {
  /** Where to begin; itself not within. */
  readonly after: number;
  /** Where to end; itself within. */
  readonly until?: number;
  /** How many at most. */
  readonly limit?: number;
}

/** The fires of a span in ascending order, found as they are read; it can be read more than once. */
export function fires(trigger: Trigger, span: FireSpan): Iterable<number> {
  const { after, until = Number.POSITIVE_INFINITY, limit = Number.POSITIVE_INFINITY } = span;
  const prepared = preparedOf(trigger);
  return {
    *[Symbol.iterator](): Generator<number, void, undefined> {
      let count = 0;
      let instant = limit > 0 ? prepared.next(after) : undefined;
      while (instant !== undefined && instant <= until) {
        yield instant;
        count++;
        if (count >= limit) return;
        instant = prepared.next(instant);
      }
    },
  };
}
