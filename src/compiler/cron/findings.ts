/** What a cron expression shows, at its own place in the file. */
import { type CronNode, type Finding, type Fix, finding, type Span } from "../../dsl/index.ts";
import { isAlone } from "./instead.ts";
import type { PlainReader } from "./library.ts";
import type { Problem } from "./problem.ts";
import { readCron } from "./read.ts";
import { splitFields } from "./split.ts";

/** Problems of the expression alone; whether its days ever meet is for the analyses. */
export function cronFindings(node: CronNode, plain: PlainReader): readonly Finding[] {
  return readCron(node.expression.value, plain).problems.map((problem) => findingOf(node, problem));
}

function findingOf(node: CronNode, problem: Problem): Finding {
  const fixes = fixesOf(node, problem);
  // The registry types each code's parameters; a problem carries those of its own code.
  return finding(problem.code, placeOf(node, problem), problem.params as never, fixes.length > 0 ? { fixes } : {});
}

/** Within the quotes, where the text stands there as it was written; with escapes, the whole string. */
function placeOf({ expression }: CronNode, { start, end }: { readonly start: number; readonly end: number }): Span {
  const { span, value } = expression;
  if (span.end - span.start !== value.length + 2) return span;
  return { start: span.start + 1 + start, end: span.start + 1 + end };
}

/** From the day of month to the end of the expression: what decides whether there is any day. */
export function dayFieldsOf(node: CronNode): Span {
  const fields = splitFields(node.expression.value);
  const [first, last] = [fields.at(-3), fields.at(-1)];
  if (first === undefined || last === undefined) return node.expression.span;
  return placeOf(node, { start: first.start, end: last.start + last.text.length });
}

/** A step that was meant as `every 45 minutes`, where nothing else is asked. */
function fixesOf(node: CronNode, { code, params }: Problem): readonly Fix[] {
  if (code !== "cron/step-too-long" && code !== "cron/uneven-step") return [];
  const fields = splitFields(node.expression.value).map(({ text }) => text);
  if (!isAlone(fields, String(params.item))) return [];
  const text = String(params.instead);
  const span: Span = { start: node.span.start, end: node.expression.span.end };
  return [{ title: `write \`${text}\``, edits: [{ span, text }], applicability: "unsafe" }];
}
