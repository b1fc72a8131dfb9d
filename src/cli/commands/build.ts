/** `schedc build`: modules onto the disk, or what a build would change. */
import { createTypeSession, type TypeSession, tooling } from "../../compiler/index.ts";
import { printableLine } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import { type AnalyzedProject, analyzeProject } from "../analyze-project.ts";
import { exitCode } from "../exit-code.ts";
import type { Call } from "../options.ts";
import { inputName, openProject, type Project } from "../project.ts";
import { counted, countedFindings, exitOf, reportFindings, shownFindings } from "../report.ts";
import { repeatOnChange } from "../watch.ts";

export async function run(call: Call): Promise<number> {
  const { options } = call;
  if (options.watch !== true) return await buildOnce(call);
  if (options.check === true) {
    throw new SchedcError("--watch writes what --check only looks at; leave one of them out", { code: "cli/build" });
  }
  // One session for all rounds: what is known of the tasks' types is kept, and only what changed is read anew.
  const types = createTypeSession();
  await repeatOnChange(call, () => buildOnce(call, types));
  return exitCode.clean;
}

async function buildOnce(call: Call, types?: TypeSession): Promise<number> {
  const { options } = call;
  const project = await openProject(call);
  if (Object.hasOwn(project.files, inputName)) {
    throw new SchedcError("a module stands beside its file, and the standard input has no place; name a file", {
      code: "cli/build",
    });
  }
  const analyzed = await analyzeProject(project, { tasks: true, ...(types && { types }) });
  const before = analyzed.diagnostics;
  const wrong = before.some(({ severity }) => severity === "error");
  const result = wrong ? nothing : await build(project, analyzed, call);
  const texts = { ...project.texts, ...result.texts };
  const found = shownFindings([...before, ...result.diagnostics], texts, project.shown);
  const named = (names: readonly string[]): string[] => names.map(project.shown);
  reportFindings(found, call, {
    written: named(result.written),
    unchanged: named(result.unchanged),
    removed: named(result.removed),
  });
  if (options.format === "pretty" && !options.quiet)
    summarize(result, project, countedFindings(found.diagnostics), wrong, call);
  return exitOf(found.diagnostics, options.maxWarnings);
}

const nothing: tooling.BuildResult = { diagnostics: [], texts: {}, written: [], unchanged: [], removed: [] };

async function build(
  project: Project,
  { plan, files, types }: AnalyzedProject,
  { options, terminal }: Call,
): Promise<tooling.BuildResult> {
  const { root, host, config } = project;
  const outDir = typeof options.outDir === "string" ? tooling.joinPath(terminal.cwd, options.outDir) : undefined;
  if (outDir !== undefined && !tooling.isWithin(outDir, root)) {
    throw new SchedcError(`--out-dir: ${outDir} is outside ${root}`, { code: "cli/out-dir" });
  }
  const how = {
    host,
    root,
    config,
    types,
    check: options.check === true,
    plan: options.emit === "plan",
    ...(outDir !== undefined && { outDir: tooling.relativePath(root, outDir) }),
  };
  const modules = await tooling.buildModules(
    plan,
    files.map(({ side }) => side),
    how,
  );
  const orphans = await tooling.removeOrphans(project.folders, how);
  return {
    diagnostics: [...modules.diagnostics, ...orphans.diagnostics],
    texts: { ...modules.texts, ...orphans.texts },
    written: modules.written,
    unchanged: modules.unchanged,
    removed: orphans.removed,
  };
}

function summarize(
  { written, unchanged, removed }: tooling.BuildResult,
  { shown }: Project,
  complaints: string | undefined,
  wrong: boolean,
  { options, terminal }: Call,
): void {
  for (const file of written) terminal.err(`wrote ${printableLine(shown(file))}\n`);
  for (const file of removed) terminal.err(`removed ${printableLine(shown(file))}\n`);
  if (wrong) terminal.err(`${complaints}; nothing was written\n`);
  else if (complaints !== undefined) terminal.err(`${complaints}\n`);
  else if (written.length === 0 && removed.length === 0) {
    terminal.err(
      `${counted(unchanged.length, "file")} up to date${options.check === true ? "" : ", nothing to write"}\n`,
    );
  }
}
