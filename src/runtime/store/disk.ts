/**
 * The place of the file: who may write there, whether its directory entry outlives a power cut, and whether the file
 * system locks and flushes as a database needs. The one file here that touches the disk itself.
 */
import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  type Stats,
  statfsSync,
  statSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { SchedcError } from "../model/index.ts";

export interface PlaceOptions {
  /** Whether file and directory are made where they are missing. */
  readonly create: boolean;
  /** Take any file system, also one whose locks and flushes cannot be trusted. */
  readonly anyFileSystem: boolean;
}

/** The files beside the database: the lock of the process that runs, and what others ask of it. */
export function besides(file: string): { readonly lock: string; readonly commands: string } {
  return { lock: `${file}-lock`, commands: `${file}-commands` };
}

export interface Place {
  /** Its absolute name. */
  readonly file: string;
  /** Whether the database was there and a store has lived in it: then the file of commands has its tables. */
  readonly known: boolean;
}

/** Looks at the place, refuses what is not safe, and makes what is missing. */
export function preparePlace(file: string, { create, anyFileSystem }: PlaceOptions): Place {
  if (file === "" || file.includes("\0") || /^(?::memory:|file:)/.test(file)) {
    throw refusal("name", `${JSON.stringify(file)} names no file. Give the path of the store's file.`);
  }
  const absolute = resolve(file);
  const directory = dirname(absolute);
  if (create) makeDirectory(directory);
  const there = look(directory);
  if (there === undefined) throw absent(file);
  if (process.platform !== "win32" && (there.mode & 0o1002) === 0o0002) {
    throw refusal("place", `Everyone may replace files in ${directory}. Take that right away (chmod o-w).`);
  }
  if (!anyFileSystem) refuseNetwork(directory);
  const { lock, commands } = besides(absolute);
  const files = [absolute, lock, commands];
  for (const one of files) refuseOther(one);
  const known = isThere(absolute) && sizeOf(commands) > 0;
  if (create) for (const one of files) makeFile(one, directory);
  return { file: absolute, known };
}

/** Whether the file is there. */
export function isThere(file: string): boolean {
  return lookAt(file) !== undefined;
}

/** What tells this file from another one under the same name. */
export function identity(file: string): string | undefined {
  const stats = look(file);
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}

/** Gives the database and what belongs to it another name, and answers with that of the database. */
export function setAside(file: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(":", "");
  let aside = `${file}.corrupt-${stamp}`;
  for (let n = 2; isThere(aside); n++) aside = `${file}.corrupt-${stamp}-${n}`;
  // The log first: without it the database is old, but a log beside a new database would be taken for its own.
  for (const suffix of ["-wal", "-shm", ""]) {
    if (isThere(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  flush(dirname(file));
  return aside;
}

export function absent(file: string): SchedcError {
  return refusal("absent", `There is no store at ${file}. It is made when a scheduler first starts with it.`);
}

function makeDirectory(directory: string): void {
  const first = mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // Each new directory's entry in its parent, from the innermost up to the one that was there.
  for (let made = directory; ; made = dirname(made)) {
    flush(dirname(made));
    if (made === first) return;
  }
}

/** Never opens a file that is there: closing it would free the locks that this process holds on it. */
function makeFile(file: string, directory: string): void {
  if (isThere(file)) return;
  const { O_CREAT, O_EXCL, O_RDWR } = constants;
  let made: number;
  try {
    made = openSync(file, O_CREAT | O_EXCL | O_RDWR, 0o600);
  } catch (error) {
    // Another process was first.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw error;
  }
  fsyncSync(made);
  closeSync(made);
  flush(directory);
}

/** A new name in a directory lasts once the directory is flushed; Windows has no such thing. */
function flush(directory: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refuseOther(file: string): void {
  const stats = lookAt(file);
  if (stats === undefined || stats.isFile()) return;
  const what = stats.isSymbolicLink() ? "a link" : stats.isDirectory() ? "a directory" : "no plain file";
  throw refusal("file", `${file} is ${what}. Give the path of the file itself.`);
}

/** Linux names file systems by number; those whose server may forget a lock or a flush. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "SMB"],
  [0xfe534d42, "SMB"],
  [0x01021997, "9P"],
  [0x5346414f, "AFS"],
  [0x73757245, "Coda"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
  [0x47504653, "GPFS"],
  [0x65735546, "FUSE"],
  [0x786f4256, "a shared folder of VirtualBox"],
]);

function refuseNetwork(directory: string): void {
  if (process.platform !== "linux") return;
  const kind = networkKind(statfsSync(directory).type);
  if (kind === undefined) return;
  throw refusal(
    "network",
    `${directory} is on ${kind}, where locks and flushes may not hold, so two processes could run every job. ` +
      "Put the store on a local disk, or say `anyFileSystem: true` where you know that they hold.",
  );
}

/** The name of a file system that is not to be trusted. The number may come with its sign bit spread. */
export function networkKind(type: number): string | undefined {
  return NETWORK.get(type >>> 0);
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function refusal(what: string, says: string): SchedcError {
  return new SchedcError(says, { code: `store/${what}` });
}

/** In bytes; 0 where there is no such file. */
export function sizeOf(file: string): number {
  return look(file)?.size ?? 0;
}
