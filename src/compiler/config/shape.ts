/** What `schedc.json` may hold; `schema/config.json` says the same to editors, and a test holds the two together. */
import { type Code, defaultLimits, nearest, registry } from "../../dsl/index.ts";
import { zoneNames } from "../zones/index.ts";

/** A value: what it has to be, in words and as a test. */
export interface Leaf {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
  /** A severity that cannot be set. */
  readonly fixed?: true;
}

/** An object: which keys it may have. */
export interface Shape {
  readonly of: (key: string) => Leaf | Shape | undefined;
  readonly nearest: (key: string) => string | undefined;
  /** All of them, where they are few. */
  readonly keys?: readonly string[];
}

function object(fields: Readonly<Record<string, Leaf | Shape>>): Shape {
  return {
    of: (key) => (Object.hasOwn(fields, key) ? fields[key] : undefined),
    nearest: (key) => nearest(key, Object.keys(fields)),
    keys: Object.keys(fields),
  };
}

function oneOf(...values: readonly string[]): Leaf {
  const listed = values.map((value) => `"${value}"`).join(" or ");
  return { wanted: listed, holds: (value) => typeof value === "string" && values.includes(value) };
}

const positive: Leaf = {
  wanted: "a whole number above 0",
  holds: (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0,
};

const severity = oneOf("error", "warning", "info", "off");

const severities: Shape = {
  of: (code) => {
    if (!Object.hasOwn(registry, code)) return undefined;
    return registry[code as Code].severity === "error" ? { ...severity, fixed: true } : severity;
  },
  nearest: (code) => nearest(code, Object.keys(registry)),
};

export const shape: Shape = object({
  timezone: {
    wanted: "the name of a time zone, such as Europe/Berlin or UTC",
    holds: (value) => typeof value === "string" && zoneNames.has(value),
  },
  severities,
  limits: object(Object.fromEntries(Object.keys(defaultLimits).map((key) => [key, positive]))),
  runtime: oneOf("schedc/runtime", "schedc-runtime"),
  imports: object({
    ending: oneOf(".ts", ".js"),
    folders: {
      wanted: "a list of folders, relative to the config",
      holds: (value) => Array.isArray(value) && value.every((folder) => typeof folder === "string" && folder !== ""),
    },
    required: { wanted: "true or false", holds: (value) => typeof value === "boolean" },
  }),
});

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
