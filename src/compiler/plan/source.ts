/** A file of the build, read: what lowering and analysis work on. */
import type { FileNode, Finding } from "../../dsl/index.ts";

/** Read once, looked at by every later phase. */
export interface Source {
  /** As given to the compiler. */
  readonly name: string;
  readonly text: string;
  readonly file: FileNode;
  /** What the parser and the checks found, in the order of the text. */
  readonly findings: readonly Finding[];
}
