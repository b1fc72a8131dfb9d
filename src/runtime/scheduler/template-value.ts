/** The values that an app gives to a template: read, held against its parameters, and put into the form that is kept. */
import { type Json, type Parameter, type ParameterType, SchedcError } from "../model/index.ts";
import { readDate, readDuration, readInstant, readTime, readZone } from "./template-moment.ts";

export type Params = Readonly<Record<string, Parameter>>;
export type Values = Readonly<Record<string, Json>>;

/** What a template is when its values are read. */
export interface Reading {
  readonly template: string;
  readonly params: Params;
  /** The zone of the job, or the parameter in braces that gives it. */
  readonly zone: string;
}

/** Every value that was given or has a default, in the order of the parameters; one that does not fit is a `SchedcError`. */
export function readValues({ template, params, zone }: Reading, given: unknown): Values {
  const found = asRecord(given, template);
  const unknown = Object.keys(found).filter((name) => !Object.hasOwn(params, name));
  if (unknown.length > 0) {
    throw refusal(`The template ${template} has no parameter ${unknown.join(", ")}; it takes ${listed(params)}.`);
  }
  const values: Record<string, Json> = {};
  const read = (name: string, param: Parameter, zone: string): void => {
    const value = found[name] ?? param.default;
    if (value === undefined) {
      if (param.optional) return;
      throw refusal(`The template ${template} needs ${name}, ${described(param)}.`);
    }
    const one = readOne(param, value, zone);
    if (one === undefined) {
      throw refusal(`The template ${template} takes ${described(param)} as ${name}, and was given ${shown(value)}.`);
    }
    // Defined, not assigned, as a parameter may be called `__proto__`.
    Object.defineProperty(values, name, { value: one, enumerable: true });
  };
  // The zone first: what has none of its own is read in it.
  const own = /^\{(.*)\}$/.exec(zone)?.[1];
  if (own !== undefined && params[own] !== undefined) read(own, params[own], "UTC");
  const inZone = own === undefined ? zone : String(values[own] ?? "UTC");
  for (const [name, param] of Object.entries(params)) if (name !== own) read(name, param, inZone);
  return Object.fromEntries(
    Object.keys(params).flatMap((name) => (name in values ? [[name, values[name] as Json]] : [])),
  );
}

/** Of the parameters named alone: enough to fill an id. */
export function readSome(reading: Reading, names: readonly string[], given: unknown): Values {
  const { params, template } = reading;
  const found = asRecord(given, template);
  const kept = Object.keys(params).filter((name) => names.includes(name) || reading.zone === `{${name}}`);
  const needed = Object.fromEntries(
    kept.flatMap((name) => {
      const param = params[name];
      // The zone is only there to read the others by.
      return param === undefined ? [] : [[name, names.includes(name) ? param : { ...param, optional: true as const }]];
    }),
  );
  const some = Object.fromEntries(kept.flatMap((name) => (name in found ? [[name, found[name]]] : [])));
  return readValues({ ...reading, params: needed }, some);
}

function asRecord(given: unknown, template: string): Readonly<Record<string, unknown>> {
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  throw refusal(`The template ${template} takes one object with its values, and was given ${shown(given)}.`);
}

function readOne({ types, list }: Parameter, value: unknown, zone: string): Json | undefined {
  if (!list) return readItem(types, value, zone);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => readItem(types, item, zone));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function readItem(types: readonly ParameterType[], value: unknown, zone: string): Json | undefined {
  for (const type of types) {
    const read = readAs(type, value, zone);
    if (read !== undefined) return read;
  }
  return undefined;
}

function readAs(type: ParameterType, value: unknown, zone: string): Json | undefined {
  switch (type) {
    case "string":
      return typeof value === "string" ? value : undefined;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "instant":
      return readInstant(value, zone);
    case "date":
      return readDate(value, zone);
    case "time":
      return readTime(value, zone);
    case "duration":
      return readDuration(value, zone);
    case "zone":
      return readZone(value, zone);
    default:
      return "literal" in type ? (value === type.literal ? type.literal : undefined) : plainData(value, 0);
  }
}

const DEEPEST = 64;

/** A copy of data that a store can keep as it is; anything else would be another thing after a restart. */
function plainData(value: unknown, depth: number): Json | undefined {
  if (value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => plainData(item, depth + 1));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const copy: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const data = plainData(item, depth + 1);
    if (data === undefined) return undefined;
    copy.push([key, data]);
  }
  return Object.fromEntries(copy);
}

const words: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  boolean: "a boolean",
  instant: "an instant (a Date, epoch milliseconds, ISO text or a Temporal.Instant)",
  date: "a date (2026-01-31, a Date or a Temporal.PlainDate)",
  time: "a clock time (9:00 or a Temporal.PlainTime)",
  duration: "a duration (milliseconds, 15m, ISO text or a Temporal.Duration, of no months or years)",
  zone: "a time zone by its IANA name",
};

function described({ types, list }: Parameter): string {
  const each = types.map((type) => {
    if (typeof type === "string") return words[type] ?? type;
    return "literal" in type ? JSON.stringify(type.literal) : `plain data of the type ${type.imported}`;
  });
  return list ? `a list, each of it ${each.join(" or ")},` : each.join(" or ");
}

function listed(params: Params): string {
  return Object.keys(params).join(", ") || "none";
}

/** Short, and never more than a line. */
function shown(value: unknown): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "an invalid Date" : `the Date ${value.toISOString()}`;
  if (typeof value === "string") return cut(JSON.stringify(value));
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  if (typeof tag === "string") return cut(`a ${tag}`);
  try {
    return cut(JSON.stringify(value));
  } catch {
    return "an object that is no plain data";
  }
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function refusal(message: string): SchedcError {
  return new SchedcError(message, { code: "template/value" });
}
