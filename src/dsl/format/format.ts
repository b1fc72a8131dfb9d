/** The formatter: one order and one spelling for whatever the grammar reads. It never changes the plan. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../limits.ts";
import { type Parsed, parse } from "../parser/parse.ts";
import { createSurroundings } from "./source-entries.ts";
import { printEntries } from "./statements.ts";

export interface Formatted {
  readonly text: string;
  /** What the parser found. Statements with errors are kept as written. */
  readonly findings: readonly Finding[];
}

const byteOrderMark = "\ufeff";

/** With these not all of the file was read, or not all of its errors are known. */
const incomplete = new Set(["file/too-large", "file/too-many-findings"]);

/**
 * Formats a file: LF line ends, one newline at the end, no byte order mark. A second run changes nothing. A file beyond
 * the limits of its size or its findings is returned as it is.
 */
export function format(text: string, limits: Partial<Limits> = {}): Formatted {
  const parsed = parse(text, limits);
  const { findings } = parsed;
  if (findings.some(({ code }) => incomplete.has(code))) return { text, findings };
  if (!text.startsWith(byteOrderMark)) return { text: print(text, parsed), findings };
  const unmarked = text.slice(byteOrderMark.length);
  return { text: print(unmarked, parse(unmarked, limits)), findings };
}

function print(source: string, { file, findings }: Parsed): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  const places = errors.toSorted((a, b) => a.span.start - b.span.start);
  const around = createSurroundings(source, file.comments, places);
  const body = printEntries(around.entries(file.statements, { start: 0, end: source.length }), around, 0);
  return body === "" ? "" : `${body}\n`;
}
