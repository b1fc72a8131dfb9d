/** The fire times of a span, found without ever walking more than a bounded number of them. */
import type { PreparedTrigger } from "../trigger/index.ts";
import { type Few, NONE, withOne } from "./few.ts";

/** Fires of one job that are looked at singly in one turn; older ones are told of together. */
const SINGLY = 1_000;

export interface DueTimes {
  /** Ascending; the latest ones where there are more than are looked at singly. */
  readonly times: readonly number[];
  /** The older ones, both ends within. */
  readonly rest?: { readonly from: number; readonly through: number };
}

/** Every fire from `first`, itself a fire, through `until`. */
export function timesThrough(trigger: PreparedTrigger, first: number, until: number, most: number = SINGLY): DueTimes {
  let times: Few<number> = NONE;
  for (let time: number | undefined = first; time !== undefined && time <= until; time = trigger.next(time)) {
    if (times.length === most) return latest(trigger, first, until, most);
    times = withOne(times, time);
  }
  return { times };
}

/** From the end backwards: a clock set forward by years must not be walked second by second. */
function latest(trigger: PreparedTrigger, first: number, until: number, most: number): DueTimes {
  const times: number[] = [];
  let time = trigger.previous(until + 1);
  while (time !== undefined && time >= first && times.length < most) {
    times.push(time);
    time = trigger.previous(time);
  }
  times.reverse();
  return time === undefined || time < first ? { times } : { times, rest: { from: first, through: time } };
}
