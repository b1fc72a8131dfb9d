/**
 * The trigger: when a job fires, as plain JSON.
 *
 * It stands in a plan, in a generated module and in `scheduler.schedule()`, and answers alone: the zone by
 * name, everything else by value. Every default is written out, so a reader never has to know one.
 *
 * Shared conventions, so that each field below can stay short:
 * - A `Clock` is `HH:MM` or `HH:MM:SS` on the day that opened it; hours from 24 to 47 are the tail after midnight.
 * - A range of clocks is closed at both ends in whole seconds: 9:00-17:00 is `["09:00","17:00"]`, the whole hours
 *   9-17 are `["09:00","17:59:59"]`, an end of 24:00 is `"23:59:59"`.
 * - A `CivilDate` is `YYYY-MM-DD`. A `Point` is a local date and time of the trigger's zone, or an instant with `Z`.
 * - Weekdays are ISO numbers, 1 for Monday to 7 for Sunday; months are 1 to 12. Lists are ascending, without repeats.
 * - Durations are integer milliseconds.
 */

export type Clock = string;
export type CivilDate = string;
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Milliseconds = number;

/**
 * A local date and time `YYYY-MM-DDTHH:MM:SS` (in a gap the first instant after it, in an overlap the first pass),
 * or an instant when `Z` follows; `plus` is elapsed time after it, negative for before.
 */
export type Point = string | { readonly at: string; readonly plus: Milliseconds };

export type Trigger =
  | CalendarTrigger
  | ElapsedTrigger
  | InstantsTrigger
  | UnionTrigger
  | CustomTrigger
  | StartupTrigger
  | AfterTrigger
  | CompletionTrigger;

/** The kinds that have a fire set: `nextFire` and `previousFire` answer for them. */
export type TimedTrigger = CalendarTrigger | ElapsedTrigger | InstantsTrigger | CustomTrigger;

/** Bounds, windows and exceptions: what limits a trigger whatever makes its times. */
export interface Scope {
  /** IANA name, or `UTC`. */
  readonly zone: string;
  /** First instant of the life span, itself within. */
  readonly from?: Point;
  /**
   * Last instant of the life span, itself within. An `until DATE` is stored as that day's `T23:59:59`, which here means
   * the last instant of the date, also where its clock is set back or forward.
   */
  readonly until?: Point;
  /**
   * A fire must lie in one of these windows: its written time in one of the trigger's own zone, its instant in one of
   * another zone.
   */
  readonly during?: readonly Window[];
  readonly except?: Exceptions;
  /** Which days are workdays; there wherever a rule, a pick or a window asks for them. */
  readonly calendar?: Calendar;
}

/** The workdays of somewhere, by value: a day is closed by `weekend` and `holidays` and opened by `open`, which wins. */
export interface Calendar extends Holidays {
  readonly weekend: readonly Weekday[];
}

/** The holidays of a calendar, less the days that it opens all the same. */
export interface Holidays {
  readonly holidays?: DaySet;
  readonly open?: DaySet;
  /** The last day that its dates are known for. Fires go on past it by what repeats; a scheduler says so before. */
  readonly covers?: CivilDate;
}

/** Days said by rules, by dates and by days of the year, together. Rules here know no workdays. */
export interface DaySet {
  readonly days?: readonly DayRule[];
  /** Both ends within. */
  readonly dates?: readonly (readonly [CivilDate, CivilDate])[];
  /** Days of every year from month and date to month and date, both within; may wrap over the new year. */
  readonly yearly?: readonly (readonly [month: number, date: number, toMonth: number, toDate: number])[];
}

/** Days × clock times in a zone, less exceptions, inside a life span. */
export interface CalendarTrigger extends Scope {
  readonly kind: "calendar";
  /** A day opens when any of these rules holds for it. */
  readonly days: readonly DayRule[];
  readonly times: Times;
  readonly dst: DstPolicy;
}

/** What becomes of a wall time that a day lacks (gap) or has twice (overlap). */
export interface DstPolicy {
  /** `after`: the first instant after the gap · `shift`: later by the gap's length · `skip`: none. */
  readonly gap: "after" | "shift" | "skip";
  readonly overlap: "first" | "second" | "both";
}

/** All that is present must hold; an empty rule is every day. */
export interface DayRule {
  /** Every nth period counted from the one that holds `anchor`; fires before the anchor's period never happen. */
  readonly cycle?: Cycle;
  readonly weekdays?: readonly Weekday[];
  /** Workdays of the trigger's calendar alone. */
  readonly open?: true;
  /** Months of the day; under `picks`, of the first day of the period counted in, or of a day chosen by what it is. */
  readonly months?: readonly number[];
  /** Parity of the ISO week number. */
  readonly weeks?: "even" | "odd";
  /** Each must hold. */
  readonly picks?: readonly Pick[];
}

export type Period = "day" | "week" | "month" | "quarter" | "year";

export interface Cycle {
  readonly every: number;
  readonly unit: Period;
  readonly anchor: CivilDate;
}

/**
 * Days chosen within a period, then moved, by `offset` before `move`. `cycle` and `months` of the rule test the period
 * counted in, so that the day that results may lie outside it; a cycle of a unit shorter than `in` tests the day itself.
 * Days chosen by their weekday are counted in nothing: of these `months` test each before it is moved.
 */
export interface Pick {
  readonly in: Exclude<Period, "day">;
  readonly of: readonly DayChoice[];
  /** Moves each chosen day by so many days; weekdays and workdays count strictly before or after the day. */
  readonly offset?: { readonly by: number; readonly unit: "day" | "week" | "weekday" | "workday" };
  /**
   * Where a chosen day goes that is no day of Monday to Friday, or under `to` no workday. `nearest` stays in the month,
   * takes the earlier of two, and gives no day where the month has none.
   */
  readonly move?: "next" | "previous" | "nearest";
  readonly to?: "workday";
  /** A plain ordinal that the period lacks becomes its last day. */
  readonly clamp?: true;
}

export type DayChoice =
  /** The nth day, weekday, workday or named day of the period; negative counts from its end, -1 being the last. */
  | {
      readonly nth: number;
      readonly day: "day" | "weekday" | "workday" | Weekday;
      /** Counted strictly after (nth > 0) or strictly before (nth < 0) this day of the period. */
      readonly after?: number;
      readonly before?: number;
    }
  /** The days from the first to the last ordinal, both within, ending with the period. */
  | { readonly first: number; readonly last: number }
  /** A day of the year; February 29 exists in leap years alone. */
  | { readonly month: number; readonly date: number }
  | { readonly weekdays: readonly Weekday[] }
  /** The workdays of the period. */
  | { readonly open: true };

export type Times =
  /** These clocks. */
  | { readonly at: readonly Clock[] }
  /** Every combination of hour (0 to 47), minute and second. */
  | { readonly hours: readonly number[]; readonly minutes: readonly number[]; readonly seconds: readonly number[] }
  /**
   * A step counted from the start of each range; where ranges of open days overlap or touch, the one that opened
   * last counts.
   */
  | { readonly every: Milliseconds; readonly ranges: readonly ClockRange[] }
  /** One whole second a day, drawn evenly over the real seconds of the ranges from a hash of `random` and the day. */
  | { readonly random: string; readonly ranges: readonly ClockRange[] };

/** From the first clock to the last, both within; on the given weekdays or on workdays alone where it says so. */
export type ClockRange = readonly [Clock, Clock] | readonly [Clock, Clock, readonly Weekday[] | "workday"];

/** Wall-clock ranges, held against the job's zone or the window's own; a tail belongs to the day it opened. */
export interface Window {
  readonly ranges: readonly ClockRange[];
  readonly zone?: string;
}

/** What is taken out. Days test the day a fire belongs to; windows and spans the written time and the instant. */
export interface Exceptions extends DaySet {
  /** The holidays of these calendars; their weekends stay. */
  readonly holidays?: readonly Holidays[];
  readonly windows?: readonly Window[];
  /** From the first point up to, but not including, the last. */
  readonly spans?: readonly (readonly [Point, Point])[];
}

/** Elapsed steps from an anchor, which is itself a fire; `days` only filter, by the local date of the instant. */
export interface ElapsedTrigger extends Scope {
  readonly kind: "elapsed";
  readonly every: Milliseconds;
  readonly anchor: Point;
  readonly days: readonly DayRule[];
}

/** Single instants. */
export interface InstantsTrigger extends Scope {
  readonly kind: "instants";
  readonly at: readonly Point[];
}

/** What any member fires; equal instants are one fire. */
export interface UnionTrigger {
  readonly kind: "union";
  readonly of: readonly Exclude<Trigger, UnionTrigger>[];
}

/** A TypeScript function gives the next instant; the generated module binds it as `next`. */
export interface CustomTrigger extends Scope {
  readonly kind: "custom";
  readonly task: string;
  readonly args: readonly Value[];
  readonly next?: (after: Date) => Date | null;
}

/** Once at each start of the scheduler. Has no fire set. */
export interface StartupTrigger {
  readonly kind: "startup";
}

/** When the last run of every named job ended so since this job last fired. Has no fire set. */
export interface AfterTrigger {
  readonly kind: "after";
  readonly all: readonly { readonly job: string; readonly ends: "succeeds" | "fails" | "completes" }[];
}

/** So long after the last run ended, however it ended; the first at start or `from`. Has no fire set. */
export interface CompletionTrigger extends Scope {
  readonly kind: "completion";
  readonly every: Milliseconds;
  readonly days: readonly DayRule[];
}

/** An argument of a call in a plan; `{ runtime: "scheduled" }` is what the run knows under that name. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly object: Readonly<Record<string, Value>> }
  | { readonly runtime: RuntimeValue }
  /** A name of the task's own module world: an enum member, a constant. */
  | { readonly reference: string }
  /** In a template: the value of a parameter. */
  | { readonly parameter: string }
  /** In a template: a text with parameters in it. */
  | { readonly text: string };

export type RuntimeValue = "ctx" | "scheduled" | "signal" | "attempt" | "id";
