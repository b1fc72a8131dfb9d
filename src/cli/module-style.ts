/**
 * The user's own Prettier options for a module. Where no file sets any, or a single one of plain JSON does, they are read
 * here: a build that changes nothing is done before Prettier is loaded. What takes more reading Prettier reads itself.
 */
import { dirname, join } from "node:path";
import { tooling } from "../compiler/index.ts";

/** What is looked at. */
export interface StyleFiles {
  /** The names in a folder; undefined where they cannot be read, none where there is no such folder. */
  readonly names: (folder: string) => readonly string[] | undefined;
  /** Undefined where there is no such file. */
  readonly read: (path: string) => string | undefined;
}

/** `path` is absolute. */
export async function moduleStyle(path: string, files: StyleFiles): Promise<tooling.FormatOptions> {
  return plainStyle(dirname(path), files) ?? (await tooling.formatOptionsFor(path));
}

/** Undefined where Prettier has to be asked. The nearest folder that sets a style sets all of it. */
function plainStyle(folder: string, { names, read }: StyleFiles): tooling.FormatOptions | undefined {
  let style: tooling.FormatOptions | undefined;
  for (let at = folder, below = ""; at !== below; below = at, at = dirname(at)) {
    const here = names(at);
    // An `.editorconfig` adds to what is set anywhere, by patterns of its own.
    if (here === undefined || here.includes(".editorconfig")) return undefined;
    const [first, ...others] = style ? [] : here.flatMap((name) => setIn(name, join(at, name), read));
    if (others.length > 0 || first === "unknown") return undefined;
    style ??= first;
  }
  return style ?? {};
}

/** What a file sets, if it is one that can. */
function setIn(name: string, path: string, read: StyleFiles["read"]): readonly (tooling.FormatOptions | "unknown")[] {
  if (name === ".prettierrc" || name === ".prettierrc.json") return [plain(parsed(read(path)))];
  if (name === "package.json") {
    const manifest = parsed(read(path));
    if (typeof manifest !== "object" || manifest === null) return ["unknown"];
    return "prettier" in manifest ? [plain(manifest.prettier)] : [];
  }
  return name === "package.yaml" || /^(?:\.prettierrc|prettier\.config)\./.test(name) ? ["unknown"] : [];
}

/** Plugins are found, and overrides matched, by Prettier's own rules. */
function plain(options: unknown): tooling.FormatOptions | "unknown" {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return "unknown";
  if ("overrides" in options || "plugins" in options) return "unknown";
  return Object.fromEntries(Object.entries(options).filter(([key]) => key !== "$schema"));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    // YAML, or a mistake, which Prettier words.
    return undefined;
  }
}
