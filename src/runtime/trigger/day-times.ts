/** What makes the clock times of a day, in seconds from its midnight: a list, a product or a step. */

/** Stands for "no time". */
export const NO_TIME = -1;

export interface DayTimes {
  /** The latest time any day has; a day more and above it is the tail after midnight. */
  readonly last: number;
  /** The first time of a day that opened, at `from` or later; `NO_TIME` when there is none. */
  next(day: number, from: number): number;
  /** The last time of a day that opened, at `to` or earlier. */
  previous(day: number, to: number): number;
}
