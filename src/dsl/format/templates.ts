/** The heads of templates. */
import type { ParamNode, TemplateNode } from "../tree/nodes.ts";
import { printValue } from "./calls.ts";
import { brokenList, fits } from "./columns.ts";
import { printString } from "./text.ts";

export function printTemplateHead(template: TemplateNode, depth: number): string {
  const params = template.params.map(printParam);
  const line = `template ${template.name.text}(${params.join(", ")})`;
  return fits(`${line} {`, depth) ? line : `template ${template.name.text}(${brokenList(params, depth)})`;
}

function printParam(param: ParamNode): string {
  const types = param.types.map((type) => ("text" in type ? type.text : printString(type.value)));
  const list = param.list ? "[]" : "";
  const preset = param.default ? ` = ${printValue(param.default)}` : "";
  return `${param.name.text}${param.optional ? "?" : ""}: ${types.join(" | ")}${list}${preset}`;
}
