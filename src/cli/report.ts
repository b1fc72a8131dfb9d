/** Findings on their way out: named from the working directory, ordered, in the format that was asked for. */
import { type Diagnostic, printableJson } from "../dsl/index.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Call } from "./options.ts";
import {
  type FindingsReport,
  findingsReport,
  type PrettyOptions,
  renderGithub,
  renderPretty,
  sarifReport,
  summaryOf,
} from "./render/index.ts";
import { type Terminal, wantsColor } from "./terminal.ts";
import { version } from "./version.ts";

/** What was found, under the names that are shown. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Names shown instead of names from the root, by file and place. */
export function shownFindings(
  diagnostics: readonly Diagnostic[],
  sources: Readonly<Record<string, string>>,
  shown: (name: string) => string,
): Findings {
  const renamed = diagnostics.map((one) => ({
    ...one,
    file: shown(one.file),
    ...(one.related && { related: one.related.map((place) => ({ ...place, file: shown(place.file) })) }),
  }));
  return {
    diagnostics: renamed.sort(
      (a, b) =>
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.span.start - b.span.start || a.span.end - b.span.end,
    ),
    sources: new Map(Object.entries(sources).map(([name, text]) => [shown(name), text])),
  };
}

/** Prints findings as the result of a command; `extra` are further members of the JSON object. */
export function reportFindings(
  { diagnostics, sources }: Findings,
  { options, terminal }: Call,
  extra: object = {},
): void {
  if (options.format === "json") terminal.out(json({ ...findingsReport(diagnostics, sources), ...extra }));
  else if (options.format === "github") terminal.out(renderGithub(diagnostics, sources));
  else if (options.format === "sarif") terminal.out(json(sarifReport(diagnostics, sources, version)));
  else terminal.out(renderPretty(diagnostics, sources, prettyOptions(options, terminal, terminal.stdout)));
}

/** Prints findings beside a result that stands on the standard output. */
export function reportAside({ diagnostics, sources }: Findings, { options, terminal }: Call): void {
  if (diagnostics.length === 0) return;
  terminal.err(renderPretty(diagnostics, sources, prettyOptions(options, terminal, terminal.stderr)));
}

/** The same above a result, from which a blank line parts it. */
export function reportAbove(found: Findings, call: Call): void {
  reportAside(found, call);
  if (found.diagnostics.length > 0) call.terminal.err("\n");
}

function prettyOptions({ color }: Call["options"], { env }: Terminal, stream: Terminal["stdout"]): PrettyOptions {
  const width = stream.columns;
  return { color: wantsColor(color, stream, env), ...(width !== undefined && { width }) };
}

/** The members that findings are in every JSON object. */
export function findingsMembers({ diagnostics, sources }: Findings): Omit<FindingsReport, "version"> {
  const { diagnostics: found, summary } = findingsReport(diagnostics, sources);
  return { diagnostics: found, summary };
}

/** `1 error, 2 warnings`; undefined where there are neither. */
export function countedFindings(diagnostics: readonly Diagnostic[]): string | undefined {
  const { errors, warnings } = summaryOf(diagnostics);
  const parts = [plural(errors, "error"), plural(warnings, "warning")].filter((one) => one !== undefined);
  return parts.length === 0 ? undefined : parts.join(", ");
}

function plural(n: number, noun: string): string | undefined {
  return n === 0 ? undefined : counted(n, noun);
}

/** `1 file`, `2 files`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Errors fail; warnings fail beyond what `--max-warnings` allows. */
export function exitOf(diagnostics: readonly Diagnostic[], maxWarnings: unknown): ExitCode {
  const { errors, warnings } = summaryOf(diagnostics);
  const tooMany = typeof maxWarnings === "number" && warnings > maxWarnings;
  return errors > 0 || tooMany ? exitCode.findings : exitCode.clean;
}

export function json(value: object): string {
  return `${printableJson(JSON.stringify(value, null, 2))}\n`;
}
