/** Which files a tsconfig takes in, by what it says of `files`, `include` and `exclude`. */
import { joinPath } from "../paths.ts";
import type { TsMorph, ts } from "../ts-morph.ts";
import type { World } from "./world.ts";

/** Whether it would take in a file, there or not. */
export function covers(raw: unknown, folder: string, file: string): boolean {
  const files = texts(raw, "files");
  if (files?.some((name) => joinPath(folder, name) === file)) return true;
  const include = texts(raw, "include") ?? (files === undefined ? ["**/*"] : []);
  const exclude = texts(raw, "exclude") ?? ["node_modules"];
  const matches = (pattern: string): boolean => patternOf(joinPath(folder, pattern)).test(file);
  return include.some(matches) && !exclude.some(matches);
}

/** Not among TypeScript's published types, though it is what every tsconfig is read with. */
type MatchFiles = (
  folder: string,
  endings: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
  include: readonly string[] | undefined,
  caseSensitive: boolean,
  current: string,
  depth: number | undefined,
  entries: (folder: string) => { files: readonly string[]; directories: readonly string[] },
  realPath: (path: string) => string,
) => string[];

/** The files that the globs of a tsconfig take in, each folder once however many links lead to it. */
export function filesOf(world: World, compiler: TsMorph["ts"]): NonNullable<ts.CompilerHost["readDirectory"]> {
  const { matchFiles } = compiler as unknown as { readonly matchFiles: MatchFiles };
  const entries = (folder: string): { files: readonly string[]; directories: readonly string[] } => {
    const { files, folders } = world.list(folder);
    return { files, directories: folders };
  };
  return (folder, endings, exclude, include, depth) =>
    matchFiles(folder, endings, exclude, include, true, world.root, depth, entries, world.realPath);
}

function texts(raw: unknown, key: string): readonly string[] | undefined {
  const value: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, key) : undefined;
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : undefined;
}

// Two stars are any folders, `*` and `?` stand within a name; a pattern that names a folder takes in all below.
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/|\*\*|\*|\?/g, (star) =>
      star === "**/" ? "(?:.*/)?" : star === "**" ? ".*" : star === "*" ? "[^/]*" : "[^/]",
    );
  return new RegExp(`^${source}(?:/.*)?$`);
}
