/** `schedc check`: all findings of files, and the safe fixes applied where asked. */
import { type Config, type Diagnostic, tooling } from "../../compiler/index.ts";
import { applySafeFixes } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
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
  const outcome =
    options.fix === true
      ? await fixed(project, now)
      : { files: project.files, fixes: 0, ...(await look(project, project.files, now)) };
  const texts = { ...project.texts, ...outcome.files };
  const found = shownFindings([...project.findings, ...outcome.diagnostics], texts, project.shown);
  reportFindings(found, call);
  if (!options.quiet && options.format === "pretty") {
    const files = counted(Object.keys(project.files).length, "file");
    const repaired = outcome.fixes === 0 ? "" : `, ${counted(outcome.fixes, "fix").replace("fixs", "fixes")} applied`;
    terminal.err(`${countedFindings(found.diagnostics) ?? "nothing to complain about"} in ${files}${repaired}\n`);
  }
  return exitOf(found.diagnostics, options.maxWarnings);
}

interface Look {
  readonly diagnostics: readonly Diagnostic[];
}

async function look(project: Project, files: Project["files"], now: number | undefined): Promise<Look> {
  const { root, host } = project;
  const config: Config = project.config;
  return await tooling.analyzed({ files, root, host, config, ...(now !== undefined && { now }) });
}

async function fixed(
  project: Project,
  now: number | undefined,
): Promise<Look & { files: Project["files"]; fixes: number }> {
  if (Object.hasOwn(project.files, inputName)) {
    throw new SchedcError("--fix has no file to change: the text comes from the standard input", { code: "cli/fix" });
  }
  let files = project.files;
  let fixes = 0;
  let { diagnostics } = await look(project, files, now);
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
    ({ diagnostics } = await look(project, files, now));
  }
  for (const [name, text] of Object.entries(files)) {
    if (text !== project.files[name]) await project.host.writeFile(name, text);
  }
  return { files, fixes, diagnostics };
}
