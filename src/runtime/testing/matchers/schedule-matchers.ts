/** The matchers about fire times, for Vitest and Jest alike: `expect.extend(scheduleMatchers)`. */
import type { Moment } from "../moment.ts";
import type { Days } from "./days.ts";
import { toFireAt } from "./to-fire-at.ts";
import { type MomentSpan, toFireTimes } from "./to-fire-times.ts";
import { type NextFiresOptions, toHaveNextFires } from "./to-have-next-fires.ts";
import { toNeverFireOn } from "./to-never-fire-on.ts";

/**
 * What `expect(source)` gains: `source` is a trigger, a job of a generated module, a prepared trigger, or
 * `{ schedule, id }`. They speak of the trigger's fire times, which no policy has thinned out or delayed.
 */
export interface ScheduleMatchers<R = unknown> {
  /** The moment is a fire time. */
  toFireAt(moment: Moment): R;
  /** So many fire times lie in the span. */
  toFireTimes(times: number, span: MomentSpan): R;
  /** The first fire times after a moment; an empty list for none. */
  toHaveNextFires(moments: readonly Moment[], options: NextFiresOptions): R;
  /** No fire time lies on such a day, of all from 1900 to 2400 or of the span. */
  toNeverFireOn(days: Days, span?: MomentSpan): R;
}

export const scheduleMatchers: {
  readonly toFireAt: typeof toFireAt;
  readonly toFireTimes: typeof toFireTimes;
  readonly toHaveNextFires: typeof toHaveNextFires;
  readonly toNeverFireOn: typeof toNeverFireOn;
} = { toFireAt, toFireTimes, toHaveNextFires, toNeverFireOn };
