/** The parameters of a template as types: what an app gives, and what a task gets. */
import type { ParameterType } from "../../../runtime/model/index.ts";
import type { FileSide, PlanParameter, PlanTemplate } from "../../plan/types.ts";
import { typeKey } from "../text/identifier.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { numberText } from "../text/value-text.ts";
import type { ParameterTypes } from "../text/value-type.ts";
import { byCodeUnit, type Imported, type ImportTable } from "./imports.ts";
import { createLocalNames } from "./local-names.ts";
import type { ModuleImport } from "./module-model.ts";

/** The types that templates name and their file imports, by the name that the file uses. */
export type TypeTable = ReadonlyMap<string, Imported>;

/** Their local names are free beside those of `values`. */
export function typeTable(side: FileSide, templates: readonly PlanTemplate[], values: ImportTable): TypeTable {
  const names = createLocalNames();
  for (const { local } of values.values()) names.claim(local);
  const wanted = new Set(templates.flatMap(({ params }) => params.flatMap(({ types }) => types.flatMap(importedName))));
  const table = new Map<string, Imported>();
  for (const { from, names: elements } of side.imports) {
    for (const { name, alias, star } of elements) {
      const inSource = alias ?? name;
      if (star || table.has(inSource) || !wanted.has(inSource)) continue;
      table.set(inSource, { from, name, local: names.claim(inSource) });
    }
  }
  return table;
}

export function typeImports(table: TypeTable, specifier: (from: string) => string): ModuleImport[] {
  const byPath = Map.groupBy(table.values(), ({ from }) => specifier(from));
  return [...byPath]
    .map(([from, types]): ModuleImport => {
      const names = types.map(({ name = "", local }) => ({ name, local }));
      return { from, typeOnly: true, names: names.sort((a, b) => byCodeUnit(a.name, b.name)) };
    })
    .sort((a, b) => byCodeUnit(a.from, b.from));
}

function importedName(type: ParameterType): readonly string[] {
  return typeof type === "object" && "imported" in type ? [type.imported] : [];
}

type OwnType = Extract<ParameterType, string>;

const given: Readonly<Record<OwnType, string>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  instant: "GivenInstant",
  date: "GivenDate",
  time: "GivenTime",
  duration: "GivenDuration",
  zone: "string",
};

const received: Readonly<Record<OwnType, string>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  instant: "Date",
  date: "string",
  time: "string",
  duration: "number",
  zone: "string",
};

/** The types of the runtime that these parameters name. */
export function runtimeTypes(params: readonly PlanParameter[]): readonly string[] {
  const types = params.flatMap(({ types }) => types.flatMap((type) => (typeof type === "string" ? [given[type]] : [])));
  return types.filter((type) => type.startsWith("Given"));
}

/** An object type of what an app gives: what has a default may be left out. */
export function givenType(params: readonly PlanParameter[], table: TypeTable): string {
  return objectType(
    params.map((param) => {
      const type = typeOf(param, given, table, "readonly ");
      const open = param.optional === true || param.default !== undefined;
      return `readonly ${typeKey(param.name)}${open ? "?" : ""}: ${type}${open ? " | undefined" : ""}`;
    }),
  );
}

/** An object type of what a task gets: what has a default is there. */
export function valuesType(params: readonly PlanParameter[], table: TypeTable): string {
  return objectType(
    params.map((param) => {
      const open = mayBeMissing(param) ? "?" : "";
      return `readonly ${typeKey(param.name)}${open}: ${typeOf(param, received, table, "")}`;
    }),
  );
}

/** The type of one parameter, as its task gets it. */
export function receivedTypes(params: readonly PlanParameter[], table: TypeTable): ParameterTypes {
  return (name) => {
    const param = params.find((one) => one.name === name);
    if (param === undefined) return "unknown";
    return `${typeOf(param, received, table, "")}${mayBeMissing(param) ? " | undefined" : ""}`;
  };
}

/** The types that the defaults have to be of, by parameter, where modules say what those are. */
export function defaultTypes(params: readonly PlanParameter[], table: TypeTable): ReadonlyMap<string, string> {
  const typed = params.filter(
    (param) => param.default !== undefined && param.types.some((one) => importedName(one)[0]),
  );
  return new Map(typed.map((param) => [param.name, typeOf(param, received, table, "")]));
}

function mayBeMissing({ optional, default: value }: PlanParameter): boolean {
  return optional === true && value === undefined;
}

function objectType(members: readonly string[]): string {
  return members.length === 0 ? "object" : `{ ${members.join("; ")} }`;
}

function typeOf(
  { types, list }: PlanParameter,
  own: Readonly<Record<OwnType, string>>,
  table: TypeTable,
  mutability: "readonly " | "",
): string {
  const each = [...new Set(types.map((type) => one(type, own, table)))];
  const union = each.join(" | ");
  return list ? `${mutability}${each.length > 1 ? `(${union})` : union}[]` : union;
}

function one(type: ParameterType, own: Readonly<Record<OwnType, string>>, table: TypeTable): string {
  if (typeof type === "string") return own[type];
  if ("imported" in type) return table.get(type.imported)?.local ?? "unknown";
  const { literal } = type;
  return typeof literal === "string"
    ? stringLiteral(literal)
    : typeof literal === "number"
      ? numberText(literal)
      : String(literal);
}
