/** Findings for programs: one object, its shape a contract. */
import type { Diagnostic } from "../../dsl/index.ts";
import { createPositions, type Range } from "./positions.ts";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
}

export interface FindingsReport {
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: Summary;
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly help?: string;
  readonly related?: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly applicability: "safe" | "unsafe";
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  }[];
}

export function findingsReport(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): FindingsReport {
  const range = createPositions(sources);
  return {
    version: 1,
    diagnostics: diagnostics.map(({ code, severity, message, file, span, help, related, fixes = [] }) => ({
      code,
      severity,
      message,
      file,
      range: range(file, span),
      ...(help !== undefined && { help }),
      ...(related && {
        related: related.map((place) => ({
          file: place.file,
          range: range(place.file, place.span),
          message: place.message,
        })),
      }),
      fixes: fixes.map(({ title, applicability, edits }) => ({
        title,
        applicability,
        edits: edits.map((edit) => ({ range: range(file, edit.span), text: edit.text })),
      })),
    })),
    summary: summaryOf(diagnostics),
  };
}

export function summaryOf(diagnostics: readonly Diagnostic[]): Summary {
  const of = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: of("error"), warnings: of("warning") };
}
