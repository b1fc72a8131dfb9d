/** The files a command works on: found, named from one root, read once. */
import { type Config, tooling } from "../compiler/index.ts";
import type { Diagnostic } from "../dsl/index.ts";
import { SchedcError } from "../runtime/model/index.ts";
import { importedFiles } from "./imported-files.ts";
import { createNodeHost, type NodeHost } from "./node-host.ts";
import type { Call } from "./options.ts";

const { dirname, isWithin, joinPath, loadConfig, relativePath } = tooling;

/** What the standard input is called. */
export const inputName = "<stdin>";

export interface Project {
  /** Absolute: the folder of the config, else one that holds every file. */
  readonly root: string;
  readonly host: NodeHost;
  readonly config: Config;
  /** What was asked for: text by name; names are relative to the root. */
  readonly files: Readonly<Record<string, string>>;
  /** Other files that these import windows and calendars from. */
  readonly around: Readonly<Record<string, string>>;
  /** All of them, and the config that findings may be about. */
  readonly texts: Readonly<Record<string, string>>;
  /** The folders that were asked for, relative to the root; "" for the root itself. */
  readonly folders: readonly string[];
  /** Findings of the config itself. */
  readonly findings: readonly Diagnostic[];
  /** A name as it is shown: from the working directory. */
  shown(name: string): string;
}

/** Throws a `SchedcError` where nothing was found or a path leads nowhere. */
export async function openProject(
  { paths, options, terminal }: Call,
  fallback: readonly string[] = ["."],
): Promise<Project> {
  const { cwd } = terminal;
  const asked = paths.length === 0 ? fallback : paths;
  const input = asked.includes("-") ? await terminal.readInput() : undefined;
  const disk = createNodeHost(cwd);
  const found = new Set<string>();
  for (const path of asked) for (const file of path === "-" ? [] : await expand(path, cwd, disk)) found.add(file);
  if (found.size === 0 && input === undefined) {
    const where = asked.join() === "." ? "the working directory or below" : asked.join(", ");
    throw new SchedcError(`there is no .sched file in ${where}`, { code: "cli/no-files" });
  }
  const folders = [...found].map(dirname);
  const shared = sharedFolder(folders) ?? cwd;
  const loaded = await loadConfig(disk, shared, options.config && joinPath(cwd, options.config));
  const root = rootOf(loaded, cwd, shared);
  const host = createNodeHost(root);
  const files: Record<string, string> = input === undefined ? {} : { [inputName]: input };
  for (const file of [...found].sort()) {
    const text = await disk.readFile(file);
    if (text === undefined) throw new SchedcError(`${file} is gone`, { code: "cli/no-files" });
    files[relativePath(root, file)] = text;
  }
  const around = await importedFiles(files, host);
  return {
    root,
    host,
    config: withFolders(loaded, root),
    files,
    around,
    texts: { ...files, ...around, ...(await configText(loaded, root, disk)) },
    folders: (await foldersOf(asked, cwd, disk)).map((folder) => (folder === root ? "" : relativePath(root, folder))),
    findings: loaded.findings.map((one) => ({ ...one, file: relativePath(root, one.file) })),
    shown: (name) => (name === inputName ? name : relativePath(cwd, joinPath(root, name))),
  };
}

async function expand(path: string, cwd: string, disk: NodeHost): Promise<string[]> {
  const absolute = joinPath(cwd, path);
  const kind = await disk.kindOf(absolute);
  if (kind === "file" && !path.endsWith(".sched")) {
    throw new SchedcError(`${path} is no .sched file`, { code: "cli/no-files" });
  }
  if (kind === "file") return [absolute];
  if (kind === "folder") return [...(await disk.findFiles(absolute, "**/*.sched"))];
  const pattern = /[*?[\]{}!]/.test(path) ? path.split("/") : undefined;
  if (!pattern) throw new SchedcError(`there is no file or folder ${path}`, { code: "cli/no-files" });
  const fixed = pattern.findIndex((part) => /[*?[\]{}!]/.test(part));
  const folder = joinPath(cwd, pattern.slice(0, fixed).join("/") || (path.startsWith("/") ? "/" : "."));
  const found = await disk.findFiles(folder, pattern.slice(fixed).join("/"));
  return found.filter((file) => file.endsWith(".sched"));
}

/** Imports and writes stay below this: the folder of the config, the working directory, or what all files share. */
function rootOf({ path }: tooling.LoadedConfig, cwd: string, shared: string): string {
  const base = path === undefined ? cwd : dirname(path);
  return isWithin(shared, base) ? base : shared;
}

function sharedFolder([first, ...rest]: readonly string[]): string | undefined {
  let shared = first;
  while (shared !== undefined && !rest.every((folder) => isWithin(folder, shared ?? "/"))) shared = dirname(shared);
  return shared;
}

async function foldersOf(asked: readonly string[], cwd: string, disk: NodeHost): Promise<string[]> {
  const folders: string[] = [];
  for (const path of asked) {
    const absolute = joinPath(cwd, path);
    if (path !== "-" && (await disk.kindOf(absolute)) === "folder") folders.push(absolute);
  }
  return folders;
}

/** Folders that imports may reach are named from the config; the compiler takes them from the root. */
function withFolders({ config, path }: tooling.LoadedConfig, root: string): Config {
  if (path === undefined || config.imports?.folders === undefined) return config;
  const folders = config.imports.folders.map((folder) => relativePath(root, joinPath(dirname(path), folder)));
  return { ...config, imports: { ...config.imports, folders } };
}

async function configText(
  { path }: tooling.LoadedConfig,
  root: string,
  disk: NodeHost,
): Promise<Record<string, string>> {
  const text = path === undefined ? undefined : await disk.readFile(path);
  return path === undefined || text === undefined ? {} : { [relativePath(root, path)]: text };
}
