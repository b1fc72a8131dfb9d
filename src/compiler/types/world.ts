/** The files as TypeScript sees them: absolute paths, each look at once, and what only the compiler knows among them. */
import type { SyncFiles } from "../host.ts";
import { dirname, isAbsolute, joinPath } from "../paths.ts";
import { runDeclaration, runPath } from "./run-declaration.ts";

export interface World extends Omit<SyncFiles, "complete"> {
  /** Where names of the build start, absolute. */
  readonly root: string;
  /** The absolute path of a file of the build. */
  place(name: string): string;
}

export interface WorldInput {
  readonly files: SyncFiles;
  /** "" or absolute. */
  readonly root: string;
  /** Texts that count before those of the files, by absolute path. */
  readonly over: ReadonlyMap<string, string>;
}

/** Without a root names start at `/`, and what lies there is looked for under its name alone. */
export function worldOf({ files, root, over }: WorldInput): World {
  const bare = root === "" || !isAbsolute(root);
  const inHost = (path: string): string => (bare ? path.slice(1) : path);
  const held = new Map([...over, [runPath, runDeclaration]]);
  const folders = new Set([...held.keys()].flatMap(foldersAbove));
  return {
    root: bare ? "/" : root,
    place: (name) => joinPath(bare ? "/" : root, name),
    readFile: (path) => held.get(path) ?? files.readFile(inHost(path)),
    isFile: (path) => held.has(path) || files.isFile(inHost(path)),
    isFolder: (path) => folders.has(path) || path === "/" || files.isFolder(inHost(path)),
    list: (folder) => files.list(inHost(folder)),
    realPath: (path) => {
      if (held.has(path)) return path;
      const real = files.realPath(inHost(path));
      return bare ? joinPath("/", real) : real;
    },
  };
}

function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === dirname(folder) ? [] : [folder, ...foldersAbove(folder)];
}
