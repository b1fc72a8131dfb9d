/** Modules of the user, loaded as Node loads them. */
import { createRequire } from "node:module";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { SchedcError } from "../runtime/model/index.ts";

/** `path` is a file or the name of a package, which is sought from `folder`. */
export async function loadModule(path: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const target = isAbsolute(path) ? path : createRequire(`${folder}/`).resolve(path);
    return await import(pathToFileURL(target).href);
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/ imported from .*$/s, "");
    throw new SchedcError(`could not load ${path}: ${why}`, { cause: error, code: "cli/no-module" });
  }
}
