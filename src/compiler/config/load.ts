/** Finds and reads `schedc.json`: the nearest from a folder upwards. */
import type { Diagnostic } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import type { CompilerHost } from "../host.ts";
import { dirname, joinPath } from "../paths.ts";
import { configFrom } from "./read.ts";
import type { Config } from "./types.ts";

/** What the file is called. */
const configName = "schedc.json";

/** A config with the place where it was found. */
export interface LoadedConfig {
  /** Empty where there is no file or it cannot be read. */
  readonly config: Config;
  /** Absent where there is no file. */
  readonly path?: string;
  readonly findings: readonly Diagnostic[];
}

/** `path` names the file itself; a `SchedcError` where it is not there. */
export async function loadConfig(
  host: Pick<CompilerHost, "readFile">,
  folder: string,
  path?: string,
): Promise<LoadedConfig> {
  if (path !== undefined) {
    const text = await host.readFile(path);
    if (text === undefined) throw new SchedcError(`there is no config ${path}`, { code: "config/missing" });
    return { ...configFrom(text, path), path };
  }
  for (let at = folder; ; at = dirname(at)) {
    const candidate = joinPath(at, configName);
    const text = await host.readFile(candidate);
    if (text !== undefined) return { ...configFrom(text, candidate), path: candidate };
    if (at === dirname(at)) return { config: {}, findings: [] };
  }
}
