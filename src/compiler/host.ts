/** The one door from the compiler to the world: files by path, with `/`, relative to the root or absolute. */

export interface CompilerHost {
  /** The text, or undefined where there is no such file. A BOM stays. */
  readFile(path: string): Promise<string | undefined>;
  /** Writes the whole file or nothing of it, and makes its folder. */
  writeFile(path: string, text: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Files below a folder that match a glob, sorted by code unit, `node_modules` left out. */
  findFiles(folder: string, glob: string): Promise<readonly string[]>;
  /** The real path after symbolic links; the path itself where there is no such file. */
  realPath(path: string): Promise<string>;
  /** The user's own Prettier options for a file; a host that has none leaves this out. */
  formatOptions?(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** The same files at once, as TypeScript looks at them. Without it they are read one round of questions after the other. */
  readonly sync?: SyncFiles;
}

/** Looks that do not wait. Paths are those of the host. */
export interface SyncFiles {
  /** All that there is, installed packages among them: what is not found does not exist. */
  readonly complete?: true;
  readFile(path: string): string | undefined;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** The path itself where there is no such file. */
  realPath(path: string): string;
  /** The names in a folder, those of symbolic links by what they lead to, also in circles; empty where there is none. */
  list(folder: string): { readonly files: readonly string[]; readonly folders: readonly string[] };
}
