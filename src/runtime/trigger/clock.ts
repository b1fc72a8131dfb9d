/** Clocks and ranges of clocks as seconds of the day that opened them. */
import { type Clock, type ClockRange, SchedcError } from "../model/index.ts";
import { weekdayOf } from "./civil.ts";
import { within } from "./whole.ts";
import { needed, type Workdays } from "./workdays.ts";

/** A range in seconds, both ends within; `weekdays` has a bit for each weekday (Monday is bit 0) it opens on. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly weekdays: number;
  /** Opens on workdays instead; `weekdays` is then empty. */
  readonly open?: (day: number) => boolean;
}

export const ALL_WEEKDAYS = 0b1111111;

/** The seconds of a clock, up to 47:59:59. */
export function secondsOf(clock: Clock): number {
  const read = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  const [hour, minute, second] = [Number(read?.[1]), Number(read?.[2]), Number(read?.[3] ?? 0)];
  if (!read || hour > 47 || minute > 59 || second > 59) {
    throw new SchedcError(`"${clock}" is no clock time; HH:MM or HH:MM:SS with hours from 00 to 47 is.`);
  }
  return hour * 3600 + minute * 60 + second;
}

/** `workdays` are those of the trigger, where it has a calendar. */
export function spanOf(range: ClockRange, workdays: Workdays | undefined): Span {
  const first = secondsOf(range[0]);
  const last = secondsOf(range[1]);
  if (last < first) {
    throw new SchedcError(
      `The range ${range[0]} to ${range[1]} ends before it starts; past midnight hours go on from 24.`,
    );
  }
  const [, , on] = range;
  if (on === "workday") return { first, last, weekdays: 0, open: needed(workdays).has };
  return { first, last, weekdays: on ? weekdayBits(on) : ALL_WEEKDAYS };
}

/** Whether the span opens on a day. */
export function opensOn(span: Span, day: number): boolean {
  return span.open ? span.open(day) : ((span.weekdays >> (weekdayOf(day) - 1)) & 1) === 1;
}

/** ISO weekday numbers as bits, Monday being bit 0. */
export function weekdayBits(weekdays: readonly number[]): number {
  let bits = 0;
  for (const weekday of within(weekdays, 1, 7, "weekday")) bits |= 1 << (weekday - 1);
  return bits;
}
