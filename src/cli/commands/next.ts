/** `schedc next`: the fires to come. */
import type { PlanJob } from "../../compiler/index.ts";
import { nearest, printable, printableLine } from "../../dsl/index.ts";
import { isoInstant, SchedcError } from "../../runtime/model/index.ts";
import { type AnalyzedProject, analyzeProject } from "../analyze-project.ts";
import { exitCode } from "../exit-code.ts";
import { firesOfJob, type JobFires, type Span } from "../fires-of-job.ts";
import { parseInstant, requireZone } from "../instant.ts";
import { lengthText, localText } from "../local-text.ts";
import type { Call } from "../options.ts";
import { openProject, type Project } from "../project.ts";
import { createStyle, type Style } from "../render/index.ts";
import { json, reportAbove, shownFindings } from "../report.ts";
import { wantsColor } from "../terminal.ts";

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const zone = typeof options.in === "string" ? requireZone(options.in, "--in") : undefined;
  const span = spanOf(call, zone);
  const project = await openProject(call);
  const analyzed = await analyzeProject(project);
  const errors = analyzed.diagnostics.filter(({ severity }) => severity === "error");
  reportAbove(shownFindings(errors, project.texts, project.shown), call);
  const jobs = chosen(analyzed, options.job).map((job) => firesOfJob(job, span));
  terminal.out(
    options.format === "json"
      ? json({ version: 1, jobs: jobs.map((one) => jsonOf(one, zone, project)) })
      : jobs.map((one) => textOf(one, zone, project, call)).join("\n"),
  );
  return errors.length > 0 ? exitCode.findings : exitCode.clean;
}

function spanOf({ options, terminal }: Call, zone: string | undefined): Span {
  const { after, until, count } = options;
  const from = typeof after === "string" ? parseInstant(after, "--after", zone) : terminal.now();
  const to = typeof until === "string" ? parseInstant(until, "--until", zone) : undefined;
  if (to !== undefined && to < from) {
    throw new SchedcError("--until lies before --after", { code: "cli/span" });
  }
  return { after: from, limit: typeof count === "number" ? count : 10, ...(to !== undefined && { until: to }) };
}

/** The jobs in the order of their files; those named where any are. */
function chosen({ plan, files }: AnalyzedProject, ids: unknown): readonly PlanJob[] {
  const byId = new Map(plan.jobs.map((job) => [job.id, job]));
  if (!Array.isArray(ids)) return files.flatMap(({ side }) => side.jobs.flatMap(({ id }) => byId.get(id) ?? []));
  return ids.map((id) => {
    const job = byId.get(String(id));
    if (job) return job;
    if (plan.templates.some(({ template }) => template === id)) {
      throw new SchedcError(`${id} is a template: its jobs have fires once an app has scheduled them`, {
        code: "cli/no-job",
      });
    }
    const near = nearest(String(id), byId.keys());
    const known = `there ${byId.size === 1 ? "is" : "are"} ${[...byId.keys()].join(", ") || "none"}`;
    const rather = near === undefined ? known : `did you mean ${near}?`;
    throw new SchedcError(`there is no job ${id}; ${rather}`, { code: "cli/no-job" });
  });
}

function jsonOf(
  { job, zone: own, fires, starts, ended, note }: JobFires,
  zone: string | undefined,
  { shown }: Project,
): object {
  return {
    id: job.id,
    file: shown(job.source),
    zone: zone ?? own,
    fires: fires.map(isoInstant),
    ended,
    ...(starts && { starts: starts.map(isoInstant) }),
    ...(note !== undefined && { note }),
  };
}

function textOf(fires: JobFires, inZone: string | undefined, { shown }: Project, { options, terminal }: Call): string {
  const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
  const { job, note } = fires;
  const zone = inZone ?? fires.zone;
  // A clock is named where there are times to read on it.
  const about = [shown(job.source), ...(note === undefined || fires.fires.length > 0 ? [zone] : [])];
  const title = `${style.strong(printable(job.id))}  ${style.faint(printableLine(about.join("  ")))}`;
  return `${[title, ...lines(fires, zone, style)].join("\n")}\n`;
}

function lines({ fires, starts, ended, note }: JobFires, zone: string, style: Style): string[] {
  const times = fires.map((at, index) => {
    const delay = (starts?.[index] ?? at) - at;
    return `  ${localText(at, zone)}${delay > 0 ? style.faint(`  starts ${lengthText(delay)} later`) : ""}`;
  });
  if (note !== undefined) return [...times, `  ${note}`];
  if (times.length > 0) return ended ? [...times, `  ${style.faint("no more after that")}`] : times;
  return [ended ? "  never again" : "  none in this span"];
}
