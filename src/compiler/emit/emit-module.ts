/** Plan → the module of one file: surroundings read, model built, text printed, formatted, stamped. */
import type { Config } from "../config/types.ts";
import type { CompilerHost } from "../host.ts";
import { basename, dirname, joinPath, relativePath } from "../paths.ts";
import type { FileSide, Plan, PlanCall } from "../plan/types.ts";
import { loadTsMorph, type TsMorph } from "../ts-morph.ts";
import { contextKey } from "../types/context-key.ts";
import type { TypeFacts } from "../types/file-findings.ts";
import { importedArity } from "../types/imported-arities.ts";
import { type Banner, readBanner, withBanner } from "./banner.ts";
import { contentHash } from "./content-hash.ts";
import { importEnding } from "./import-ending.ts";
import { type Ending, findImport, moduleSpecifier } from "./import-path.ts";
import { buildModel, entriesOf, usesOf } from "./model/build-model.ts";
import { type Arities, type Context, importOf } from "./model/calls.ts";
import { type Imported, type ImportTable, importTable } from "./model/imports.ts";
import { templatesIn } from "./model/template-model.ts";
import { typeTable } from "./model/template-types.ts";
import { type FormatOptions, formatModule } from "./prettier.ts";
import { printModule } from "./print-module.ts";

export interface EmitOptions {
  readonly host: CompilerHost;
  /** Where the names of files start; "" or absolute. */
  readonly root?: string;
  readonly config?: Config;
  /** What is known of the calls of each file from their types; else the syntax of the modules is read. */
  readonly types?: ReadonlyMap<string, Pick<TypeFacts, "handsContext">>;
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
  const name = options.module ?? modulePath(side.file);
  const module = joinPath(root, name);
  const sourceFolder = dirname(source);
  const moduleFolder = dirname(module);
  const morph = await loadTsMorph();
  const ending = config?.imports?.ending ?? (await importEnding(name, root, host, morph));
  const table = importTable(side);
  const types = typeTable(
    side,
    templatesIn(plan, side).map((template) => template.plan),
    table,
  );
  const imported = [...table.values(), ...types.values()];
  const specifiers = await specifiersOf(imported, { sourceFolder, moduleFolder, ending }, host);
  const model = buildModel(plan, side, {
    source: moduleFolder === sourceFolder ? basename(source) : relativePath(moduleFolder, source),
    runtime: config?.runtime ?? "schedc/runtime",
    specifier: (from) => specifiers.get(from) ?? from,
    arities: await aritiesOf(plan, side, table, { folder: sourceFolder, options, morph }),
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
  imported: readonly Imported[],
  places: { readonly sourceFolder: string; readonly moduleFolder: string; readonly ending: Ending },
  host: CompilerHost,
): Promise<ReadonlyMap<string, string>> {
  const specifiers = new Map<string, string>();
  for (const from of new Set(imported.map((one) => one.from))) {
    const found = await findImport(from, places.sourceFolder, host);
    specifiers.set(from, moduleSpecifier(from, { ...places, found }));
  }
  return specifiers;
}

/** Where types tell whether a call is handed its context, they are believed; a parameter may be there for something else. */
async function aritiesOf(
  plan: Plan,
  side: FileSide,
  table: ImportTable,
  { folder, options, morph }: { readonly folder: string; readonly options: EmitOptions; readonly morph: TsMorph },
): Promise<Arities> {
  const known = options.types?.get(side.file)?.handsContext;
  const handed = (call: PlanCall, context: Context): boolean | undefined =>
    known?.get(contextKey(context, call.task, call.args.length));
  const templates = templatesIn(plan, side).map((template) => template.plan);
  const uses = [...entriesOf(plan, side).map(({ job }) => job), ...templates].flatMap(usesOf);
  const untold = uses.filter(({ call, as }) => handed(call, as === "trigger" ? "after" : "run") === undefined);
  const arities = new Map<string, number>();
  for (const path of new Set(untold.map(({ call }) => call.task))) {
    const task = importOf(path, table);
    const arity = task && (await importedArity(task, folder, options.host, morph));
    if (arity !== undefined) arities.set(path, arity);
  }
  return (call, context) => {
    const told = handed(call, context);
    return told === undefined ? arities.get(call.task) : call.args.length + (told ? 1 : 0);
  };
}
