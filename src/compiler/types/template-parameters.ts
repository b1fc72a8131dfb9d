/**
 * The types of a template's parameters, as the run-time values that its calls hand to tasks: an instant is a Date, a
 * duration a number of milliseconds, dates, times and zones are text, an imported type is what its module says.
 */
import type { ParamNode, TemplateNode } from "../../dsl/index.ts";
import { stringLiteral } from "../emit/text/string-literal.ts";
import type { ProbeImport } from "./probe.ts";

export interface ParameterDeclarations {
  /** What each parameter is called in the probe. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly statements: readonly string[];
}

const none: ParameterDeclarations = { parameters: new Map(), statements: [] };

/** Declares the parameters of the template that a call stands in; `unique` keeps those of two calls apart. */
export function parameterDeclarations(
  template: TemplateNode | undefined,
  imports: readonly ProbeImport[],
  unique: number,
): ParameterDeclarations {
  if (!template || template.params.length === 0) return none;
  const parameters = new Map<string, string>();
  const statements: string[] = [];
  for (const param of template.params) {
    const local = `_${unique}_${parameters.size}`;
    parameters.set(param.name.text, local);
    statements.push(`declare const ${local}: ${parameterType(param, imports)};`);
  }
  return { parameters, statements };
}

/** The TypeScript type of one parameter inside the template: with its default, a parameter is never left out. */
export function parameterType(param: ParamNode, imports: readonly ProbeImport[]): string {
  const types = param.types.map((type) => {
    if ("value" in type) return typeof type.value === "string" ? stringLiteral(type.value) : String(type.value);
    return namedType(type.text, imports);
  });
  const union = types.join(" | ") || "any";
  const whole = param.list ? `(${union})[]` : union;
  return param.optional && param.default === undefined ? `${whole} | undefined` : whole;
}

const received: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["instant", "Date"],
  ["date", "string"],
  ["time", "string"],
  ["duration", "number"],
  ["zone", "string"],
]);

function namedType(name: string, imports: readonly ProbeImport[]): string {
  const own = received.get(name);
  if (own !== undefined) return own;
  const at = imports.findIndex((one) => one.name === name);
  if (name === "true" || name === "false") return name;
  return at < 0 ? "any" : `_${at}`;
}
