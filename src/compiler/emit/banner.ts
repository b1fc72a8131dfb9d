/** The first line of every module: what made it, from what, and the hash that says whether it is still so. */
import { fromPrintableLine, printableLine } from "../../dsl/index.ts";
import { isIntact } from "./content-hash.ts";

const shape = /^\uFEFF?\/\/ Made by schedc from (.*); change that file and run `schedc build`\. sha256:([0-9a-f]{64})$/;

export interface Banner {
  /** The source, relative to the module, as the line shows it. */
  readonly source: string;
  readonly hash: string;
  readonly body: string;
}

export function withBanner(source: string, hash: string, body: string): string {
  return `// Made by schedc from ${printableLine(source)}; change that file and run \`schedc build\`. sha256:${hash}${lineEnd(body)}${body}`;
}

/** Undefined when the text does not begin as a module of ours: then it is not ours to touch. */
export function readBanner(text: string): Banner | undefined {
  const end = text.indexOf("\n");
  const [, source, hash] = shape.exec(text.slice(0, end).replace(/\r$/, "")) ?? [];
  return source === undefined || hash === undefined ? undefined : { source, hash, body: text.slice(end + 1) };
}

/** What the source may be called: a name that could not stand in the line as it is stands there with escapes. */
export function sourceNames({ source }: Banner): readonly string[] {
  return [...new Set([source, fromPrintableLine(source)])];
}

/** Whether a module is as it was written. */
export function isUnedited(banner: Banner): boolean {
  return isIntact(banner.hash, banner.body);
}

/** The style may want CRLF. */
function lineEnd(body: string): string {
  return /^[^\n]*\r\n/.test(body) ? "\r\n" : "\n";
}
