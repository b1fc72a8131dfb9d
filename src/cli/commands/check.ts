/** `schedc check`: all findings of files, and the safe fixes applied where asked. */
import { createTypeSession, type Diagnostic } from "../../compiler/index.ts";
import { applySafeFixes } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import { analyzeProject } from "../analyze-project.ts";
import { parseInstant } from "../instant.ts";
import type { Call } from "../options.ts";
import { inputName, openProject, type Project } from "../project.ts";
import { counted, countedFindings, exitOf, reportFindings, shownFindings } from "../report.ts";

/** Fixes may make room for others; more rounds than this would be a fix that undoes another. */
const rounds = 10;

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const now = typeof options.now === "string" ? parseInstant(options.now, "--now") : undefined;
  const project = await openProject(call);
  const outcome = options.fix === true ? await fixed(project, now) : await unfixed(project, now);
  const texts = { ...project.texts, ...outcome.files };
  const found = shownFindings(outcome.diagnostics, texts, project.shown);
  reportFindings(found, call);
  if (!options.quiet && options.format === "pretty") {
    const files = counted(Object.keys(project.files).length, "file");
    const repaired = outcome.fixes === 0 ? "" : `, ${counted(outcome.fixes, "fix", "fixes")} applied`;
    terminal.err(`${countedFindings(found.diagnostics) ?? "nothing to complain about"} in ${files}${repaired}\n`);
  }
  return exitOf(found.diagnostics, options.maxWarnings);
}

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** As they are in the end. */
  readonly files: Project["files"];
  /** So many were applied. */
  readonly fixes: number;
}

async function unfixed(project: Project, now: number | undefined): Promise<Outcome> {
  const { diagnostics } = await analyzeProject(project, { now, tasks: true });
  return { diagnostics, files: project.files, fixes: 0 };
}

async function fixed(project: Project, now: number | undefined): Promise<Outcome> {
  if (Object.hasOwn(project.files, inputName)) {
    throw new SchedcError("--fix has no file to change: the text comes from the standard input", { code: "cli/fix" });
  }
  let files = project.files;
  let fixes = 0;
  const types = createTypeSession();
  let { diagnostics } = await analyzeProject(project, { files, now, tasks: true, types });
  for (let round = 0; round < rounds; round++) {
    const results = Object.entries(files).map(([name, text]) => {
      return [
        name,
        applySafeFixes(
          text,
          diagnostics.filter((one) => one.file === name),
        ),
      ] as const;
    });
    const applied = results.reduce((sum, [, { applied: n }]) => sum + n, 0);
    if (applied === 0) break;
    fixes += applied;
    files = Object.fromEntries(results.map(([name, { text }]) => [name, text]));
    ({ diagnostics } = await analyzeProject(project, { files, now, tasks: true, types }));
  }
  for (const [name, text] of Object.entries(files)) {
    if (text !== project.files[name]) await project.host.writeFile(name, text);
  }
  return { files, fixes, diagnostics };
}
