/** What the parameters of templates are, as their declarations say. */
import type { Name, NumberValue, ParamNode, Text, ValueNode } from "../tree/nodes.ts";
import type { Names } from "./names.ts";

/** The types that the language has; every other name is TypeScript's. */
export const ownTypes = ["string", "number", "boolean", "instant", "date", "time", "duration", "zone"] as const;

export type OwnType = (typeof ownTypes)[number];

export type DeclaredType =
  | { readonly kind: "own"; readonly type: OwnType }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "imported"; readonly name: string }
  | { readonly kind: "unknown"; readonly name: Name };

/** Types whose values are written as text or as a number, so that beside other types nothing would tell them apart. */
const ofTime: ReadonlySet<string> = new Set(["instant", "date", "time", "duration", "zone"] satisfies OwnType[]);

export function isOfTime(type: DeclaredType): boolean {
  return type.kind === "own" && ofTime.has(type.type);
}

export function typesOf(param: ParamNode, names: Names): readonly DeclaredType[] {
  return param.types.map((type) => readType(type, names));
}

function readType(type: Name | Text | NumberValue, names: Names): DeclaredType {
  if (!("text" in type) || "value" in type) return { kind: "literal", value: type.value };
  const own = ownTypes.find((known) => known === type.text);
  if (own !== undefined) return { kind: "own", type: own };
  if (type.text === "true" || type.text === "false") return { kind: "literal", value: type.text === "true" };
  const imported = names.imports.get(type.text);
  const isType = imported?.brings === "module" && !imported.element.star;
  return isType ? { kind: "imported", name: type.text } : { kind: "unknown", name: type };
}

/** The one type of a parameter that is no list. */
export function onlyType(param: ParamNode, names: Names): DeclaredType | undefined {
  const [only, ...more] = typesOf(param, names);
  return more.length === 0 && !param.list ? only : undefined;
}

/** Whether a value may be missing when the job is made. */
export function mayBeMissing(param: ParamNode): boolean {
  return param.optional && param.default === undefined;
}

/** A declared type as it is written. */
export function typeWord(type: DeclaredType): string {
  if (type.kind === "own") return type.type;
  if (type.kind === "literal") return JSON.stringify(type.value);
  return type.kind === "imported" ? type.name : type.name.text;
}

/** Whether a literal is one of the type. What an imported type takes is TypeScript's to say. */
export function fits(value: ValueNode, type: DeclaredType, zones: ReadonlySet<string>): boolean {
  if (type.kind === "unknown") return true;
  if (type.kind === "imported") return isPlain(value);
  if (type.kind === "literal") return "value" in value && value.value === type.value;
  switch (type.type) {
    case "string":
      return value.kind === "string";
    case "number":
      return value.kind === "number";
    case "boolean":
      return value.kind === "literal" && value.value !== null;
    case "zone":
      return (
        value.kind === "string" && (value.value === "UTC" || (value.value.includes("/") && zones.has(value.value)))
      );
    case "instant":
      return value.kind === "moment" && isDateTime(value.text);
    case "date":
      return value.kind === "moment" && isDate(value.text);
    case "time":
      return value.kind === "moment" && isTime(value.text);
    case "duration":
      return value.kind === "moment" && /^(?:\d+(?:ms|[smhdw]))+$/.test(value.text);
  }
}

function isPlain(value: ValueNode): boolean {
  if (value.kind === "list") return value.items.every(isPlain);
  if (value.kind === "object") return value.pairs.every((pair) => isPlain(pair.value));
  return value.kind !== "reference" && value.kind !== "runtime";
}

function isDateTime(text: string): boolean {
  const [, date = "", time = ""] = /^([\d-]+)[Tt]([\d:]+)(?:\.\d+)?(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?$/.exec(text) ?? [];
  return isDate(date) && isTime(time);
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function isTime(text: string): boolean {
  const [, hour = 99, minute = 99, second = 0] =
    /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text)?.map((part) => Number(part ?? 0)) ?? [];
  return hour < 24 && minute < 60 && second < 60;
}
