/** A host over files in memory: what `compile({ files })` reads, and what tests write into. */
import type { CompilerHost } from "./host.ts";
import { joinPath } from "./paths.ts";

export interface MemoryHost extends CompilerHost {
  /** Every file by its path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Paths are looked up as given and, under a root, relative to it. */
export function createMemoryHost(files: Readonly<Record<string, string>>, root = ""): MemoryHost {
  const held = new Map(Object.entries(files).map(([path, text]) => [joinPath(root, path), text]));
  const place = (path: string): string => joinPath(root, path);
  return {
    files: held,
    readFile: async (path) => held.get(place(path)),
    writeFile: async (path, text) => {
      held.set(place(path), text);
    },
    removeFile: async (path) => {
      held.delete(place(path));
    },
    findFiles: async (folder, glob) => {
      const below = place(folder);
      const matches = globPattern(glob);
      const inFolder = [...held.keys()].filter((path) => below === "" || path.startsWith(`${below}/`));
      const tail = (path: string): string => (below === "" ? path : path.slice(below.length + 1));
      return inFolder.filter((path) => matches.test(tail(path)) && !path.includes("node_modules/")).sort();
    },
    realPath: async (path) => path,
    sync: {
      readFile: (path) => held.get(place(path)),
      isFile: (path) => held.has(place(path)),
      isFolder: (path) => [...held.keys()].some((one) => one.startsWith(`${place(path)}/`)),
      realPath: (path) => path,
      list: (folder) => {
        const start = place(folder) === "" ? "" : `${place(folder)}/`;
        const below = [...held.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
        return {
          files: below.filter((path) => !path.includes("/")),
          folders: [
            ...new Set(below.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/")))),
          ],
        };
      },
    },
  };
}

/** `**` any folders, `*` anything in a name; the host's own use needs no more. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\?]/g, "\\$&")
    .replace(/\*\*\/|\*/g, (star) => (star === "*" ? "[^/]*" : "(?:.*/)?"));
  return new RegExp(`^${source}$`);
}
