/** The meaning of a job as people read it. */
import type { JobExplanation, TemplateExplanation } from "../compiler/index.ts";
import { printable, printableLine } from "../dsl/index.ts";
import { lengthText, localText } from "./local-text.ts";
import type { Style } from "./render/index.ts";

export interface ExplainedJob extends JobExplanation {
  readonly file?: string;
  readonly doc?: string;
}

export interface ExplainedTemplate extends TemplateExplanation {
  readonly file?: string;
  readonly doc?: string;
}

export function explanationText(job: ExplainedJob, style: Style): string {
  const { id, file, doc, sentence, words, zone, first, last, perDay, counts, silence, next, clockChanges, cron } = job;
  return described({ title: id, file, doc }, style, [
    ["says", [style.code(printable(sentence))]],
    ["means", words.map(printable)],
    ["first", first === undefined ? [] : [localText(first, zone)]],
    ["last", last === undefined ? [] : [localText(last, zone)]],
    ["a day", perDay === undefined ? [] : [dayCountText(perDay)]],
    ["counts", counts.map(countText)],
    [
      "silence",
      silence === undefined
        ? []
        : [`${lengthText(silence.length)} at the longest, next after ${localText(silence.after, zone)}`],
    ],
    ["next", next.map((at) => localText(at, zone))],
    ["clocks", clockChanges.map(changeText)],
    [
      "cron",
      [
        "reason" in cron
          ? `none: ${cron.reason}`
          : `${cron.expression}${cron.but === undefined ? "" : `, but ${cron.but}`}`,
      ],
    ],
  ]);
}

/** The same for a template, of which nobody knows yet when its jobs fire. */
export function templateText({ template, file, doc, sentence, takes, words }: ExplainedTemplate, style: Style): string {
  return described({ title: `template ${template}`, file, doc }, style, [
    ["says", [style.code(printable(sentence))]],
    ["takes", takes.map(printable)],
    ["means", words.map(printable)],
  ]);
}

interface Head {
  readonly title: string;
  readonly file: string | undefined;
  readonly doc: string | undefined;
}

function described(
  { title: name, file, doc }: Head,
  style: Style,
  facts: readonly (readonly [string, readonly string[]])[],
): string {
  const title = `${style.strong(printable(name))}${file === undefined ? "" : style.faint(`  ${printableLine(file)}`)}`;
  const docs =
    doc === undefined
      ? []
      : printable(doc)
          .split("\n")
          .map((line) => `  ${line}`);
  const rows = facts.flatMap(([name, lines]) =>
    lines.map((line, index) => `  ${style.faint((index === 0 ? name : "").padEnd(7))} ${line}`),
  );
  return `${[title, ...docs, ...rows].join("\n")}\n`;
}

function countText({ period, least, most }: JobExplanation["counts"][number]): string {
  return `at least ${least} and at most ${most} ${most === 1 ? "fire" : "fires"} a ${period}`;
}

function dayCountText({ least, most }: { readonly least: number; readonly most: number }): string {
  const count = least === most ? String(most) : `${least} to ${most}`;
  return `${count} ${most === 1 ? "fire" : "fires"} on a day that has any`;
}

function changeText({ date, zone, fires, written, moved }: JobExplanation["clockChanges"][number]): string {
  const what = moved
    ? "at other times than written"
    : `${fires} ${fires === 1 ? "fire" : "fires"} instead of ${written}`;
  return `${date}: ${what}, as ${zone} changes its clocks`;
}
