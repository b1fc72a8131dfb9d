/**
 * Where imports lead, as TypeScript finds it. What a `.sched` file imports may also leave out the ending that its
 * module style asks for, since the generated module writes it.
 */
import type { TsMorph, ts } from "../ts-morph.ts";
import { runModule, runPath } from "./run-declaration.ts";

export interface ModuleLookup {
  resolve(
    specifier: string,
    from: string,
    isProbe: boolean,
    mode: ts.ResolutionMode,
    redirected: ts.ResolvedProjectReference | undefined,
  ): ts.ResolvedModuleWithFailedLookupLocations;
}

const endings = [".js", ".mjs", ".cjs", "/index.js"];

/**
 * For one look at the files: what is found is remembered, so a later look needs another. The host is that of the
 * program, which TypeScript makes answer for the output of referenced projects while a program is made.
 */
export function createModuleLookup(host: ts.CompilerHost, options: ts.CompilerOptions, { ts }: TsMorph): ModuleLookup {
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (path) => path, options);
  const run = { resolvedFileName: runPath, extension: ts.Extension.Dts, isExternalLibraryImport: false };
  return {
    resolve(specifier, from, isProbe, mode, redirected) {
      if (specifier === runModule) return { resolvedModule: run };
      const look = (path: string): ts.ResolvedModuleWithFailedLookupLocations =>
        ts.resolveModuleName(path, from, options, host, cache, redirected, mode);
      const found = look(specifier);
      if (found.resolvedModule) return found;
      if (runtimes.has(specifier)) return { resolvedModule: run };
      if (!isProbe || !/^\.\.?(?:\/|$)/.test(specifier)) return found;
      for (const ending of endings) {
        const other = look(specifier.replace(/\/$/, "") + ending);
        if (other.resolvedModule) return other;
      }
      return found;
    },
  };
}

/** Where these are not installed, what tasks take from them is the run. */
const runtimes: ReadonlySet<string> = new Set(["schedc/runtime", "schedc-runtime"]);
