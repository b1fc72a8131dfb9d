/** The text of a config as a config: every key known, every value of its form, or a finding at its place. */
import { type Diagnostic, finding } from "../../dsl/index.ts";
import { inFile } from "../in-file.ts";
import { basename } from "../paths.ts";
import { isObject, type Shape, shape } from "./shape.ts";
import type { Config } from "./types.ts";

/** A config and what is wrong in it. */
export interface ConfigFromText {
  /** What is wrong is left out of it. */
  readonly config: Config;
  readonly findings: readonly Diagnostic[];
}

/** Never throws: what cannot be read is a finding, and the rest counts. */
export function configFrom(text: string, file: string): ConfigFromText {
  const whole = { start: 0, end: text.length };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/ in JSON at position.*$/s, "") : String(error);
    return { config: {}, findings: [inFile(file, finding("config/not-json", whole, { reason }))] };
  }
  if (!isObject(data)) {
    const found = finding("config/bad-value", whole, { key: basename(file), wanted: "an object" });
    return { config: {}, findings: [inFile(file, found)] };
  }
  const findings: Diagnostic[] = [];
  const config = readObject(data, shape, "", {
    add: (code, key, params) => {
      const place = placeOf(text, key) ?? whole;
      findings.push(inFile(file, finding(code, place, params as never)));
    },
  });
  return { config: config as Config, findings };
}

/** Takes a problem by the key at which it was found. */
type Report = {
  readonly add: (
    code: "config/unknown-key" | "config/bad-value" | "config/fixed-severity",
    key: string,
    params: object,
  ) => void;
};

/** What of an object is known and well formed; a value of a wrong form is reported and left out. */
function readObject(
  data: Record<string, unknown>,
  known: Shape,
  path: string,
  report: Report,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (path === "" && key === "$schema") continue;
    const name = path === "" ? key : `${path}.${key}`;
    const form = known.of(key);
    if (form === undefined) {
      const near = known.nearest(key);
      report.add("config/unknown-key", key, {
        key: name,
        ...(near !== undefined && { nearest: near }),
        ...(known.keys && { known: known.keys.map((one) => `\`${one}\``).join(", ") }),
      });
    } else if ("of" in form) {
      if (isObject(value)) kept[key] = readObject(value, form, name, report);
      else report.add("config/bad-value", key, { key: name, wanted: "an object" });
    } else if (form.fixed) {
      report.add("config/fixed-severity", key, { code: key });
    } else if (form.holds(value)) {
      kept[key] = value;
    } else {
      report.add("config/bad-value", key, { key: name, wanted: form.wanted });
    }
  }
  return kept;
}

/** Where a key first stands in the text: good enough for a file of a screen. */
function placeOf(text: string, key: string): Diagnostic["span"] | undefined {
  const start = text.indexOf(`${JSON.stringify(key)}`);
  return start < 0 ? undefined : { start, end: start + JSON.stringify(key).length };
}
