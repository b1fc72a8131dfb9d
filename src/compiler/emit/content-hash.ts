/**
 * The hash in a module's banner.
 *
 * Its first half is of the body as written and tells whether anyone edited the module. Its second half is of what the
 * body was made from: with the first it tells, without formatting anything, that building again would change nothing.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { FormatOptions } from "./prettier.ts";

/** 64 hex digits: half for the body, half for body, unformatted text and style together. */
export function contentHash(body: string, unformatted: string, options: FormatOptions): string {
  const written = withoutReturns(body);
  return half(written) + half(JSON.stringify([written, unformatted, styleKey(options)]));
}

/** Whether the body under a banner is the one that was written. */
export function isIntact(hash: string, body: string): boolean {
  return hash.slice(0, 32) === half(withoutReturns(body));
}

function half(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 32);
}

/** A checkout may have turned line ends into CRLF; that is no edit. */
function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Options by name; what is no data (a plugin given as an object) counts by its name alone. */
function styleKey(options: FormatOptions): unknown {
  const entries = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return entries.map(([key, value]) => [
    key,
    key === "plugins" && Array.isArray(value) ? value.map(pluginName) : value,
  ]);
}

function pluginName(plugin: unknown): string {
  if (typeof plugin === "string") return plugin;
  if (typeof plugin !== "object" || plugin === null) return typeof plugin;
  return Object.keys(plugin).sort().join();
}
