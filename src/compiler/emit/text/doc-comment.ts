/** Doc comments of a source made fit to stand in the module. */
import { printable } from "../../../dsl/index.ts";

/** The lines of a doc comment: nothing in them can end the comment, direct a compiler, or hide. */
export function docLines(doc: string): string[] {
  const lines = printable(doc.replace(/\r\n?/g, "\n").trim())
    .replace(/[\u200b-\u200f\u2060-\u2065]/g, "")
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

/** Text for a `//` comment: one line, whatever it held. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, (c) => (c === "\n" ? "\\n" : "\\t"));
}
