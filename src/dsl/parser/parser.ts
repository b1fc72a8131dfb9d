/** The one parser: Chevrotain analyses the grammar when it is made, so it is made once and when first needed. */
import { SchedParser } from "./productions/files.ts";

let parser: SchedParser | undefined;

export function theParser(): SchedParser {
  parser ??= new SchedParser({ validate: false });
  return parser;
}
