/**
 * The files of a host that only answers later, as looks at once: what was asked for and is not known yet counts as
 * missing, is read between two tries, and is there at the next.
 */
import type { CompilerHost, SyncFiles } from "../host.ts";

export interface WaitingFiles extends SyncFiles {
  /** Reads what was asked for since the last time; false where that was nothing. */
  settle(): Promise<boolean>;
}

export function createWaitingFiles(host: Pick<CompilerHost, "readFile">): WaitingFiles {
  const known = new Map<string, string | undefined>();
  const asked = new Set<string>();
  const read = (path: string): string | undefined => {
    if (!known.has(path)) asked.add(path);
    return known.get(path);
  };
  return {
    readFile: read,
    isFile: (path) => read(path) !== undefined,
    // Nobody can tell; TypeScript then asks for the files that it would look for there.
    isFolder: () => true,
    realPath: (path) => path,
    list: () => ({ files: [], folders: [] }),
    async settle() {
      const paths = [...asked];
      asked.clear();
      await Promise.all(paths.map(async (path) => known.set(path, await host.readFile(path))));
      return paths.length > 0;
    },
  };
}

/** Done again until nothing is left to be read. */
export async function settled<T>(waiting: WaitingFiles | undefined, work: () => T): Promise<T> {
  let done = work();
  while (await waiting?.settle()) done = work();
  return done;
}
