/** One template of the module: its doc comment, its data, its functions; and the types of its values. */
import type { SharedCalendar } from "../model/shared-calendars.ts";
import type { TemplateCode, TemplateModel } from "../model/template-model.ts";
import { dataText } from "./data-text.ts";
import { docComment } from "./doc-comment.ts";
import { objectKey } from "./identifier.ts";
import { stringLiteral } from "./string-literal.ts";
import { triggerText } from "./trigger-text.ts";

export function templateEntry(template: TemplateModel, calendars: readonly SharedCalendar[]): string {
  const { name, nexts, policy, doc } = template;
  const members = [
    `params: ${paramsText(template)}`,
    `id: ${stringLiteral(template.id)}`,
    ...(name === undefined ? [] : [`name: ${stringLiteral(name)}`]),
    `says: ${stringLiteral(template.says)}`,
    `zone: ${stringLiteral(template.zone)}`,
    `trigger: ${triggerText(template.trigger, [], false, calendars)}`,
    ...(nexts.length === 0 ? [] : [`nexts: [${nexts.map((next) => arrow(next, "after")).join(", ")}]`]),
    ...(policy ? [`policy: ${dataText(policy)}`] : []),
    `run: ${arrow(template.run, "run")}`,
    ...template.hooks.map(({ slot, call }) => `${slot}: ${arrow(call, "run")}`),
  ];
  const comment = doc === undefined ? "" : `${docComment(doc)}\n`;
  return `${comment}${objectKey(template.template)}: {\n${members.map((member) => `${member},`).join("\n")}\n},`;
}

/** `Template<…>`: what an app gives, what its tasks get, and the parameters of its id. */
export function templateType({ given, values, keys }: TemplateModel): string {
  return `Template<${given}, ${values}, ${keys.map(stringLiteral).join(" | ")}>`;
}

/** In the order in which they are declared, which is no matter of taste: errors list them so. */
function paramsText({ params, defaultTypes }: TemplateModel): string {
  const members = Object.entries(params).map(([name, param]) => {
    const type = defaultTypes.get(name);
    const { default: value, ...rest } = param;
    const text =
      type === undefined ? dataText(param) : dataText(rest, [`default: ${dataText(value)} satisfies ${type}`]);
    return `${objectKey(name)}: ${text},`;
  });
  return members.length === 0 ? "{}" : `{\n${members.join("\n")}\n}`;
}

/** A function of as many parameters as the call reads; one that it passes over to reach a later one begins with `_`. */
function arrow({ code, reads }: TemplateCode, context: "run" | "after"): string {
  const all = [context, "tasks", "values", "text"] as const;
  const last = Math.max(...all.map((name, at) => (reads.includes(name) ? at : -1)));
  const parameters = all.slice(0, last + 1).map((name) => (reads.includes(name) ? name : `_${name}`));
  return `(${parameters.join(", ")}) => ${code}`;
}
