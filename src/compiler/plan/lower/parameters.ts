/**
 * Parameters in the triggers and calls of a template. What only their values decide stands in the trigger as a hole, which
 * the runtime fills and reckons: `src/runtime/scheduler/template-fill.ts` says what a hole may hold.
 */
import type { Value } from "../../../runtime/model/index.ts";
import { clockText } from "./civil-text.ts";
import type { DaySpan } from "./ranges.ts";

/** The parameters in reach by name, with their type where it is a single one: a template's own, elsewhere none. */
export type Parameters = ReadonlyMap<string, string>;

export const noParameters: Parameters = new Map();

/** The text of the value. */
export function hole(name: string): string {
  return `{${name}}`;
}

/** A zone by name, or the parameter that gives it. */
export function zoneText(zone: string, parameters: Parameters): string {
  return parameters.has(zone) ? hole(zone) : zone;
}

/** Whether only the values say which zone it is. */
export function isOpen(zone: string): boolean {
  return zone.startsWith("{");
}

/** So many days or months from an instant on, at the same time of the day. `subject` is a parameter or an instant. */
export function shiftedHole(subject: string, by: number, unit: "day" | "week" | "month" | "quarter" | "year"): string {
  const [amount, word] = {
    day: [by, "days"] as const,
    week: [by * 7, "days"] as const,
    month: [by, "months"] as const,
    quarter: [by * 3, "months"] as const,
    year: [by * 12, "months"] as const,
  }[unit];
  return `{${subject} ${amount < 0 ? "" : "+"}${amount} ${word}}`;
}

/** The first day of the period that holds it. */
export function periodHole(subject: string, unit: "day" | "week" | "month" | "quarter" | "year"): string {
  return `{${subject} in ${unit}}`;
}

/** A clock time, where a range holds it. */
export function clockHole(name: string, spans: readonly DaySpan[] | undefined): string {
  if (spans === undefined) return hole(name);
  return `{${name} within ${spans.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(",")}}`;
}

const inText = /\{([\p{L}_$][\p{L}\p{N}_$]*)\}/gu;

/** A text of a template: a plain one, unless a parameter stands in it. */
export function textValue(text: string, parameters: Parameters): Value {
  const names = parameters.size === 0 ? [] : [...text.matchAll(inText)].map(([, name]) => name ?? "");
  return names.some((name) => parameters.has(name)) ? { text } : text;
}
