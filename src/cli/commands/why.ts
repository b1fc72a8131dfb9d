/** `schedc why`: what made a job fire at an instant, move, merge or stay away. */
import { tooling } from "../../compiler/index.ts";
import { printable } from "../../dsl/index.ts";
import { startDelay } from "../../runtime/index.ts";
import { isoInstant, SchedcError } from "../../runtime/model/index.ts";
import { type AnalyzedProject, analyzeProject } from "../analyze-project.ts";
import { exitCode } from "../exit-code.ts";
import { zoneOfTrigger } from "../fires-of-job.ts";
import { parseInstant, requireZone } from "../instant.ts";
import { lengthText, localText } from "../local-text.ts";
import type { Call } from "../options.ts";
import { openProject } from "../project.ts";
import { createPositions, createStyle, type Style } from "../render/index.ts";
import { json, reportAside, shownFindings } from "../report.ts";
import { wantsColor } from "../terminal.ts";

type Lowered = AnalyzedProject["files"][number]["jobs"][number];

/** An answer with what is printed around it. */
interface Answer {
  readonly why: tooling.Why;
  readonly file: string;
  readonly text: string;
  /** How much later a run starts than it fires. */
  readonly delay: number;
}

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const [id = "", instant = "", ...paths] = call.paths;
  const project = await openProject({ ...call, paths });
  const analyzed = await analyzeProject(project);
  const errors = analyzed.diagnostics.filter(({ severity }) => severity === "error");
  reportAside(shownFindings(errors, project.texts, project.shown), call);
  const lowered = jobNamed(id, analyzed);
  const { trigger, policy, source } = lowered.job;
  const zone = typeof options.in === "string" ? requireZone(options.in, "--in") : undefined;
  const at = parseInstant(instant, "INSTANT", zone ?? zoneOfTrigger(trigger) ?? lowered.context.zone);
  const why = tooling.whyAt(lowered, at);
  const delay = why.fires ? startDelay(id, policy, at) : 0;
  const answer: Answer = { why, file: project.shown(source), text: project.texts[source] ?? "", delay };
  const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
  terminal.out(options.format === "json" ? json(jsonOf(answer, zone)) : textOf(answer, zone, style));
  return errors.length > 0 ? exitCode.findings : exitCode.clean;
}

function jobNamed(id: string, { files }: AnalyzedProject): Lowered {
  const all = files.flatMap(({ jobs }) => jobs);
  const found = all.find(({ job }) => job.id === id);
  if (found) return found;
  const known = all.map(({ job }) => job.id).join(", ");
  throw new SchedcError(`there is no job ${id}; there ${all.length === 1 ? "is" : "are"} ${known || "none"}`, {
    code: "cli/no-job",
  });
}

function jsonOf({ why, file, text, delay }: Answer, zone: string | undefined): object {
  const { instant, before, after, triggers, policies, fires, ...rest } = why;
  const placeIn = createPositions(new Map([[file, text]]));
  const reason = ({ kind, text: words, span }: tooling.Reason): object => ({
    kind,
    text: words,
    clause: text.slice(span.start, span.end),
    file,
    range: placeIn(file, span),
  });
  return {
    version: 1,
    ...rest,
    zone: zone ?? why.zone,
    file,
    instant: isoInstant(instant),
    fires: fires ?? null,
    triggers: triggers.map((one) => ({
      sentence: one.sentence,
      fires: one.fires ?? null,
      reasons: one.reasons.map(reason),
    })),
    policies: policies.map(reason),
    ...(delay > 0 && { starts: isoInstant(instant + delay) }),
    ...(before !== undefined && { before: isoInstant(before) }),
    ...(after !== undefined && { after: isoInstant(after) }),
  };
}

function textOf({ why, file, text, delay }: Answer, inZone: string | undefined, style: Style): string {
  const zone = inZone ?? why.zone;
  const placeIn = createPositions(new Map([[file, text]]));
  const verdict =
    why.fires === undefined ? "it cannot be known whether it fires" : why.fires ? "it fires" : "it does not fire";
  const reasonLine = ({ text: words, span }: tooling.Reason): string => {
    const { line, column } = placeIn(file, span).start;
    return `    ${printable(words)}  ${style.faint(`${printable(file)}:${line}:${column}`)}`;
  };
  const lines = [
    `${style.strong(printable(why.id))}  ${style.faint(`${printable(file)}  ${zone}`)}`,
    `  ${localText(why.instant, zone)}: ${verdict}${delay > 0 ? `, and starts ${lengthText(delay)} later` : ""}`,
    ...why.triggers.flatMap((one) => [`  ${style.code(printable(one.sentence))}`, ...one.reasons.map(reasonLine)]),
    ...(why.policies.length === 0 ? [] : ["  then", ...why.policies.map(reasonLine)]),
    ...(why.before === undefined ? [] : [`  ${style.faint("before")}  ${localText(why.before, zone)}`]),
    ...(why.after === undefined ? [] : [`  ${style.faint("after ")}  ${localText(why.after, zone)}`]),
  ];
  return `${lines.join("\n")}\n`;
}
