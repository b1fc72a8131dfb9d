/**
 * One sequence of bytes for equal data: keys in the order of their code units, no white space, fields that are
 * undefined left out, numbers as ECMAScript prints them.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The bytes, as text. Functions are no data and are left out; a number that JSON has not is a `RangeError`. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  const kept = texts.get(value);
  if (kept !== undefined) return kept;
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === "" ? "" : ","}${canonical(item)}`;
    return `[${text}]`;
  }
  for (const [key, field] of fieldsOf(value)) text += `${text === "" ? "" : ","}"${key}":${canonical(field)}`;
  return `{${text}}`;
}

/** The same text, kept as long as the data: for what never changes and stands in a plan many times. */
export function canonicalKept(value: object): string {
  const text = canonical(value);
  texts.set(value, text);
  return text;
}

const texts = new WeakMap<object, string>();

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
const CHUNK = 65_536;

/** In pieces of which none is longer than an item of the outermost lists. */
function write(value: unknown, put: (piece: string) => void): void {
  if (typeof value !== "object" || value === null || texts.has(value)) put(canonical(value));
  else if (Array.isArray(value)) writeItems(value, put);
  else {
    let before = "{";
    for (const [key, field] of fieldsOf(value)) {
      put(`${before}"${key}":`);
      write(field, put);
      before = ",";
    }
    put(before === "{" ? "{}" : "}");
  }
}

function writeItems(list: readonly unknown[], put: (piece: string) => void): void {
  let before = "[";
  for (const item of list) {
    put(before + canonical(item));
    before = ",";
  }
  put(before === "[" ? "[]" : "]");
}

/** Keys as JSON has them between the quotes. */
function fieldsOf(object: object): readonly (readonly [key: string, field: unknown])[] {
  const fields: (readonly [string, unknown])[] = [];
  for (const key of inOrder(Object.keys(object))) {
    const field: unknown = Reflect.get(object, key);
    if (field !== undefined && typeof field !== "function")
      fields.push([isPlain.test(key) ? key : JSON.stringify(key).slice(1, -1), field]);
  }
  return fields;
}

const isPlain = /^[\w$]+$/;

/** By code unit. Most objects have a handful of keys, for which this is several times faster than `sort`. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > 32) return keys.sort();
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] ?? "";
    let to = at;
    for (let before = keys[to - 1]; to > 0 && before !== undefined && before > key; before = keys[to - 1]) {
      keys[to--] = before;
    }
    keys[to] = key;
  }
  return keys;
}

function scalar(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a plan's number: ${value}`);
  // -0 and 0 mean the same, and JSON prints both as 0.
  return JSON.stringify(value);
}
