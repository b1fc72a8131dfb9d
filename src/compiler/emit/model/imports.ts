/** The imports of a file as the module needs them: used names alone, merged by module, sorted by code unit. */
import type { FileSide } from "../../plan/types.ts";
import { createLocalNames } from "./local-names.ts";
import type { ModuleImport } from "./module-model.ts";

/** One name that a file imports from a TypeScript module. */
export interface Imported {
  /** As the source writes the module. */
  readonly from: string;
  /** The exported name; undefined for the whole module. */
  readonly name: string | undefined;
  /** In the module that is made. */
  readonly local: string;
}

/** What stands behind a name of the source, if it is imported. */
export type ImportTable = ReadonlyMap<string, Imported>;

/** Every value that a file imports, by the name it has there. Calendars and windows of other `.sched` files are no code. */
export function importTable(side: FileSide): ImportTable {
  const names = createLocalNames();
  const table = new Map<string, Imported>();
  for (const declaration of side.imports) {
    if (declaration.typeOnly || declaration.from.endsWith(".sched")) continue;
    for (const { name, alias, star } of declaration.names) {
      const inSource = alias ?? name;
      if (table.has(inSource)) continue;
      table.set(inSource, { from: declaration.from, name: star ? undefined : name, local: names.claim(inSource) });
    }
  }
  return table;
}

/** Import declarations for the names used, `specifier` saying how the module writes each path. */
export function moduleImports(used: Iterable<Imported>, specifier: (from: string) => string): ModuleImport[] {
  const named = new Map<string, Map<string, { name: string; local: string }>>();
  const stars: ModuleImport[] = [];
  for (const { from, name, local } of used) {
    const path = specifier(from);
    if (name === undefined) stars.push({ from: path, typeOnly: false, names: [], star: local });
    else named.set(path, (named.get(path) ?? new Map()).set(`${name} ${local}`, { name, local }));
  }
  const plain = [...named].map(
    ([from, names]): ModuleImport => ({
      from,
      typeOnly: false,
      names: [...names.values()].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.local, b.local)),
    }),
  );
  return [...plain, ...stars].sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.star ?? "", b.star ?? ""));
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
