/** Which files a tsconfig takes in, by what it says of `files`, `include` and `exclude`. */
import { joinPath } from "../paths.ts";
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

/** The files below a folder that the globs take in, as TypeScript asks for them; installed packages are never among them. */
export function filesBelow(
  folder: string,
  endings: readonly string[],
  exclude: readonly string[],
  include: readonly string[],
  world: World,
): string[] {
  const patterns = (globs: readonly string[]): RegExp[] => globs.map((glob) => patternOf(joinPath(folder, glob)));
  const [wanted, unwanted] = [patterns(include), patterns(exclude)];
  const found: string[] = [];
  const walk = (at: string): void => {
    const { files, folders } = world.list(at);
    for (const name of files) {
      const path = joinPath(at, name);
      if (!endings.some((ending) => name.endsWith(ending)) || unwanted.some((one) => one.test(path))) continue;
      if (wanted.some((one) => one.test(path))) found.push(path);
    }
    for (const name of folders) {
      const path = joinPath(at, name);
      if (name !== "node_modules" && !name.startsWith(".") && !unwanted.some((one) => one.test(path))) walk(path);
    }
  };
  walk(folder);
  return found;
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
