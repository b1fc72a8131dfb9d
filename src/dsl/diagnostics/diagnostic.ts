/** A finding: plain data, returned and never thrown. */
import type { Span } from "../source/span.ts";

export type Severity = "error" | "warning" | "info";

export interface Diagnostic {
  /** `area/slug`, for ever. */
  readonly code: string;
  readonly severity: Severity;
  /** What is so, in the user's own words. */
  readonly message: string;
  /** The file's name as it was given to the compiler. */
  readonly file: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** What to do about it. */
  readonly help?: string;
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** `safe` fixes keep or restore what was meant and are what `check --fix` applies. */
  readonly applicability: "safe" | "unsafe";
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A finding before its file is known: what the pure rooms return. */
export type Finding = Omit<Diagnostic, "file" | "related"> & {
  /** `file` where it is another than the finding's own. */
  readonly related?: readonly { readonly file?: string; readonly span: Span; readonly message: string }[];
};
