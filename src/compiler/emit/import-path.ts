/** How a module writes the paths of its imports, and which file each leads to. */
import type { CompilerHost } from "../host.ts";
import { joinPath, relativePath } from "../paths.ts";

export type Ending = ".ts" | ".js";

export function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** The file that a relative import of a file in `folder` means; undefined where none is there. */
export async function findImport(specifier: string, folder: string, host: CompilerHost): Promise<string | undefined> {
  const path = joinPath(folder, specifier);
  for (const candidate of namesFolder(specifier) ? indexes(path) : candidates(path)) {
    if ((await host.readFile(candidate)) !== undefined) return candidate;
  }
  return undefined;
}

/** TypeScript before what it compiles to, as TypeScript itself looks; a path without an ending may be a folder. */
function candidates(path: string): string[] {
  const [, stem, kind, x] = /^(.*)\.([mc]?)[jt]s(x?)$/.exec(path) ?? [];
  if (stem !== undefined)
    return [`${stem}.${kind}ts${x}`, `${stem}.${kind}js${x}`, ...(x ? [`${stem}.js`] : [`${stem}.tsx`])];
  return [...[".ts", ".tsx", ".mts", ".js", ".mjs"].map((ending) => path + ending), ...indexes(path), path];
}

function indexes(folder: string): string[] {
  return ["index.ts", "index.js"].map((name) => joinPath(folder, name));
}

/** `.`, `../` and the like: what stands beside such a folder under its name is another file. */
function namesFolder(specifier: string): boolean {
  return /(?:^|\/)\.{0,2}$/.test(specifier);
}

/** What the module writes for an import; packages stay as they are. */
export function moduleSpecifier(
  specifier: string,
  places: {
    readonly sourceFolder: string;
    readonly moduleFolder: string;
    readonly found: string | undefined;
    readonly ending: Ending;
  },
): string {
  if (!isRelative(specifier)) return specifier;
  const path = joinPath(places.sourceFolder, specifier);
  const target = places.found ?? (namesFolder(specifier) ? joinPath(path, "index.ts") : assumed(path));
  const reached = relativePath(places.moduleFolder, target);
  const written = places.ending === ".js" ? reached.replace(/\.([mc]?)tsx?$/, ".$1js") : reached;
  return written.startsWith("../") ? written : `./${written}`;
}

/** A file that nobody has written yet is taken for TypeScript. */
function assumed(path: string): string {
  return /\.[mc]?[jt]sx?$|\.json$/.test(path) ? path : `${path}.ts`;
}
