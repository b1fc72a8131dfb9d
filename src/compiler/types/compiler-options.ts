/** The options under which tasks are checked: those of the user's own tsconfig, less what is about writing files. */

import { dirname, joinPath } from "../paths.ts";
import type { TsMorph, ts } from "../ts-morph.ts";
import { covers, filesOf } from "./config-covers.ts";
import type { World } from "./world.ts";

export interface TypeConfig {
  /** Absent where no tsconfig lies above. */
  readonly path?: string;
  readonly options: ts.CompilerOptions;
  readonly references: readonly ts.ProjectReference[];
  /** Those of the config's files that may declare what every module sees. */
  readonly declarations: readonly string[];
  /** Every text that it was made from, so that a change in one is seen. */
  readonly key: string;
}

export interface TypeConfigs {
  /** The config for a module that stands or would stand at a path. */
  of(module: string): TypeConfig;
}

/** For one look at the files: each config is read once. */
export function createTypeConfigs(world: World, { ts }: TsMorph): TypeConfigs {
  const byFolder = new Map<string, TypeConfig>();
  return {
    of(module) {
      const folder = dirname(module);
      const known = byFolder.get(folder) ?? nearest(module, world, ts);
      byFolder.set(folder, known);
      return known;
    },
  };
}

function nearest(module: string, world: World, compiler: typeof ts): TypeConfig {
  const path = nearestPath(module, world);
  return path === undefined
    ? { options: adapted(defaults(compiler), compiler), references: [], declarations: [], key: "" }
    : read(path, module, world, compiler);
}

function nearestPath(module: string, world: World): string | undefined {
  for (let at = dirname(module); ; at = dirname(at)) {
    const path = joinPath(at, "tsconfig.json");
    if (world.isFile(path)) return path;
    if (at === dirname(at)) return undefined;
  }
}

/** Whether a module may import what ends in `.ts`; undefined where no tsconfig lies above it. */
export function importsTs(module: string, world: World, { ts }: TsMorph): boolean | undefined {
  const path = nearestPath(module, world);
  if (path === undefined) return undefined;
  const host = { ...parseHost(world, ts), readDirectory: () => [] };
  const { options } = parsedAt(path, module, { host, world, compiler: ts }).parsed;
  return options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true;
}

/** What a new project would choose: strict, whatever module style the tasks are written in. */
function defaults({ ModuleKind, ModuleResolutionKind, ScriptTarget }: typeof ts): ts.CompilerOptions {
  return {
    strict: true,
    target: ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ModuleKind.Preserve,
    moduleResolution: ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
  };
}

function read(path: string, module: string, world: World, compiler: typeof ts): TypeConfig {
  const texts: string[] = [];
  const plain = parseHost(world, compiler);
  const readFile = (file: string): string | undefined => {
    const text = plain.readFile(file);
    texts.push(`${file}\n${text}`);
    return text;
  };
  const { at, parsed } = parsedAt(path, module, { host: { ...plain, readFile }, world, compiler });
  const declarations = parsed.fileNames.filter((file) => isDeclaration(file) || declaresBeyond(world.readFile(file)));
  return {
    path: at,
    options: adapted(parsed.options, compiler),
    references: parsed.projectReferences ?? [],
    declarations,
    key: [at, ...texts, ...declarations].join("\n"),
  };
}

function parseHost(world: World, compiler: typeof ts): ts.ParseConfigHost {
  return {
    useCaseSensitiveFileNames: true,
    readDirectory: filesOf(world, compiler),
    fileExists: (file) => world.isFile(file),
    readFile: (file) => world.readFile(file),
  };
}

interface Parsing {
  readonly host: ts.ParseConfigHost;
  readonly world: World;
  readonly compiler: typeof ts;
}

/** A config, or of those that it does no more than name the one for a module. */
function parsedAt(
  path: string,
  module: string,
  { host, world, compiler }: Parsing,
): { readonly at: string; readonly parsed: ts.ParsedCommandLine } {
  let at = path;
  for (let depth = 0; ; depth++) {
    const raw: unknown = compiler.readConfigFile(at, host.readFile).config ?? {};
    const parsed = compiler.parseJsonConfigFileContent(raw, host, dirname(at), undefined, at);
    const next =
      isSolution(raw) && depth < 4 ? chosen(parsed.projectReferences ?? [], module, world, compiler) : undefined;
    if (next === undefined) return { at, parsed };
    at = next;
  }
}

function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** Whether a file may say something of what lies outside of it: of the global scope, or of another module. */
function declaresBeyond(text: string | undefined): boolean {
  return text !== undefined && (/\bdeclare\s+(?:global|module)\b/.test(text) || !/^\s*(?:im|ex)port\b/m.test(text));
}

/** A config that only names others: which of them the module belongs to decides. */
function isSolution(raw: unknown): boolean {
  const files: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, "files") : undefined;
  const include: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, "include") : undefined;
  return Array.isArray(files) && files.length === 0 && include === undefined;
}

/** The first whose files hold the module, else the first. */
function chosen(
  references: readonly ts.ProjectReference[],
  module: string,
  world: World,
  compiler: typeof ts,
): string | undefined {
  const paths = references
    .map(({ path }) => (path.endsWith(".json") ? path : joinPath(path, "tsconfig.json")))
    .filter((path) => world.isFile(path));
  const holding = paths.find((path) => {
    const raw: unknown = compiler.readConfigFile(path, (file) => world.readFile(file)).config ?? {};
    return covers(raw, dirname(path), module);
  });
  return holding ?? paths[0];
}

/** Modules of JavaScript bring tasks too; nothing is written, and their own faults are none of ours. */
function adapted(
  options: ts.CompilerOptions,
  { JsxEmit, ModuleKind, ModuleResolutionKind }: typeof ts,
): ts.CompilerOptions {
  const kept = Object.fromEntries(Object.entries(options).filter(([key]) => !aboutOutput.has(key)));
  const classic = options.module === undefined && options.moduleResolution === undefined;
  return {
    ...kept,
    ...(classic && { module: ModuleKind.Preserve, moduleResolution: ModuleResolutionKind.Bundler }),
    ...(options.jsx === undefined && { jsx: JsxEmit.Preserve }),
    allowJs: true,
    checkJs: false,
    maxNodeModuleJsDepth: 0,
    noEmit: true,
    noResolve: false,
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    allowImportingTsExtensions: true,
  };
}

const aboutOutput: ReadonlySet<string> = new Set([
  "allowUnreachableCode",
  "allowUnusedLabels",
  "composite",
  "declaration",
  "declarationDir",
  "declarationMap",
  "emitDeclarationOnly",
  "incremental",
  "inlineSourceMap",
  "isolatedDeclarations",
  "noCheck",
  "noUnusedLocals",
  "noUnusedParameters",
  "out",
  "outDir",
  "outFile",
  "plugins",
  "rewriteRelativeImportExtensions",
  "sourceMap",
  "tsBuildInfoFile",
  "verbatimModuleSyntax",
]);
