/** Where the parameters of a template stand: each place takes the kinds of values that a literal there could have. */
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Span } from "../../source/span.ts";
import type { ParamNode } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { nearest } from "../nearest.ts";
import { type DeclaredType, mayBeMissing, onlyType, typesOf, typeWord } from "../parameter-types.ts";
import { meantParameter, type ParameterUse, parameterUses, type Role, type TemplatePlace } from "../templates.ts";
import { type FileView, mayBeBroken, type Rule } from "../view.ts";

export const templateUses: Rule = {
  *file(view) {
    for (const place of view.templates) {
      for (const use of parameterUses(place)) {
        const param = place.params.get(use.name);
        if (param) yield* ofUse(view, use, param);
        else if (!mayBeBroken(view, use.name)) yield* ofUnknown(view, use, place);
      }
    }
  },
};

/** Clock times, zones and arguments may be other things than parameters, which other rules look at. */
function* ofUnknown({ text, names }: FileView, use: ParameterUse, place: TemplatePlace): Iterable<Finding> {
  const { name, span, role } = use;
  const { params, template } = place;
  const near = nearest(name, params.keys());
  const more = near === undefined ? {} : { nearest: near };
  if (role === "text" || role === "id") {
    const hole = holePlace(text, span, name);
    const fixes = near === undefined || !hole ? [] : [unsafe(`write \`{${near}}\``, replace(hole, `{${near}}`))];
    const params = { name, template: template.name.text, ...more };
    yield finding("template/unknown-hole", hole ?? span, params, { fixes });
  } else if (role === "point" || role === "bound") {
    const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, near))];
    yield finding("name/unknown-parameter", span, { name, ...more }, { fixes });
  } else {
    const meant = meantParameter(name, place, names);
    if (meant === undefined) return;
    const first = { start: span.start, end: span.start + name.length };
    const fixes = [unsafe(`write \`${meant}\``, replace(first, meant))];
    yield finding("template/unknown-parameter", first, { name, template: template.name.text, meant }, { fixes });
  }
}

/** The hole as it is written; undefined where an escape hides it. */
function holePlace(text: string, within: Span, name: string): Span | undefined {
  const start = text.indexOf(`{${name}}`, within.start);
  return start < 0 || start >= within.end ? undefined : { start, end: start + name.length + 2 };
}

const needed: Readonly<Record<Role, string>> = {
  point: "an instant",
  bound: "an instant or a date",
  clock: "a time",
  zone: "a zone",
  argument: "a value",
  text: "a value",
  id: "a single value",
};

function* ofUse({ names, text }: FileView, use: ParameterUse, param: ParamNode): Iterable<Finding> {
  const { name, span, role } = use;
  if (role === "argument") {
    const whole = written(text, span);
    if (whole !== name) yield finding("template/member-of-parameter", span, { name, written: whole });
    return;
  }
  const types = typesOf(param, names);
  // A type that there is not is a finding of its own.
  if (types.some(({ kind }) => kind === "unknown")) return;
  const place = role === "text" || role === "id" ? (holePlace(text, span, name) ?? span) : span;
  if (!takes(role, onlyType(param, names), param.list)) {
    const type = `${param.list ? "a list" : types.map((one) => `\`${typeWord(one)}\``).join(" or ")}`;
    const related = [{ span: param.span, message: "declared here" }];
    yield finding("template/misplaced-parameter", place, { name, type, needed: needed[role] }, { related });
  } else if (mayBeMissing(param)) {
    const related = [{ span: param.span, message: "declared here" }];
    yield finding("template/may-be-missing", place, { name }, { related });
  }
}

function takes(role: Role, only: DeclaredType | undefined, list: boolean): boolean {
  const own = only?.kind === "own" ? only.type : undefined;
  switch (role) {
    case "point":
      return own === "instant";
    case "bound":
      return own === "instant" || own === "date";
    case "clock":
      return own === "time";
    case "zone":
      return own === "zone";
    case "id":
      return !list;
    default:
      return true;
  }
}
