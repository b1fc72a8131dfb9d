/** The compiler's view of a project: everything analyzed, and of that what was asked for. */
import { type Diagnostic, type Plan, type TypeSession, tooling } from "../compiler/index.ts";
import type { Project } from "./project.ts";

export interface AnalyzedProject {
  /** Of the config and the files; of files that were only imported the errors, for nothing can be built with them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of all files together. */
  readonly plan: Plan;
  /** The files that were asked for. */
  readonly files: tooling.Analyzed["built"]["files"];
  /** What is known of their calls from the types of their tasks. */
  readonly types: tooling.Analyzed["types"];
}

/** `files` are texts instead of those of the project; `tasks` asks for calls to be held against their types. */
export async function analyzeProject(
  project: Project,
  {
    files = project.files,
    now,
    tasks = false,
    types,
  }: {
    readonly files?: Project["files"];
    readonly now?: number | undefined;
    readonly tasks?: boolean;
    readonly types?: TypeSession;
  } = {},
): Promise<AnalyzedProject> {
  const { root, host, config, around } = project;
  const all = { ...files, ...around };
  const {
    diagnostics,
    built,
    types: facts,
  } = await tooling.analyzed(
    { files: all, root, host, config, ...(now !== undefined && { now }), ...(types && { types }) },
    { tasks },
  );
  const asked = (file: string): boolean => Object.hasOwn(files, file);
  const told = diagnostics.filter(({ file, severity }) => asked(file) || severity === "error");
  return {
    diagnostics: [...project.findings, ...told],
    plan: built.plan,
    files: built.files.filter(({ side }) => asked(side.file)),
    types: facts,
  };
}
