/** Days, ordinals and months. Days of the week are printed in full, months with their first three letters. */
import type { Adjust, DateNode, DateSpec, DayItem, MonthDay, MonthItem, Nth } from "../tree/nodes.ts";
import { printList, printOrdinal, twoDigits } from "./text.ts";

const dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

function printDayName(isoDay: number): string {
  return dayNames[isoDay - 1] ?? "";
}

function printMonthName(month: number): string {
  return monthNames[month - 1] ?? "";
}

/** Right after `every` classes of days stand in the singular, everywhere else in the plural. */
export function printDay(day: DayItem, number: "singular" | "plural"): string {
  if (day.kind === "named") {
    return day.to === undefined ? printDayName(day.from) : `${printDayName(day.from)}-${printDayName(day.to)}`;
  }
  return number === "plural" && day.of !== "day" ? `${day.of}s` : day.of;
}

export function printDays(days: readonly DayItem[], number: "singular" | "plural"): string {
  return printList(days, (day) => printDay(day, number));
}

/** Without its `the`, which a list of them has but once. */
export function printNth(node: Nth): string {
  const words = [node.nth > 0 ? printOrdinal(node.nth) : node.nth === -1 ? "last" : `${printOrdinal(-node.nth)} last`];
  if (node.to !== undefined) words[0] = `${words[0]}-${printOrdinal(node.to)}`;
  if (node.day !== undefined) words.push(typeof node.day === "number" ? printDayName(node.day) : node.day);
  if (node.rel) words.push(node.rel.side, "the", printOrdinal(node.rel.nth));
  return words.join(" ");
}

export function printAdjust(adjust: Adjust): string {
  return adjust.kind === "clamp" ? "or last day" : `or ${adjust.to} ${adjust.day}`;
}

export function printMonth(month: MonthItem): string {
  return month.to === undefined
    ? printMonthName(month.from)
    : `${printMonthName(month.from)}-${printMonthName(month.to)}`;
}

function printMonthDay(day: MonthDay): string {
  return `${printMonthName(day.month)} ${day.day}`;
}

/** A day of every year, or the days from one to another. */
export function printYearDays(days: { readonly from: MonthDay; readonly to?: MonthDay }): string {
  return days.to ? `${printMonthDay(days.from)} to ${printMonthDay(days.to)}` : printMonthDay(days.from);
}

export function printDate(date: DateNode): string {
  return `${String(date.year).padStart(4, "0")}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function printDateSpan(dates: { readonly from: DateNode; readonly to?: DateNode }): string {
  return dates.to ? `${printDate(dates.from)} to ${printDate(dates.to)}` : printDate(dates.from);
}

/** The days of a calendar's entry. */
export function printDateSpec(dates: DateSpec): string {
  switch (dates.kind) {
    case "dateSpan":
      return printDateSpan(dates);
    case "yearDays":
      return printYearDays(dates);
    case "nthIn":
      return `the ${printNth(dates.nth)} in ${printList(dates.months, printMonth)}`;
  }
}
