/** The day fields together: day of month, month and day of week as day rules. */
import type { DayChoice, DayRule, Pick, Weekday } from "../../runtime/model/index.ts";
import { pick } from "../plan/lower/picks.ts";
import type { Item, Special } from "./items.ts";

/** The three fields that say which days, read. */
export interface DayFields {
  readonly dayOfMonth: readonly Item[];
  readonly month: readonly Item[];
  readonly dayOfWeek: readonly Item[];
  /** Whether either day field starts with `*`: then both must hold, else one is enough. */
  readonly star: boolean;
}

/** What one field asks of a day beside its month. */
type Condition = { readonly weekdays?: readonly Weekday[]; readonly pick?: Pick };

/** One rule a way to hold; with a star every pair of ways, without one each way by itself. */
export function dayRules(fields: DayFields): readonly DayRule[] {
  const [byDate, byWeekday] = [dateConditions(fields.dayOfMonth), weekdayConditions(fields.dayOfWeek)];
  const months = ascending(fields.month.flatMap(({ values }) => values));
  const rules = fields.star
    ? byDate.flatMap((date) => byWeekday.map((weekday) => rule([date, weekday])))
    : [...byDate, ...byWeekday].map((condition) => rule([condition]));
  // A rule that asks nothing holds on every day, whatever stands beside it.
  const kept = rules.some((r) => Object.keys(r).length === 0) ? [{}] : rules;
  return kept.map((r) => (months.length < 12 ? { ...r, months } : r));
}

/** The alternatives of which one must hold. */
function dateConditions(items: readonly Item[]): readonly Condition[] {
  const dates = ascending(items.flatMap(({ values }) => values));
  if (dates.length === 31) return [{}];
  const plain = [...dates.map((nth): DayChoice => ({ nth, day: "day" })), ...specials(items).flatMap(choice)];
  const near = specials(items).flatMap((s): DayChoice[] => (s.kind === "nearest" ? [{ nth: s.date, day: "day" }] : []));
  return [
    ...(plain.length > 0 ? [{ pick: pick("month", plain) } as const] : []),
    ...(near.length > 0 ? [{ pick: { ...pick("month", near), move: "nearest" } } as const] : []),
  ];
}

/** Sunday is 0 and 7 in cron, and 7 from here on. */
function weekdayConditions(items: readonly Item[]): readonly Condition[] {
  const weekdays = ascending(items.flatMap(({ values }) => values.map((value) => (value % 7 === 0 ? 7 : value))));
  if (weekdays.length === 7) return [{}];
  const nths = specials(items).flatMap(choice);
  return [
    ...(weekdays.length > 0 ? [{ weekdays: weekdays as readonly Weekday[] }] : []),
    ...(nths.length > 0 ? [{ pick: pick("month", nths) } as const] : []),
  ];
}

/** What a letter chooses within its month; nothing where it moves days instead. */
function choice(special: Special): readonly DayChoice[] {
  switch (special.kind) {
    case "last":
      return [{ nth: -1 - special.before, day: "day" }];
    case "untilLast":
      return [{ first: special.from, last: 31 }];
    case "lastWeekday":
      return [{ nth: -1, day: "weekday" }];
    case "nth":
      return [{ nth: special.nth, day: special.weekday as Weekday }];
    case "nearest":
      return [];
  }
}

/** All conditions together. */
function rule(conditions: readonly Condition[]): DayRule {
  const weekdays = conditions.find((condition) => condition.weekdays)?.weekdays;
  const picks = conditions.flatMap(({ pick }) => pick ?? []);
  return { ...(weekdays && { weekdays }), ...(picks.length > 0 && { picks }) };
}

function specials(items: readonly Item[]): readonly Special[] {
  return items.flatMap(({ special }) => special ?? []);
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
