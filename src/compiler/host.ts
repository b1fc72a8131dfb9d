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
}
