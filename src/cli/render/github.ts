/** Findings as the commands that GitHub's runners turn into annotations. */
import { type Diagnostic, printable } from "../../dsl/index.ts";
import { createPositions } from "./positions.ts";

const level = { error: "error", warning: "warning", info: "notice" } as const;

export function renderGithub(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>): string {
  const range = createPositions(sources);
  return diagnostics
    .map(({ code, severity, message, file, span, help }) => {
      const { start, end } = range(file, span);
      // A column range only counts within one line.
      const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
      const properties = { file, line: start.line, endLine: end.line, ...columns, title: code };
      const text = help === undefined ? message : `${message}\n${help}`;
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${level[severity]} ${list.join(",")}::${data(text)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return printable(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
