/** Doc comments of a source made fit to stand in the module. */
import { printable } from "../../../dsl/index.ts";

// What shows nothing of itself. Joiners stay: emoji are made with them.
const invisible =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2060-\u2065\u3164\uffa0\ufff9-\ufffb]/g;

/** The lines of a doc comment: nothing in them can end the comment, direct a compiler, or hide. */
export function docLines(doc: string): string[] {
  const lines = printable(doc.toWellFormed().replace(/\r\n?/g, "\n").trim())
    .replace(invisible, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`)
    .replaceAll("*/", "*\\/")
    .replace(/<(?=\/script|!--|script)/gi, "<\\")
    .replace(/@(?=ts-)/g, "\\@")
    .split("\n");
  return lines.map((line) => line.trimEnd());
}

/** A JSDoc comment as code: one line where the text is one line. */
export function docComment(doc: string): string {
  const [first = "", ...rest] = docLines(doc);
  if (rest.length === 0) return `/** ${first} */`;
  return ["/**", ...[first, ...rest].map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}
