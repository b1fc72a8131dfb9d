/**
 * Strings stand on one line between double quotes. Other quotes and a missing closing quote are read as strings too and
 * become a finding when the string is resolved, so that one wrong quote is one mistake.
 */
import type { IToken } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import { spanOf } from "./spans.ts";

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "\u201c": '\u201c\u201d"',
  "\u201d": '\u201d"',
  "\u2018": "\u2018\u2019'",
  "\u2019": "\u2019'",
};

/** The string that begins at this offset: to its closing quote, else to the end of its line. */
export function scanString(text: string, offset: number): [string] | null {
  const closing = closers[text.charAt(offset)];
  if (closing === undefined) return null;
  let at = offset + 1;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === "\n" || c === "\r") break;
    if (closing.includes(c)) return [text.slice(offset, at + 1)];
    const next = text.charAt(at + 1);
    at += c === "\\" && next !== "\n" && next !== "\r" ? 2 : 1;
  }
  return [text.slice(offset, Math.min(at, text.length))];
}

/** Whether a string as written ends with a quote that closes it. */
export function isClosed(image: string): boolean {
  const closing = closers[image.charAt(0)] ?? "";
  if (image.length < 2 || !closing.includes(image.charAt(image.length - 1))) return false;
  let slashes = 0;
  for (let i = image.length - 2; i > 0 && image.charAt(i) === "\\"; i--) slashes++;
  return slashes % 2 === 0;
}

/** The finding about a string without its closing quote. */
export function unterminatedString(token: IToken): Finding {
  const span = spanOf(token);
  const rest = token.image.slice(1).trimEnd().replace(/\\$/, "");
  const text = `"${rest.replaceAll('"', '\\"')}"`;
  return finding(
    "syntax/unterminated-string",
    span,
    {},
    {
      fixes: [{ title: "close it at the end of the line", edits: [{ span, text }], applicability: "unsafe" }],
    },
  );
}
