/** Whether a tsconfig takes in a file, by what it says of files, `include` and `exclude`. */
import { joinPath } from "../paths.ts";

export function covers(raw: unknown, folder: string, file: string): boolean {
  const files = texts(raw, "files");
  if (files?.some((name) => joinPath(folder, name) === file)) return true;
  const include = texts(raw, "include") ?? (files === undefined ? ["**/*"] : []);
  const exclude = texts(raw, "exclude") ?? ["node_modules"];
  const matches = (pattern: string): boolean => patternOf(joinPath(folder, pattern)).test(file);
  return include.some(matches) && !exclude.some(matches);
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
