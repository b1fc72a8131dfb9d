/** Values of templates in other forms: as text, and as what tasks are handed. */
import type { Json, Parameter } from "../model/index.ts";

/** What stands for a value in a text: data as JSON, several joined by commas. */
export function textOfValue(value: Json): string {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(textOfValue).join(",");
  return JSON.stringify(value);
}

/**
 * What tasks get: an instant as a Date of their own, a duration as milliseconds; dates, times and zones as text,
 * `2026-01-31`, `09:00`, `Europe/Berlin`. All else as it was given.
 */
export function typedValues(
  params: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, Json>>,
): Record<string, unknown> {
  const typed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    // Defined, not assigned: a parameter may be called as something that objects have a meaning for.
    const one = typedValue(params[name], value);
    Object.defineProperty(typed, name, { value: one, enumerable: true, configurable: true, writable: true });
  }
  return typed;
}

function typedValue(param: Parameter | undefined, value: Json): unknown {
  if (param?.list && isList(value)) return value.map((item) => typedItem(param, item));
  return typedItem(param, value);
}

function typedItem(param: Parameter | undefined, value: Json): unknown {
  if (param?.types.includes("instant") && typeof value === "string") return new Date(value);
  return typeof value === "object" && value !== null ? structuredClone(value) : value;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
