/** Clock times, ranges, durations and instants: 24 hours, seconds only where there are any. */
import type {
  ClockNode,
  Count,
  DateTimeNode,
  InstantNode,
  MinuteNode,
  ParameterNode,
  PointNode,
  RangeNode,
  Unit,
} from "../tree/nodes.ts";
import { printDate } from "./days.ts";
import { twoDigits } from "./text.ts";

const midnight = 0;
const noon = 43_200;
const endOfDay = 86_400;

function clockDigits(seconds: number, hourDigits: (hour: number) => string): string {
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hourDigits(hour)}:${twoDigits(minute)}${second > 0 ? `:${twoDigits(second)}` : ""}`;
}

/** A clock time that stands alone: `midnight`, `noon`, else digits. */
export function printClock(clock: ClockNode): string {
  if (clock.seconds === midnight) return "midnight";
  return clock.seconds === noon ? "noon" : printDigits(clock);
}

function printDigits(clock: ClockNode): string {
  return clockDigits(clock.seconds, String);
}

/** An end at midnight is the end of the day: `24:00`. Ends that are equal as written stay so, for a check refuses them. */
export function printRange(range: RangeNode): string {
  if (range.kind === "hours") return `${range.from.value}-${range.to.value}`;
  const closesDay = range.to.seconds === midnight && range.from.seconds !== midnight;
  return `${printDigits(range.from)}-${closesDay ? clockDigits(endOfDay, String) : printDigits(range.to)}`;
}

export function printAtItem(item: ClockNode | MinuteNode | ParameterNode): string {
  switch (item.kind) {
    case "clock":
      return printClock(item);
    case "minute":
      return `:${twoDigits(item.minute)}${item.second > 0 ? `:${twoDigits(item.second)}` : ""}`;
    case "parameter":
      return item.name;
  }
}

const letters: Partial<Record<Unit, string>> = {
  millisecond: "ms",
  second: "s",
  minute: "m",
  hour: "h",
  day: "d",
  week: "w",
};

function printShort(count: Count): string | undefined {
  const parts = count.parts.map(({ amount, unit }) => (letters[unit] ? `${amount}${letters[unit]}` : undefined));
  return parts.includes(undefined) ? undefined : parts.join("");
}

function printWords(count: Count): string | undefined {
  const [only, ...more] = count.parts;
  if (!only || more.length > 0 || only.unit === "millisecond") return undefined;
  return `${only.amount} ${only.unit}${only.amount === 1 ? "" : "s"}`;
}

/** In a trigger a length is written in words, `15 minutes`, unless it has several parts. */
export function printCount(count: Count): string {
  return printWords(count) ?? printShort(count) ?? "";
}

/** In a policy a length is short, `5m`, unless its unit has no letter. */
export function printDuration(count: Count): string {
  return printShort(count) ?? printWords(count) ?? "";
}

/** `2026-01-31T09:00`, with seconds where there are any, and `Z` or its offset. */
export function printDateTime(node: DateTimeNode): string {
  return `${printDate(node.date)}T${clockDigits(node.seconds, twoDigits)}${printOffset(node.offset)}`;
}

function printOffset(offset: number | undefined): string {
  if (offset === undefined) return "";
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

export function printInstant(instant: InstantNode): string {
  switch (instant.kind) {
    case "dateTime":
      return printDateTime(instant);
    case "date":
      return printDate(instant);
    case "parameter":
      return instant.name;
  }
}

/** A date with a clock time beside it is printed as the one date-time it is; at 24:00, which a check refuses, it is none. */
export function printPoint(point: PointNode): string {
  if (point.kind !== "dateClock") return printInstant(point);
  const { date, clock } = point;
  if (clock.seconds === endOfDay) return `${printDate(date)} ${printDigits(clock)}`;
  return `${printDate(date)}T${clockDigits(clock.seconds, twoDigits)}`;
}
