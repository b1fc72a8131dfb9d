/** One job of the module: its doc comment, its data, its functions. */
import type { Call, JobModel } from "../model/module-model.ts";
import type { SharedCalendar } from "../model/shared-calendars.ts";
import { dataText } from "./data-text.ts";
import { docComment } from "./doc-comment.ts";
import { memberAccess, objectKey } from "./identifier.ts";
import { stringLiteral } from "./string-literal.ts";
import { triggerText } from "./trigger-text.ts";

/** Shared triggers and calendars are named, what else the job has stands in it. */
export function jobEntry(job: JobModel, calendars: readonly SharedCalendar[]): string {
  const members = [
    ...(job.name === undefined ? [] : [`name: ${stringLiteral(job.name)}`]),
    `says: ${stringLiteral(job.says)}`,
    `trigger: ${job.shared === undefined ? triggerText(job.trigger, job.nexts, false, calendars) : `triggers${memberAccess(job.shared)}`}`,
    ...(job.policy ? [`policy: ${dataText(job.policy)}`] : []),
    `run: ${arrow(job.run)}`,
    ...job.hooks.map(({ slot, call }) => `${slot}: ${arrow(call)}`),
  ];
  const doc = job.doc === undefined ? "" : `${docComment(job.doc)}\n`;
  return `${doc}${objectKey(job.id)}: {\n${members.map((member) => `${member},`).join("\n")}\n},`;
}

/** A function of as many parameters as the call reads. */
function arrow(call: Call): string {
  const parameters = call.tasks ? "run, tasks" : call.context ? "run" : "";
  return `(${parameters}) => ${call.code}`;
}
