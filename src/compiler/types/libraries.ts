/** What the language itself brings, `lib.es2024.d.ts` and the like: the texts that ts-morph ships, never the user's. */
import type { TsMorph, ts } from "../ts-morph.ts";

/** No disk has a folder of that name. */
export const libraryFolder = "/:schedc/lib";

const shipped = "/node_modules/typescript/lib";

export interface Libraries {
  /** Undefined where the path is not one of theirs. */
  text(path: string): string | undefined;
  /** Parsed once for all programs: neither text nor tree ever changes. */
  source(path: string, options: ts.CreateSourceFileOptions): ts.SourceFile | undefined;
}

const opened = new WeakMap<TsMorph, Libraries>();

export function librariesOf(morph: TsMorph): Libraries {
  const libraries = opened.get(morph) ?? openLibraries(morph);
  opened.set(morph, libraries);
  return libraries;
}

function openLibraries({ Project, ts }: TsMorph): Libraries {
  const host = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const texts = new Map<string, string | undefined>();
  const sources = new Map<string, ts.SourceFile>();
  const text = (path: string): string | undefined => {
    if (!path.startsWith(`${libraryFolder}/`)) return undefined;
    if (!texts.has(path)) texts.set(path, host.readFile?.(shipped + path.slice(libraryFolder.length)));
    return texts.get(path);
  };
  return {
    text,
    source(path, options) {
      const key = `${path} ${options.languageVersion} ${options.impliedNodeFormat}`;
      const known = sources.get(key);
      const found = known === undefined ? text(path) : undefined;
      if (found === undefined) return known;
      const source = ts.createSourceFile(path, found, options);
      sources.set(key, source);
      return source;
    },
  };
}
