/**
 * From a template's trigger to a job's.
 *
 * Where a text of the trigger has a hole, the value's text goes: `{due}`, `{start}T00:00:00`, `{zone}`. What only the value
 * decides stands in the hole with it, and is reckoned here:
 * - `{due -3 days}`, `{due +2 months}`: so many days or months away at the same time on the trigger's clock; a day that
 *   the month lacks becomes its last. Instead of a parameter an instant may stand: `{2026-01-31T08:00:00Z -3 days}`.
 * - `{start in week}`: the first day of the period that holds it, on the trigger's clock.
 * - `{at within 09:00-17:00,22:00-30:00}`: the clock time where a range holds it, in the tail of the day that opened
 *   the range where it reaches past midnight; nothing where none holds it.
 */
import type { CalendarTrigger, Clock, DayRule, Json, Period, Point, Times, Trigger, Value } from "../model/index.ts";
import {
  civilOf,
  dayOf,
  formatDate,
  localTime,
  monthLength,
  monthOf,
  monthStart,
  parseDate,
  resolvePoint,
  secondsOf,
  weekOf,
  weekStart,
} from "../trigger/index.ts";
import { fillHoles } from "./template-hole.ts";
import { textOfValue } from "./template-text.ts";
import type { Values } from "./template-value.ts";

/** The functions of its custom members, in order. */
export type Next = (after: Date) => Date | null;

const DAY = 86_400;

export function fillTrigger(pattern: Trigger, values: Values, seed: string, nexts: readonly Next[] = []): Trigger {
  const left = [...nexts];
  if (pattern.kind !== "union") return fillMember(pattern, values, seed, left);
  return { kind: "union", of: pattern.of.map((member) => fillMember(member, values, seed, left)) };
}

type Member = Exclude<Trigger, { kind: "union" }>;

function fillMember(member: Member, values: Values, seed: string, nexts: Next[]): Member {
  if (member.kind === "startup" || member.kind === "after") return member;
  const zone = fillText(member.zone, values);
  const point = (one: Point): Point => fillPoint(one, zone, values);
  const days = (rules: readonly DayRule[]): readonly DayRule[] => rules.map((rule) => fillDays(rule, zone, values));
  const scope = {
    zone,
    ...(member.from !== undefined && { from: point(member.from) }),
    ...(member.until !== undefined && { until: point(member.until) }),
  };
  switch (member.kind) {
    case "instants":
      return { ...member, ...scope, at: unlike(member.at.map(point)) };
    case "elapsed":
      return { ...member, ...scope, anchor: point(member.anchor), days: days(member.days) };
    case "completion":
      return { ...member, ...scope, days: days(member.days) };
    case "calendar":
      return fillCalendar({ ...member, ...scope, days: days(member.days) }, values, seed);
    case "custom": {
      const next = nexts.shift();
      const args = member.args.map((value) => fillValue(value, values));
      return { ...member, ...scope, args, ...(next && { next }) };
    }
  }
}

function fillCalendar(trigger: CalendarTrigger, values: Values, seed: string): CalendarTrigger {
  const { times } = trigger;
  return { ...trigger, times: fillTimes(times, values, seed) };
}

/** A draw is seeded by the id of the job, which is what the pattern holds. */
function fillTimes(times: Times, values: Values, seed: string): Times {
  if ("random" in times) return { ...times, random: seed };
  if (!("at" in times) || !times.at.some((clock) => clock.includes("{"))) return times;
  return { at: [...new Set(times.at.flatMap((clock) => fillClock(clock, values)))].sort() };
}

function fillClock(clock: Clock, values: Values): readonly Clock[] {
  const [, name, ranges] = /^\{(\S+) within (.+)\}$/.exec(clock) ?? [];
  if (name === undefined || ranges === undefined) return [fillText(clock, values)];
  const seconds = secondsOf(fillText(`{${name}}`, values));
  return ranges.split(",").flatMap((range) => {
    const [from = 0, to = 0] = range.split("-").map(secondsOf);
    return [seconds, seconds + DAY].filter((one) => one >= from && one <= to).map(clockText);
  });
}

function clockText(seconds: number): Clock {
  const two = (n: number): string => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

function fillPoint(point: Point, zone: string, values: Values): Point {
  if (typeof point !== "string") return { ...point, at: textPoint(point.at, zone, values) };
  return textPoint(point, zone, values);
}

function textPoint(text: string, zone: string, values: Values): string {
  const [, what = "", amount, unit] = /^\{(\S+) ([+-]\d+) (days|months)\}$/.exec(text) ?? [];
  if (amount === undefined) return fillText(text, values);
  const { date, seconds } = localTime(zone, resolvePoint(subject(what, values), zone));
  const day = parseDate(date);
  const moved = unit === "days" ? day + Number(amount) : monthsAway(day, Number(amount));
  return `${formatDate(moved)}T${clockText(seconds).padEnd(8, ":00")}`;
}

function monthsAway(day: number, months: number): number {
  const target = monthOf(day) + months;
  return monthStart(target) + Math.min(civilOf(day).date, monthLength(target)) - 1;
}

function fillDays(rule: DayRule, zone: string, values: Values): DayRule {
  const { cycle } = rule;
  const [, what = "", unit] = /^\{(\S+) in (\w+)\}$/.exec(cycle?.anchor ?? "") ?? [];
  if (cycle === undefined || unit === undefined) return rule;
  const text = subject(what, values);
  const date = text.includes("T") ? localTime(zone, resolvePoint(text, zone)).date : text;
  return { ...rule, cycle: { ...cycle, anchor: formatDate(firstDay(unit as Period, parseDate(date))) } };
}

function firstDay(unit: Period, day: number): number {
  const month = monthOf(day);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return weekStart(weekOf(day));
    case "month":
      return monthStart(month);
    case "quarter":
      return monthStart(month - (month % 3));
    case "year":
      return dayOf(civilOf(day).year, 1, 1);
  }
}

function subject(what: string, values: Values): string {
  return Object.hasOwn(values, what) ? fillText(`{${what}}`, values) : what;
}

/** Fire times are whole seconds, so what lies below one is left away here. */
function fillText(text: string, values: Values): string {
  return fillHoles(text, (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? undefined : textOfValue(value).replace(/(?<=T\d\d:\d\d:\d\d)\.\d+(?=Z$)/, "");
  });
}

/** An argument with its parameters put in: what the store and those who read the trigger see of a custom one. */
function fillValue(value: Value, values: Values): Value {
  if (typeof value !== "object" || value === null) return value;
  if (isArray(value)) return value.map((item) => fillValue(item, values));
  if ("parameter" in value) return asValue(values[value.parameter] ?? null);
  if ("text" in value) return fillText(value.text, values);
  if (!("object" in value)) return value;
  return {
    object: Object.fromEntries(Object.entries(value.object).map(([key, one]) => [key, fillValue(one, values)])),
  };
}

function asValue(value: Json): Value {
  if (value === null) return null;
  if (typeof value !== "object") return value;
  if (isArray(value)) return value.map(asValue);
  return { object: Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asValue(one)])) };
}

function isArray<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** In the order that lists have in a trigger, each once. */
function unlike(points: readonly Point[]): readonly Point[] {
  const byText = new Map(points.map((point) => [JSON.stringify(point), point]));
  return [...byText.keys()].sort().map((key) => byText.get(key) as Point);
}
