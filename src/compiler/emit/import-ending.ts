/** Whether relative imports may end in `.ts`: the nearest tsconfig.json above the module says so, or there is none. */
import type { CompilerHost } from "../host.ts";
import { dirname, isAbsolute, joinPath } from "../paths.ts";
import type { TsMorph } from "../ts-morph.ts";
import type { Ending } from "./import-path.ts";

/** How deep a chain of `extends` is followed. */
const deepest = 16;

export async function importEnding(folder: string, host: CompilerHost, morph: TsMorph): Promise<Ending> {
  for (let at = folder; ; at = dirname(at)) {
    const path = joinPath(at, "tsconfig.json");
    if ((await host.readFile(path)) !== undefined) return (await allowsTs(path, host, morph, 0)) ? ".ts" : ".js";
    if (at === dirname(at)) return ".ts";
  }
}

/** Undefined where neither the config nor what it extends speaks of it. */
async function allowsTs(path: string, host: CompilerHost, morph: TsMorph, depth: number): Promise<boolean | undefined> {
  const text = await host.readFile(path);
  if (text === undefined || depth > deepest) return undefined;
  const config: unknown = morph.ts.parseConfigFileTextToJson(path, text).config;
  const options = member(config, "compilerOptions");
  const own = [member(options, "allowImportingTsExtensions"), member(options, "rewriteRelativeImportExtensions")];
  if (own.includes(true)) return true;
  const bases = [member(config, "extends")].flat().filter((base) => typeof base === "string");
  for (const base of bases.reverse()) {
    const found = await findBase(base, dirname(path), host);
    const said = found && (await allowsTs(found, host, morph, depth + 1));
    if (said !== undefined && said !== "") return said;
  }
  return own.includes(false) ? false : undefined;
}

async function findBase(base: string, folder: string, host: CompilerHost): Promise<string | undefined> {
  const paths = /^\.\.?\//.test(base) || isAbsolute(base) ? [joinPath(folder, base)] : packagePaths(base, folder);
  for (const path of paths.flatMap((one) => [one, `${one}.json`, `${one}/tsconfig.json`])) {
    if ((await host.readFile(path)) !== undefined) return path;
  }
  return undefined;
}

function packagePaths(base: string, folder: string): string[] {
  const here = joinPath(folder, `node_modules/${base}`);
  return folder === dirname(folder) ? [here] : [here, ...packagePaths(base, dirname(folder))];
}

function member(of: unknown, key: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, key) : undefined;
}
