/** Works through a folder of uploads. A file leaves the folder in one of two ways: processed, or into the folder for errors. */
import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

export interface Uploads {
  readonly pending: string;
  readonly errors: string;
  process(path: string): Promise<void>;
  log(line: string): void;
}

/** Answers how many files went which way. Stops between two files when `signal` aborts; what is left waits for the next run. */
export async function processUploads(
  { pending, errors, process, log }: Uploads,
  signal: AbortSignal,
): Promise<{ readonly processed: number; readonly failed: number }> {
  const names = await filesIn(pending);
  let failed = 0;
  for (const name of names) {
    signal.throwIfAborted();
    const path = join(pending, name);
    try {
      await process(path);
      await rm(path);
    } catch (error) {
      failed++;
      log(`${name} could not be processed: ${error instanceof Error ? error.message : error}`);
      await setAside(path, errors, name);
    }
  }
  return { processed: names.length - failed, failed };
}

/** None where the folder is missing: nothing was uploaded yet. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort();
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** Moves the file, under a numbered name where its own is taken: one failed file never replaces another. */
async function setAside(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let n = 0; ; n++) {
    try {
      await copyFile(path, join(folder, n === 0 ? name : `${name}.${n}`), constants.COPYFILE_EXCL);
      return await rm(path);
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
