/** One program for all files of one tsconfig, kept between looks: what did not change is neither parsed nor bound again. */

import { dirname } from "../paths.ts";
import type { TsMorph, ts } from "../ts-morph.ts";
import type { TypeConfig } from "./compiler-options.ts";
import { filesOf } from "./config-covers.ts";
import { librariesOf, libraryFolder } from "./libraries.ts";
import { createModuleLookup, type ModuleLookup } from "./module-lookup.ts";
import type { World } from "./world.ts";

export interface KeptProgram {
  /** Looks at the files anew. Probes are texts by path. */
  update(world: World, probes: ReadonlyMap<string, string>): Look;
}

export interface Look {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The file that an import of a probe leads to. */
  leadsTo(probe: string, specifier: string): Led | undefined;
  /** Whether any file but a probe is another than at the last look. */
  readonly changed: boolean;
}

export interface Led {
  readonly file: string;
  /** Whether it was found as a package that is installed. */
  readonly isInstalled: boolean;
}

export function createKeptProgram(config: TypeConfig, morph: TsMorph): KeptProgram {
  const { ts } = morph;
  const libraries = librariesOf(morph);
  const sources = new Map<string, ts.SourceFile>();
  /** Files that import what was not there: it may be by now. */
  const unresolved = new Set<string>();
  /** Of probes: where each import led at the last look. */
  const led = new Map<string, Led | undefined>();
  let last: ts.Program | undefined;
  let seen: ReadonlySet<ts.SourceFile> = new Set();

  return {
    update(world, probes) {
      const host = hostOf(world, probes);
      const program = ts.createProgram({
        rootNames: [...probes.keys(), ...config.declarations],
        options: config.options,
        projectReferences: config.references,
        host,
        ...(last && { oldProgram: last }),
      });
      last = program;
      const files = new Set(program.getSourceFiles().filter(({ fileName }) => !probes.has(fileName)));
      const changed = files.size !== seen.size || [...files].some((file) => !seen.has(file));
      seen = files;
      return { program, checker: program.getTypeChecker(), leadsTo, changed };
    },
  };

  function leadsTo(probe: string, specifier: string): Led | undefined {
    return led.get(`${probe}\n${specifier}`);
  }

  function hostOf(world: World, probes: ReadonlyMap<string, string>): ts.CompilerHost {
    let lookup: ModuleLookup | undefined;
    const host: ts.CompilerHost = {
      getSourceFile: (path, options) => source(path, options, probes.get(path) ?? world.readFile(path)),
      getDefaultLibFileName: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
      getDefaultLibLocation: () => libraryFolder,
      writeFile: () => undefined,
      getCurrentDirectory: () => world.root,
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      // Comments of TypeScript change no type; reading them takes as long as the code.
      jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
      fileExists: (path) => probes.has(path) || libraries.text(path) !== undefined || world.isFile(path),
      readFile: (path) => libraries.text(path) ?? world.readFile(path),
      directoryExists: (path) => world.isFolder(path),
      readDirectory: filesOf(world, ts),
      realpath: (path) => world.realPath(path),
      hasInvalidatedResolutions: (path) => probes.has(path) || unresolved.has(path),
      resolveModuleNameLiterals: (literals, from, redirected, options, file) => {
        lookup ??= createModuleLookup(host, config.options, morph);
        const { resolve } = lookup;
        const found = literals.map((literal) =>
          resolve(literal.text, from, probes.has(from), ts.getModeForUsageLocation(file, literal, options), redirected),
        );
        if (probes.has(from)) {
          for (const [at, { text }] of literals.entries()) {
            const there = found[at]?.resolvedModule;
            const isInstalled = there?.isExternalLibraryImport === true;
            led.set(`${from}\n${text}`, there && { file: there.resolvedFileName, isInstalled });
          }
        }
        if (found.every(({ resolvedModule }) => resolvedModule)) unresolved.delete(from);
        else unresolved.add(from);
        return found;
      },
    };
    // Not among its published types, though it is what leads to the sources of a referenced project instead of its output.
    return Object.assign(host, { useSourceOfProjectReferenceRedirect: () => true });
  }

  function source(
    path: string,
    wanted: ts.ScriptTarget | ts.CreateSourceFileOptions,
    text: string | undefined,
  ): ts.SourceFile | undefined {
    const options = typeof wanted === "object" ? wanted : { languageVersion: wanted };
    if (dirname(path) === libraryFolder) return libraries.source(path, options);
    if (text === undefined) {
      sources.delete(path);
      return undefined;
    }
    const known = sources.get(path);
    if (known && known.text === text && known.impliedNodeFormat === options.impliedNodeFormat) return known;
    const made = ts.createSourceFile(path, text, options);
    sources.set(path, made);
    return made;
  }
}
