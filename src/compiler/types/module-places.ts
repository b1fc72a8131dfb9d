/** What lies where an import leads: whether a module that is not found does not exist, and which ones do beside it. */
import { dirname, joinPath } from "../paths.ts";
import type { World } from "./world.ts";

const ending = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** Modules that lie where a relative path leads, as paths of its form: with its ending, or without as it has none. */
export function modulesBeside(path: string, from: string, world: World): readonly string[] {
  if (!/^\.\.?\//.test(path)) return [];
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const { files } = world.list(joinPath(dirname(from), folder));
  const own = /\.[cm]?[jt]sx?$/.exec(path)?.[0] ?? "";
  const names = files.filter((name) => ending.test(name) && !name.startsWith("."));
  return [...new Set(names.map((name) => name.replace(ending, "")))].map((name) => `${folder}${name}${own}`);
}

export interface Completeness {
  /** Whether the files are all that there is. */
  readonly all: boolean;
  /** Whether they hold the modules of the program itself. */
  readonly own: boolean;
}

/** Paths can be missed wherever modules were given; packages only where there are any. */
export function isMissing(path: string, from: string, { all, own }: Completeness, world: World): boolean {
  if (all) return true;
  if (/^\.\.?(?:\/|$)/.test(path)) return own;
  for (let at = dirname(from); ; at = dirname(at)) {
    const folder = world.list(at).folders.includes("node_modules");
    if (folder) return true;
    if (at === dirname(at)) return false;
  }
}

/** Whether a file lies in one of some folders of the build, symbolic links followed. */
export function isReached(file: string, folders: readonly string[], world: World): boolean {
  const real = world.realPath(file);
  return folders.some((folder) => {
    const place = world.realPath(world.place(folder));
    return real === place || real.startsWith(place.endsWith("/") ? place : `${place}/`);
  });
}
