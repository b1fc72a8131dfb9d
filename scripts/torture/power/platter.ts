/**
 * What of a directory is on the disk for certain, and what is on its way there. A flush of a file makes its content
 * certain, not its name; a flush of the directory makes names certain. That is less than most file systems promise.
 */
import type { Chance } from "../chance.ts";
import type { Call } from "./trace.ts";

/** Files as the next start may find them. */
export type Image = ReadonlyMap<string, Buffer>;

type Pending = Extract<Call, { kind: "write" | "cut" }>;

interface File {
  certain: Buffer;
  readonly pending: Pending[];
}

type NameChange = { readonly name: string; readonly file: File | undefined };

export interface Platter {
  apply(call: Call): void;
  /** All that was not flushed is gone. */
  least(): Image;
  /** Of what was not flushed some is there, and of a write some sectors. */
  some(chance: Chance): Image;
}

const SECTOR = 512;

export function createPlatter(): Platter {
  /** Names as the process sees them, and as they are for certain. */
  const seen = new Map<string, File>();
  const certain = new Map<string, File>();
  const underWay: NameChange[] = [];

  function rename(name: string, file: File | undefined): void {
    if (file === undefined) seen.delete(name);
    else seen.set(name, file);
    underWay.push({ name, file });
  }

  return {
    apply(call) {
      switch (call.kind) {
        case "make":
          rename(call.name, { certain: Buffer.alloc(0), pending: [] });
          break;
        case "unlink":
          rename(call.name, undefined);
          break;
        case "write":
        case "cut":
          fileOf(seen, call.name).pending.push(call);
          break;
        case "flush": {
          if (call.name === undefined) {
            for (const change of underWay.splice(0)) put(certain, change);
            break;
          }
          const file = fileOf(seen, call.name);
          file.certain = file.pending.splice(0).reduce(done, file.certain);
          break;
        }
        case "say":
      }
    },
    least: () => new Map([...certain].map(([name, file]) => [name, file.certain])),
    some(chance) {
      const names = new Map(certain);
      // A journal of names is written in its order.
      for (const change of underWay.slice(0, chance.whole(0, underWay.length))) put(names, change);
      return new Map([...names].map(([name, file]) => [name, contentOf(file, chance)]));
    },
  };
}

function put(names: Map<string, File>, { name, file }: NameChange): void {
  if (file === undefined) names.delete(name);
  else names.set(name, file);
}

function fileOf(names: ReadonlyMap<string, File>, name: string): File {
  const file = names.get(name);
  if (file === undefined) throw new Error(`${name} was never made`);
  return file;
}

function contentOf({ certain, pending }: File, chance: Chance): Buffer {
  let content = certain;
  for (const one of pending) {
    if (chance.percent(50))
      content = one.kind === "write" && chance.percent(50) ? torn(content, one, chance) : done(content, one);
  }
  return content;
}

function done(content: Buffer, call: Pending): Buffer {
  if (call.kind === "cut") return resized(content, call.size);
  const grown = resized(content, Math.max(content.length, call.at + call.bytes.length));
  call.bytes.copy(grown, call.at);
  return grown;
}

/** Each sector of a write reaches the disk by itself. */
function torn(content: Buffer, { at, bytes }: Extract<Pending, { kind: "write" }>, chance: Chance): Buffer {
  let grown = content;
  for (let from = at; from < at + bytes.length; ) {
    const to = Math.min(at + bytes.length, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (chance.percent(50)) {
      grown = done(grown, { kind: "write", name: "", at: from, bytes: bytes.subarray(from - at, to - at) });
    }
    from = to;
  }
  return grown;
}

function resized(content: Buffer, size: number): Buffer {
  const copy = Buffer.alloc(size);
  content.copy(copy, 0, 0, size);
  return copy;
}
