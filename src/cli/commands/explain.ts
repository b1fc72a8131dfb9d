/** `schedc explain`: what files or a sentence mean, in words and in fire times. */
import { explain, tooling } from "../../compiler/index.ts";
import { isoInstant } from "../../runtime/model/index.ts";
import { analyzeProject } from "../analyze-project.ts";
import { exitCode } from "../exit-code.ts";
import { type ExplainedJob, type ExplainedTemplate, explanationText, templateText } from "../explanation-text.ts";
import { parseInstant } from "../instant.ts";
import { createNodeHost } from "../node-host.ts";
import type { Call } from "../options.ts";
import { openProject } from "../project.ts";
import { createStyle } from "../render/index.ts";
import { type Findings, findingsMembers, json, reportAbove, shownFindings } from "../report.ts";
import { wantsColor } from "../terminal.ts";

/** What a sentence is called in findings. */
const sentenceName = "<sentence>";

interface Explained {
  readonly found: Findings;
  readonly jobs: readonly ExplainedJob[];
  readonly templates: readonly ExplainedTemplate[];
}

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const after = typeof options.after === "string" ? parseInstant(options.after, "--after") : terminal.now();
  const sentence = await sentenceOf(call);
  const { found, jobs, templates } =
    sentence === undefined ? await ofFiles(call, after) : await ofSentence(sentence, after);
  const { diagnostics } = found;
  const wrong = diagnostics.some(({ severity }) => severity === "error");
  if (options.format === "json") {
    terminal.out(
      json({
        version: 1,
        jobs: jobs.map(jsonOf),
        ...(templates.length > 0 && { templates }),
        ...findingsMembers(found),
      }),
    );
  } else {
    reportAbove(found, call);
    const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
    const texts = [
      ...jobs.map((job) => explanationText(job, style)),
      ...templates.map((template) => templateText(template, style)),
    ];
    terminal.out(texts.join("\n"));
  }
  return wrong ? exitCode.findings : exitCode.clean;
}

/** Arguments that are no path are one sentence, quoted or not. */
async function sentenceOf({ paths, terminal }: Call): Promise<string | undefined> {
  const [first] = paths;
  if (first === undefined || !/\s|^(?:every|once|after|cron|custom)$/.test(first.trim())) return undefined;
  const kind = await createNodeHost(terminal.cwd).kindOf(first);
  return kind === undefined ? paths.join(" ") : undefined;
}

async function ofSentence(sentence: string, after: number): Promise<Explained> {
  const { diagnostics, jobs, templates } = await explain(sentence, { after, file: sentenceName });
  const found = shownFindings(diagnostics, { [sentenceName]: sentence }, (name) => name);
  return { found, jobs, templates };
}

async function ofFiles(call: Call, after: number): Promise<Explained> {
  const project = await openProject(call);
  const { diagnostics, files } = await analyzeProject(project);
  const jobs = files.flatMap(({ side, jobs: lowered }) =>
    lowered.map(({ job, side: about }) => ({
      ...tooling.explainJob(job, about.says, { after }),
      file: project.shown(side.file),
      ...(about.doc !== undefined && { doc: about.doc }),
    })),
  );
  const templates = files.flatMap(({ side, templates: lowered }) =>
    lowered.map(({ template, side: about }) => ({
      ...tooling.explainTemplate(template, about.says),
      file: project.shown(side.file),
      ...(about.doc !== undefined && { doc: about.doc }),
    })),
  );
  return { found: shownFindings(diagnostics, project.texts, project.shown), jobs, templates };
}

function jsonOf({ first, last, next, silence, ...rest }: ExplainedJob): object {
  return {
    ...rest,
    ...(first !== undefined && { first: isoInstant(first) }),
    ...(last !== undefined && { last: isoInstant(last) }),
    ...(silence && { silence: { length: silence.length, after: isoInstant(silence.after) } }),
    next: next.map(isoInstant),
  };
}
