/** A trigger as five cron fields, or why there is none. */
import type { CalendarTrigger, DayChoice, DayRule, Pick, Times, Trigger } from "../../runtime/model/index.ts";

/** An expression, or in words why there is none. */
export type CronEquivalent =
  | { readonly expression: string /** What a cron would do otherwise, where anything. */; readonly but?: string }
  | { readonly reason: string };

/** Five portable fields only: no seconds, no letters, so that any crontab takes them. */
export function cronEquivalent(trigger: Trigger): CronEquivalent {
  if (trigger.kind !== "calendar") return { reason: reasons[trigger.kind] };
  const limit = limitOf(trigger);
  if (limit !== undefined) return { reason: limit };
  const clock = clockFields(trigger.times);
  if (typeof clock === "string") return { reason: clock };
  const [rule, more] = trigger.days;
  if (rule === undefined || more !== undefined) return { reason: "its days are more than one rule" };
  const days = dayFields(rule);
  if (typeof days === "string") return { reason: days };
  const expression = `${clock.minute} ${clock.hour} ${days.date} ${days.month} ${days.weekday}`;
  const but = butOf(trigger, expression);
  return but === undefined ? { expression } : { expression, but };
}

const reasons = {
  elapsed: "cron counts by the calendar, not by elapsed time",
  instants: "cron has no year, so it cannot name a single instant",
  union: "several triggers are several lines of a crontab",
  custom: "a function gives its times",
  startup: "cron knows no start of a scheduler",
  after: "cron knows nothing of other jobs",
  completion: "cron knows nothing of the runs that it starts",
};

/** The first clause that no field can carry. */
function limitOf({ from, until, during, except, calendar }: CalendarTrigger): string | undefined {
  if (from !== undefined || until !== undefined) return "cron has no life span";
  if (during) return "cron has no windows";
  if (except) return "cron has no exceptions";
  if (calendar) return "cron has no calendar, so it knows no workdays";
  return undefined;
}

/** The two fields that say when in the day. */
interface ClockFields {
  readonly minute: string;
  readonly hour: string;
}

/** A text is the reason why there are none. */
function clockFields(times: Times): ClockFields | string {
  if ("random" in times) return "cron draws no times";
  if ("hours" in times) return productFields(times.hours, times.minutes, times.seconds);
  if ("at" in times) {
    const parts = times.at.map((clock) => clock.split(":").map(Number));
    const at = (i: number): readonly number[] => [...new Set(parts.map((part) => part[i] ?? 0))].sort((a, b) => a - b);
    const [hours, minutes, seconds] = [at(0), at(1), at(2)];
    const isProduct = hours.length * minutes.length * seconds.length === times.at.length;
    return isProduct ? productFields(hours, minutes, seconds) : "its times are no product of hours and minutes";
  }
  const [range, more] = times.ranges;
  const step = times.every / 60_000;
  const whole =
    range && more === undefined && range[2] === undefined && range[0].endsWith(":00") && range[1].endsWith(":59:59");
  if (!Number.isInteger(step)) return "a crontab has no seconds";
  if (!whole) return "a step from the start of a range is no cron field";
  const [first, last] = [Number.parseInt(range[0], 10), Number.parseInt(range[1], 10)];
  if (last >= 24) return "a cron's day ends at midnight";
  const hour = first === 0 && last === 23 ? "*" : `${first}-${last}`;
  if (60 % step === 0) return { minute: step === 60 ? "0" : step === 1 ? "*" : `*/${step}`, hour };
  return step % 60 === 0 && 24 % (step / 60) === 0 && hour === "*"
    ? { minute: "0", hour: `*/${step / 60}` }
    : "a step that does not divide the hour is no cron field";
}

function productFields(
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): ClockFields | string {
  if (seconds.length !== 1 || seconds[0] !== 0) return "a crontab has no seconds";
  if (hours.some((hour) => hour >= 24)) return "a cron's day ends at midnight";
  return { minute: field(minutes), hour: hours.length === 24 ? "*" : field(hours) };
}

/** A text is the reason why there are none. */
function dayFields({
  cycle,
  weekdays,
  months,
  weeks,
  picks = [],
}: DayRule): { date: string; month: string; weekday: string } | string {
  if (cycle) return "cron keeps no count of weeks, months or years";
  if (weeks) return "cron knows no week numbers";
  const [pick, more] = picks;
  if (more) return "cron has one field for the day of the month";
  if (pick && weekdays) return "cron fires when either day field matches, not both";
  const plain: PlainDays | string = pick ? plainDays(pick) : {};
  if (typeof plain === "string") return plain;
  if (months && plain.months) return "cron counts days in a month, not in a quarter or a year";
  const inMonths = months ?? plain.months;
  return {
    date: plain.dates ? field(plain.dates) : "*",
    month: inMonths ? field(inMonths) : "*",
    weekday: weekdays ? field(weekdays.map((day) => day % 7).sort((a, b) => a - b)) : "*",
  };
}

/** Days by their number in months by theirs; without either, every one. */
interface PlainDays {
  readonly dates?: readonly number[];
  readonly months?: readonly number[];
}

/** A text is the reason why they are none. */
function plainDays({ in: period, of, offset, move, clamp }: Pick): PlainDays | string {
  if (offset || move || clamp) return noPlainDay;
  const days = of.map(plainDay);
  if (days.includes(undefined)) return noPlainDay;
  const counted = days.flatMap((day) => day ?? []);
  const dates = distinct(counted.map(({ date }) => date));
  if (counted.every(({ month }) => month === undefined)) {
    if (period === "month") return { dates };
    // The first month of each quarter has 30 days at least.
    return period === "quarter" && dates.every((date) => date <= 30)
      ? { dates, months: [1, 4, 7, 10] }
      : "cron counts days in a month, not in a quarter or a year";
  }
  const months = distinct(counted.map(({ month }) => month ?? 0));
  const isProduct =
    distinct(counted.map(({ month = 0, date }) => month * 100 + date)).length === dates.length * months.length;
  return isProduct && !months.includes(0) ? { dates, months } : "its days are no product of dates and months";
}

const noPlainDay = "crontabs have no nth weekday, last day or move";

/** Counted from the start, of its month where it names one. */
function plainDay(choice: DayChoice): readonly { readonly month?: number; readonly date: number }[] | undefined {
  if ("month" in choice) return [{ month: choice.month, date: choice.date }];
  if ("first" in choice) {
    return Array.from({ length: choice.last - choice.first + 1 }, (_, i) => ({ date: choice.first + i }));
  }
  const isPlain = "nth" in choice && choice.day === "day" && choice.nth > 0 && choice.after === undefined;
  return isPlain ? [{ date: choice.nth }] : undefined;
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Ascending values as a cron list with ranges. */
function field(values: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; ) {
    let j = i;
    while (values[j + 1] === (values[j] ?? 0) + 1) j++;
    parts.push(j - i >= 2 ? `${values[i]}-${values[j]}` : values.slice(i, j + 1).join());
    i = j + 1;
  }
  return parts.join();
}

/** Where the DST rule of the expression, read as cron reads it, is another than the trigger's. */
function butOf({ zone, dst }: CalendarTrigger, expression: string): string | undefined {
  if (zone === "UTC") return undefined;
  const [minute = "", hour = ""] = expression.split(" ");
  const fixed = !minute.startsWith("*") && !hour.startsWith("*");
  const same = fixed ? dst.gap === "after" && dst.overlap === "first" : dst.gap === "skip" && dst.overlap === "both";
  return same ? undefined : "on the days on which clocks change, a cron treats these times otherwise";
}
