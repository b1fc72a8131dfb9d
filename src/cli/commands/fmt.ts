/** `schedc fmt`: files in the one canonical form. */
import { createTwoFilesPatch } from "diff";
import { type Config, type Diagnostic, format, tooling } from "../../compiler/index.ts";
import { printable, printableLine } from "../../dsl/index.ts";
import { exitCode } from "../exit-code.ts";
import { createNodeHost } from "../node-host.ts";
import type { Call } from "../options.ts";
import { inputName, openProject, type Project } from "../project.ts";
import { createStyle } from "../render/index.ts";
import { counted, findingsMembers, json, reportAside, shownFindings } from "../report.ts";
import { wantsColor } from "../terminal.ts";

interface FormattedFile {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly errors: readonly Diagnostic[];
}

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const input = typeof options.stdinFilepath === "string" ? options.stdinFilepath : undefined;
  const project = input === undefined ? await openProject(call) : await inputAs(input, call);
  const files = Object.entries(project.files).map(([name, text]) => formatted(name, text, project.config));
  const dry = options.check === true || options.diff === true;
  const piped = (name: string): boolean => name === inputName || input !== undefined;
  for (const { name, before, after, errors } of files) {
    if (dry || (before === after && !piped(name)) || errors.length > 0) continue;
    if (piped(name)) terminal.out(options.format === "json" ? "" : after);
    else await project.host.writeFile(name, after);
  }
  report(files, project, dry, call);
  const unformatted = files.some(({ before, after }) => before !== after);
  const broken = files.some(({ errors }) => errors.length > 0);
  const misconfigured = project.findings.some(({ severity }) => severity === "error");
  return broken || misconfigured || (dry && unformatted) ? exitCode.findings : exitCode.clean;
}

function formatted(name: string, before: string, { limits = {} }: Config): FormattedFile {
  const { text, diagnostics } = format(before, { file: name, limits });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // A file with errors is left alone: what could not be read has no canonical form yet.
  return { name, before, after: errors.length > 0 ? before : text, errors };
}

type Sources = Pick<Project, "files" | "texts" | "config" | "findings" | "host" | "shown">;

/** The standard input under the name of a file, which need not be there yet; the config is that file's. */
async function inputAs(path: string, { options, terminal }: Call): Promise<Sources> {
  const { cwd } = terminal;
  const files = { [path]: await terminal.readInput() };
  const host = createNodeHost(cwd);
  const folder = tooling.dirname(tooling.joinPath(cwd, path));
  const { config } = await tooling.loadConfig(host, folder, options.config && tooling.joinPath(cwd, options.config));
  return { files, texts: files, config, findings: [], host, shown: (name) => name };
}

function report(files: readonly FormattedFile[], project: Sources, dry: boolean, call: Call): void {
  const { options, terminal } = call;
  const found = shownFindings(
    [...project.findings, ...files.flatMap(({ errors }) => errors)],
    project.texts,
    project.shown,
  );
  const changed = files.filter(({ before, after }) => before !== after);
  if (options.format === "json") {
    const listed = files.map(({ name, before, after, errors }) => ({
      file: project.shown(name),
      changed: before !== after,
      formatted: errors.length === 0,
      ...((name === inputName || options.stdinFilepath !== undefined) && { text: after }),
    }));
    terminal.out(json({ version: 1, files: listed, ...findingsMembers(found) }));
    return;
  }
  if (options.diff === true) for (const file of changed) terminal.out(difference(file, project.shown(file.name), call));
  else if (dry) for (const { name } of changed) terminal.out(`${printableLine(project.shown(name))}\n`);
  reportAside(found, call);
  if (!options.quiet && !options.stdinFilepath && files.every(({ name }) => name !== inputName)) {
    terminal.err(summary(files, changed, dry, project));
  }
}

function summary(
  files: readonly FormattedFile[],
  changed: readonly FormattedFile[],
  dry: boolean,
  { shown }: Sources,
): string {
  const broken = files.filter(({ errors }) => errors.length > 0);
  const left = broken.map(({ name }) => `left ${printableLine(shown(name))} as it is, for its errors\n`).join("");
  if (dry && changed.length > 0)
    return `${left}${counted(changed.length, "file")} not formatted; \`schedc fmt\` does it\n`;
  const done = changed.map(({ name }) => `formatted ${printableLine(shown(name))}\n`).join("");
  return left || done ? `${left}${done}` : `${counted(files.length, "file")} formatted already\n`;
}

function difference({ before, after }: FormattedFile, name: string, { options, terminal }: Call): string {
  const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
  const patch = createTwoFilesPatch(name, name, before, after, "", "", { context: 3 });
  const lines = patch
    .split("\n")
    // Without the two lines that a version control system would put first.
    .slice(2)
    .map((line) => {
      const shown = printable(line.replace(/\t$/, ""));
      if (line.startsWith("@@")) return style.code(shown);
      if (line.startsWith("+") && !line.startsWith("+++")) return style.added(shown);
      return line.startsWith("-") && !line.startsWith("---") ? style.removed(shown) : shown;
    });
  return lines.join("\n");
}
