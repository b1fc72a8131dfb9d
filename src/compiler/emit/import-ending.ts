/** Whether relative imports may end in `.ts`: the tsconfig that the module belongs to says so, or there is none. */
import type { CompilerHost } from "../host.ts";
import type { TsMorph } from "../ts-morph.ts";
import { importsTs } from "../types/compiler-options.ts";
import { createWaitingFiles, settled } from "../types/waiting-files.ts";
import { worldOf } from "../types/world.ts";
import type { Ending } from "./import-path.ts";

/** For a module by its name under `root`. */
export async function importEnding(module: string, root: string, host: CompilerHost, morph: TsMorph): Promise<Ending> {
  const waiting = host.sync ? undefined : createWaitingFiles(host);
  const world = worldOf({ files: host.sync ?? waiting ?? createWaitingFiles(host), root, over: new Map() });
  const allowed = await settled(waiting, () => importsTs(world.place(module), world, morph));
  return allowed === false ? ".js" : ".ts";
}
