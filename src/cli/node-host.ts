/** The disk. No other file of the command touches it. */
import { randomBytes } from "node:crypto";
import { constants, readdirSync, readFileSync, realpathSync, statSync, watch } from "node:fs";
import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import type { CompilerHost, SyncFiles } from "../compiler/index.ts";
import { SchedcError } from "../runtime/model/index.ts";
import { moduleStyle, type StyleFiles } from "./module-style.ts";
import { slashes } from "./slashes.ts";

export interface NodeHost extends CompilerHost {
  /** Undefined where there is nothing. */
  kindOf(path: string): Promise<"file" | "folder" | undefined>;
}

/** Relative paths start at `root`. */
export function createNodeHost(root: string): NodeHost {
  const place = (path: string): string => resolve(root, path);
  return {
    async kindOf(path) {
      const entry = await orUndefined(stat(place(path)));
      return entry?.isDirectory() ? "folder" : entry && "file";
    },
    async readFile(path) {
      try {
        return await readWhole(place(path));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw failure(`could not read ${path}`, error);
      }
    },
    async writeFile(path, text) {
      try {
        await writeWhole(place(path), text, root);
      } catch (error) {
        throw error instanceof SchedcError ? error : failure(`could not write ${path}`, error);
      }
    },
    async removeFile(path) {
      try {
        await rm(place(path), { force: true });
      } catch (error) {
        throw failure(`could not remove ${path}`, error);
      }
    },
    async findFiles(folder, pattern) {
      const found = await glob(pattern, {
        cwd: place(folder),
        ignore: ["**/node_modules/**"],
        followSymbolicLinks: false,
        expandDirectories: false,
        dot: false,
      });
      const prefix = folder === "" || folder === "." ? "" : `${folder.replace(/\/$/, "")}/`;
      return found.map((path) => prefix + slashes(path)).sort();
    },
    async realPath(path) {
      return slashes((await orUndefined(realpath(place(path)))) ?? place(path));
    },
    formatOptions: (path) => moduleStyle(place(path), styleFiles),
    sync: syncFiles(place),
  };
}

const styleFiles: StyleFiles = {
  names: (folder) => {
    try {
      return readdirSync(folder);
    } catch (error) {
      return isMissing(error) ? [] : undefined;
    }
  },
  read: (path) => orNothing(() => readFileSync(path, "utf8")),
};

function syncFiles(place: (path: string) => string): SyncFiles {
  const entry = (path: string) => statSync(place(path), { throwIfNoEntry: false });
  return {
    complete: true,
    readFile: (path) => {
      try {
        return readFileSync(place(path), "utf8");
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw failure(`could not read ${path}`, error);
      }
    },
    isFile: (path) => orNothing(() => entry(path)?.isFile()) ?? false,
    isFolder: (path) => orNothing(() => entry(path)?.isDirectory()) ?? false,
    list: (folder) => {
      const entries = orNothing(() => readdirSync(place(folder), { withFileTypes: true })) ?? [];
      const kinds = entries.map((one) => {
        const kind = one.isSymbolicLink() ? orNothing(() => entry(`${folder}/${one.name}`)) : one;
        return { name: one.name, isFile: kind?.isFile(), isFolder: kind?.isDirectory() };
      });
      return {
        files: kinds.filter(({ isFile }) => isFile).map(({ name }) => name),
        folders: kinds.filter(({ isFolder }) => isFolder).map(({ name }) => name),
      };
    },
    realPath: (path) => slashes(orNothing(() => realpathSync.native(place(path))) ?? place(path)),
  };
}

/** A look at what cannot be looked at, such as links in a circle or a folder of somebody else, finds nothing. */
function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** More than any source; what claims to be larger, or is no plain file, would keep the reader for ever. */
const LARGEST = 128 * 1024 * 1024;

async function readWhole(path: string): Promise<string> {
  // Opening a pipe that nobody writes to would wait.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    if (!found.isFile()) throw new Error("it is no plain file");
    if (found.size > LARGEST) throw new Error(`it has ${found.size} bytes, more than ${LARGEST}`);
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

/** Readers see the old text or the new one, never a half: the new one is written beside and renamed. */
async function writeWhole(path: string, text: string, root: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Through a link the file behind it is replaced, not the link.
  const target = (await orUndefined(realpath(path))) ?? path;
  if (relative(await realpath(root), await realpath(dirname(target))).split(sep)[0] === "..") {
    throw new SchedcError(`${path} leads outside ${root}, through a symbolic link`, { code: "cli/outside" });
  }
  const mode = (await orUndefined(stat(target)))?.mode;
  const draft = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(draft, "wx", mode === undefined ? 0o666 : mode & 0o777);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function orUndefined<T>(wanted: Promise<T>): Promise<T | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Nothing can lie where a name is too long for any file either. */
const missing: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);

function isMissing(error: unknown): boolean {
  return typeof error === "object" && error !== null && missing.has(Reflect.get(error, "code"));
}

function failure(what: string, error: unknown): SchedcError {
  const why = error instanceof Error ? error.message : String(error);
  return new SchedcError(`${what}: ${why}`, { cause: error, code: "cli/file" });
}

/** The page of a finding, from the package this file is part of, whether it stands in `src` or in `dist`. */
export async function readPage(code: string): Promise<string | undefined> {
  return await orUndefined(readFile(new URL(`../../docs/diagnostics/${code}.md`, import.meta.url), "utf8"));
}

/** Tells of every file below a folder that changes, comes or goes, by its path from there; the answer ends it. */
export function watchFolder(folder: string, heard: (path: string) => void): () => void {
  const watcher = watch(folder, { recursive: true }, (_, path) => {
    if (path !== null) heard(slashes(path));
  });
  // A folder that goes away while it is looked at is no failure of the watch.
  watcher.on("error", () => {});
  return () => watcher.close();
}
