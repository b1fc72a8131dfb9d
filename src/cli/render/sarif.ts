/** Findings as SARIF 2.1.0, for code scanning. */
import { type Diagnostic, type Edit, registry } from "../../dsl/index.ts";
import { createPositions, type Range } from "./positions.ts";

const level = { error: "error", warning: "warning", info: "note" } as const;

export function sarifReport(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  version: string,
): object {
  const range = createPositions(sources);
  const place = (file: string, span: Diagnostic["span"], message?: string): object => ({
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(range(file, span)) },
    ...(message !== undefined && { message: { text: message } }),
  });
  const replacement = (file: string, { span, text }: Edit): object => ({
    deletedRegion: region(range(file, span)),
    insertedContent: { text },
  });
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "schedc", semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map(({ code, severity, message, file, span, help, related = [], fixes = [] }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: level[severity],
          message: { text: help === undefined ? message : `${message}\n${help}` },
          locations: [place(file, span)],
          ...(related.length > 0 && {
            relatedLocations: related.map((one) => place(one.file, one.span, one.message)),
          }),
          ...(fixes.length > 0 && {
            fixes: fixes.map(({ title, edits }) => ({
              description: { text: title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(file) },
                  replacements: edits.map((edit) => replacement(file, edit)),
                },
              ],
            })),
          }),
        })),
      },
    ],
  };
}

function ruleOf(code: string): object {
  const entry: { readonly why: string } | undefined = Object.entries(registry).find(([name]) => name === code)?.[1];
  return { id: code, ...(entry && { fullDescription: { text: entry.why } }) };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function uriOf(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}
