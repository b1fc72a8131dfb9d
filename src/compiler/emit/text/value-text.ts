/** Values of a plan as expressions; their types are `value-type.ts`. */
import type { RuntimeValue, Value } from "../../../runtime/model/index.ts";
import { memberAccess, objectKey } from "./identifier.ts";
import { stringLiteral } from "./string-literal.ts";

/** Where a reference of a call leads: the local name of its import, and the members after it. */
export type ResolveReference = (reference: string) => string;

/** What a run knows, inside the functions of a module. */
export const runtimeText: Readonly<Record<RuntimeValue, string>> = {
  ctx: "run",
  scheduled: "run.scheduledAt",
  signal: "run.signal",
  attempt: "run.attempt",
  id: "run.id",
};

/** The argument as an expression inside `(run, tasks) => …`, of a template inside `(run, tasks, values, text) => …`. */
export function valueText(value: Value, resolve: ResolveReference): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberText(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) return `[${value.map((item) => valueText(item, resolve)).join(", ")}]`;
  if ("runtime" in value) return runtimeText[value.runtime];
  if ("reference" in value) return resolve(value.reference);
  if ("parameter" in value) return `values${memberAccess(value.parameter)}`;
  if ("text" in value) return `text(${stringLiteral(value.text)})`;
  const pairs = Object.entries(value.object).map(([key, item]) => `${objectKey(key)}: ${valueText(item, resolve)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** A number as one would write it: thousands of five digits and more apart. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const text = String(value);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, "_") : text;
}

/** `root.member.member`, the root already a local name. */
export function pathText(root: string, members: readonly string[]): string {
  return root + members.map(memberAccess).join("");
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
