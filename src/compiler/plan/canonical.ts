/**
 * One sequence of bytes for equal data: keys in the order of their code units, no white space, fields that are
 * undefined left out, numbers as ECMAScript prints them.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The bytes, as text. Functions are no data and are left out; a number that JSON has not is a `RangeError`. */
export function canonical(value: unknown): string {
  let text = "";
  write(value, (piece) => {
    text += piece;
  });
  return text;
}

/** Lower-case hex. The bytes are digested as they come: those of a large plan take more memory than the plan. */
export function hashOf(value: unknown): string {
  const hash = sha256.create();
  let pending = "";
  write(value, (piece) => {
    pending += piece;
    if (pending.length < CHUNK) return;
    hash.update(utf8ToBytes(pending));
    pending = "";
  });
  return bytesToHex(hash.update(utf8ToBytes(pending)).digest());
}

/** Characters that are digested together; a piece is never cut, so no character is. */
const CHUNK = 4096;

function write(value: unknown, put: (piece: string) => void): void {
  if (typeof value !== "object" || value === null) put(scalar(value));
  else if (Array.isArray(value)) writeList(value, put);
  else writeObject(value, put);
}

function writeList(list: readonly unknown[], put: (piece: string) => void): void {
  let before = "[";
  for (const item of list) {
    put(before);
    write(item, put);
    before = ",";
  }
  put(list.length === 0 ? "[]" : "]");
}

function writeObject(object: object, put: (piece: string) => void): void {
  let before = "{";
  for (const key of Object.keys(object).sort()) {
    const field: unknown = Reflect.get(object, key);
    if (field === undefined || typeof field === "function") continue;
    put(`${before}${JSON.stringify(key)}:`);
    write(field, put);
    before = ",";
  }
  put(before === "{" ? "{}" : "}");
}

function scalar(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a plan's number: ${value}`);
  // -0 and 0 mean the same, and JSON prints both as 0.
  return JSON.stringify(value);
}
