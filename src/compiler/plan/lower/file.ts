/** The jobs of one file; those that have an error of their own are left out. */
import {
  type FileNode,
  type Finding,
  finding,
  type ImportNode,
  type JobPlace,
  jobsOf,
  namesOf,
  type Span,
  templatesOf,
} from "../../../dsl/index.ts";
import type { BuildView } from "../build-view.ts";
import type { Source } from "../source.ts";
import type { FileSide, SideImport } from "../types.ts";
import { type LoweredJob, lowerJob } from "./job.ts";
import { Refusal } from "./refusal.ts";
import { type LoweredTemplate, lowerTemplate } from "./template.ts";

/** What one file gave to the plan, and what its module needs beside it. */
export interface LoweredFile {
  /** In source order. */
  readonly jobs: readonly LoweredJob[];
  /** In source order. */
  readonly templates: readonly LoweredTemplate[];
  readonly side: FileSide;
  /** What no check had found, and yet has no meaning. */
  readonly findings: readonly Finding[];
}

/** A `Refusal` ends here; anything else that is thrown is a bug and goes on. */
export function lowerFile(source: Source, build: BuildView): LoweredFile {
  const findings: Finding[] = [];
  const each = <P extends JobPlace, T>(places: readonly P[], lower: (place: P) => T): readonly T[] =>
    places.flatMap((place) => {
      if (hasError(source, place.job.span)) return [];
      try {
        return [lower(place)];
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // Another error of the file says it already, perhaps where the name is declared.
        if (source.findings.every(({ severity }) => severity !== "error")) {
          findings.push(finding("trigger/no-meaning", error.span, { reason: error.message }));
        }
        return [];
      }
    });
  const jobs = each(jobsOf(source.file), (place) => lowerJob(place, source, build));
  const names = namesOf(source.file);
  const templates = each(templatesOf(source.file), (place) => lowerTemplate(place, source, names, build));
  const side = {
    file: source.name,
    imports: importsOf(source.file),
    jobs: jobs.map((job) => job.side),
    ...(templates.length > 0 && { templates: templates.map((template) => template.side) }),
  };
  return { jobs, templates, side, findings };
}

/** Whether an error lies within the statement, which then has no meaning worth a place in the plan. */
function hasError({ findings }: Source, span: Span): boolean {
  return findings.some(({ severity, span: at }) => severity === "error" && at.start < span.end && at.end >= span.start);
}

function importsOf(file: FileNode): readonly SideImport[] {
  const imports = file.statements.filter((statement): statement is ImportNode => statement.kind === "import");
  return imports.map(({ from, typeOnly, names, span }) => ({
    from: from.value,
    typeOnly,
    names: names.map(({ name, alias, star }) => ({ name: name.text, ...(alias && { alias: alias.text }), star })),
    span,
    fromSpan: from.span,
  }));
}
