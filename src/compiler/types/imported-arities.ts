/** The parameters of the tasks that a file imports, read through the host, following re-exports. */
import { findImport, isRelative } from "../emit/import-path.ts";
import type { Imported } from "../emit/model/imports.ts";
import type { CompilerHost } from "../host.ts";
import { dirname } from "../paths.ts";
import type { TsMorph } from "../ts-morph.ts";
import { taskArity } from "./task-arity.ts";

/** How many modules one task is followed through. */
const deepest = 16;

/** An imported task and the members after its name. */
export interface ImportedTask {
  readonly imported: Imported;
  readonly members: readonly string[];
}

/** Undefined where the module cannot be read or does not say. */
export async function importedArity(
  { imported, members }: ImportedTask,
  folder: string,
  host: CompilerHost,
  morph: TsMorph,
): Promise<number | undefined> {
  let from = imported.from;
  let path = imported.name === undefined ? members : [imported.name, ...members];
  let at = folder;
  for (let depth = 0; depth < deepest && isRelative(from); depth++) {
    const found = await findImport(from, at, host);
    const text = found && (await host.readFile(found));
    if (found === undefined || text === undefined) return undefined;
    const answer = taskArity(text, path, morph);
    if (answer.kind !== "elsewhere") return answer.kind === "parameters" ? answer.count : undefined;
    ({ from, path } = answer);
    at = dirname(found);
  }
  return undefined;
}
