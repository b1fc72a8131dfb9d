/** Plan → the module of one file: surroundings read, model built, text printed, formatted, stamped. */
import type { Config } from "../config/types.ts";
import type { CompilerHost } from "../host.ts";
import { basename, dirname, joinPath, relativePath } from "../paths.ts";
import type { FileSide, Plan } from "../plan/types.ts";
import { loadTsMorph, type TsMorph } from "../ts-morph.ts";
import { importedArity } from "../types/imported-arities.ts";
import { type Banner, readBanner, withBanner } from "./banner.ts";
import { contentHash } from "./content-hash.ts";
import { importEnding } from "./import-ending.ts";
import { type Ending, findImport, moduleSpecifier } from "./import-path.ts";
import { buildModel, entriesOf, usesOf } from "./model/build-model.ts";
import { importOf } from "./model/calls.ts";
import { type ImportTable, importTable } from "./model/imports.ts";
import { type FormatOptions, formatModule } from "./prettier.ts";
import { printModule } from "./print-module.ts";

export interface EmitOptions {
  readonly host: CompilerHost;
  /** Where the names of files start; "" or absolute. */
  readonly root?: string;
  readonly config?: Config;
  /** The module's own path, named like the file; beside its source unless told. */
  readonly module?: string;
}

/** A module before it is formatted: enough to tell whether the one that is there is still right. */
export interface ModuleDraft {
  readonly source: string;
  readonly unformatted: string;
  readonly style: FormatOptions;
}

/** The whole text of the module of one file. */
export async function emitModule(plan: Plan, side: FileSide, options: EmitOptions): Promise<string> {
  return await finishModule(await draftModule(plan, side, options));
}

export function modulePath(file: string): string {
  return `${file}.ts`;
}

export async function draftModule(plan: Plan, side: FileSide, options: EmitOptions): Promise<ModuleDraft> {
  const { host, config, root = "" } = options;
  const source = joinPath(root, side.file);
  const module = joinPath(root, options.module ?? modulePath(side.file));
  const sourceFolder = dirname(source);
  const moduleFolder = dirname(module);
  const morph = await loadTsMorph();
  const ending = config?.imports?.ending ?? (await importEnding(moduleFolder, host, morph));
  const table = importTable(side);
  const specifiers = await specifiersOf(table, { sourceFolder, moduleFolder, ending }, host);
  const model = buildModel(plan, side, {
    source: moduleFolder === sourceFolder ? basename(source) : relativePath(moduleFolder, source),
    runtime: config?.runtime ?? "schedc/runtime",
    specifier: (from) => specifiers.get(from) ?? from,
    arities: await aritiesOf(plan, side, table, sourceFolder, host, morph),
  });
  const style = (await host.formatOptions?.(module)) ?? {};
  return { source: model.source, unformatted: await printModule(model), style };
}

export async function finishModule(draft: ModuleDraft): Promise<string> {
  const body = await formatModule(draft.unformatted, draft.style);
  return withBanner(draft.source, contentHash(body, draft.unformatted, draft.style), body);
}

/** Whether formatting the draft would give the module that is there, without formatting it. */
export function isCurrent(draft: ModuleDraft, text: string): boolean {
  const banner: Banner | undefined = readBanner(text);
  return banner !== undefined && banner.hash === contentHash(banner.body, draft.unformatted, draft.style);
}

async function specifiersOf(
  table: ImportTable,
  places: { readonly sourceFolder: string; readonly moduleFolder: string; readonly ending: Ending },
  host: CompilerHost,
): Promise<ReadonlyMap<string, string>> {
  const specifiers = new Map<string, string>();
  for (const from of new Set([...table.values()].map((one) => one.from))) {
    const found = await findImport(from, places.sourceFolder, host);
    specifiers.set(from, moduleSpecifier(from, { ...places, found }));
  }
  return specifiers;
}

async function aritiesOf(
  plan: Plan,
  side: FileSide,
  table: ImportTable,
  folder: string,
  host: CompilerHost,
  morph: TsMorph,
): Promise<ReadonlyMap<string, number>> {
  const arities = new Map<string, number>();
  const paths = entriesOf(plan, side).flatMap(({ job }) => usesOf(job).map(({ call }) => call.task));
  for (const path of new Set(paths)) {
    const task = importOf(path, table);
    const arity = task && (await importedArity(task, folder, host, morph));
    if (arity !== undefined) arities.set(path, arity);
  }
  return arities;
}
