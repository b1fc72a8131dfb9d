/** The parameters that a template declares: each once, of types that there are, with a default that is one of them. */

import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Name, ParamNode, ValueNode } from "../../tree/nodes.ts";
import { nearest } from "../nearest.ts";
import { fits, isOfTime, ownTypes, typesOf, typeWord } from "../parameter-types.ts";
import { parameterUses } from "../templates.ts";
import { type FileView, isBroken, mayBeBroken, type Rule } from "../view.ts";

export const templateParameters: Rule = {
  *file(view) {
    for (const place of view.templates) {
      const used = new Set(parameterUses(place).map(({ name }) => name));
      for (const param of place.template.params) {
        const first = place.params.get(param.name.text);
        yield* ofParam(view, param);
        if (first !== undefined && first !== param) {
          const related = [{ span: first.name.span, message: "the first is here" }];
          yield finding("template/duplicate-parameter", param.name.span, { name: param.name.text }, { related });
        } else if (!used.has(param.name.text) && !isBroken(view, place.template.span)) {
          yield finding("template/unused-parameter", param.name.span, { name: param.name.text });
        }
      }
    }
  },
};

function* ofParam(view: FileView, param: ParamNode): Iterable<Finding> {
  const types = typesOf(param, view.names);
  const name = param.name.text;
  for (const type of types) if (type.kind === "unknown") yield* unknownType(view, type.name);
  const ofTime = types.find(isOfTime);
  if (ofTime && types.length > 1) {
    yield finding("template/mixed-types", param.name.span, { name, type: typeWord(ofTime) });
  }
  const { default: value } = param;
  if (value === undefined) return;
  const items: readonly ValueNode[] = !param.list ? [value] : value.kind === "list" ? value.items : [];
  const isList = !param.list || value.kind === "list";
  if (isList && items.every((item) => types.some((type) => fits(item, type, view.context.zones)))) return;
  const type = `\`${types.map(typeWord).join(" | ")}${param.list ? "[]" : ""}\``;
  yield finding("template/wrong-default", value.span, { name, type });
}

/** What TypeScript and others call them. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ["Date", "instant"],
  ["datetime", "instant"],
  ["timestamp", "instant"],
  ["bool", "boolean"],
  ["int", "number"],
  ["integer", "number"],
  ["float", "number"],
  ["text", "string"],
  ["timezone", "zone"],
]);

function* unknownType(view: FileView, { text: name, span }: Name): Iterable<Finding> {
  if (mayBeBroken(view, name)) return;
  const imported = [...view.names.imports].flatMap(([local, { brings }]) => (brings === "module" ? [local] : []));
  const near = otherwise.get(name) ?? nearest(name, [...ownTypes, ...imported]);
  const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, near))];
  yield finding("template/unknown-type", span, { name, ...(near !== undefined && { nearest: near }) }, { fixes });
}
