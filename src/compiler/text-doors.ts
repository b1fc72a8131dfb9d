/** What tools do with one text alone: its tree, and its canonical form. */
import * as dsl from "../dsl/index.ts";
import { inFile } from "./in-file.ts";

/** All of them may be left out. */
export interface TextOptions {
  /** What the text is called in findings. */
  readonly file?: string;
  readonly limits?: Partial<dsl.Limits>;
}

/** A text read. */
export interface ParsedText {
  readonly tree: dsl.FileNode;
  readonly diagnostics: readonly dsl.Diagnostic[];
}

/** Never throws for what a text holds; a broken statement is missing from the tree. */
export function parse(text: string, { file = "text.sched", limits = {} }: TextOptions = {}): ParsedText {
  const { file: tree, findings } = dsl.parse(text, limits);
  return { tree, diagnostics: findings.map((found) => inFile(file, found)) };
}

/** A text in its canonical form. */
export interface FormattedText {
  /** Statements that cannot be read stand in it as written. */
  readonly text: string;
  readonly diagnostics: readonly dsl.Diagnostic[];
}

/** Formatting what was formatted changes nothing, and never what a text means. */
export function format(text: string, { file = "text.sched", limits = {} }: TextOptions = {}): FormattedText {
  const formatted = dsl.format(text, limits);
  return { text: formatted.text, diagnostics: formatted.findings.map((found) => inFile(file, found)) };
}
