/** Templates as the jobs that they describe, and where in them their parameters stand. */
import type {
  CallNode,
  Clause,
  FileNode,
  Located,
  Name,
  ParamNode,
  PointNode,
  Setting,
  TemplateNode,
  Text,
  TriggerNode,
  ValueNode,
} from "../tree/nodes.ts";
import { clausesOf } from "./clauses.ts";
import { holesIn } from "./holes.ts";
import type { Names } from "./names.ts";
import { nearest } from "./nearest.ts";
import { isTrigger, type JobPlace } from "./places.ts";

export interface TemplatePlace extends JobPlace {
  readonly template: TemplateNode;
  /** The first of each name. */
  readonly params: ReadonlyMap<string, ParamNode>;
}

/** Trees never change, so what one holds is worked out once, not once a use. */
const known = new WeakMap<FileNode, readonly TemplatePlace[]>();

/** The templates of a file in source order, each with its body as that of a job. */
export function templatesOf(file: FileNode): readonly TemplatePlace[] {
  const places = known.get(file) ?? file.statements.flatMap((one) => (one.kind === "template" ? [placeOf(one)] : []));
  known.set(file, places);
  return places;
}

function placeOf(template: TemplateNode): TemplatePlace {
  const { name, body, span, doc } = template;
  const params = new Map(template.params.toReversed().map((param) => [param.name.text, param]));
  const job = { kind: "job", name, form: "block", body, span, ...(doc !== undefined && { doc }) } as const;
  return { job, groups: [], template, params };
}

/** Tells which parameters of the place are dates; a job has none. */
export function datesOf(place: JobPlace): (parameter: string) => boolean {
  if (!isTemplate(place)) return () => false;
  return (name) => {
    const [only, ...more] = place.params.get(name)?.types ?? [];
    return more.length === 0 && only !== undefined && "text" in only && only.text === "date";
  };
}

export function isTemplate(place: JobPlace): place is TemplatePlace {
  return "template" in place;
}

/** What a place takes: a single instant, an end of a life span, a clock time, a zone, an argument, part of a text. */
export type Role = "point" | "bound" | "clock" | "zone" | "argument" | "text" | "id";

export interface ParameterUse extends Located {
  readonly name: string;
  readonly role: Role;
}

/** The parameter that a word was perhaps meant to be which is none, and nothing that the file imports. */
export function meantParameter(name: string, { params }: TemplatePlace, { imports }: Names): string | undefined {
  if (params.has(name) || imports.has(name) || name === "UTC" || name.includes("/")) return undefined;
  return nearest(name, params.keys());
}

/** Every place in the body where a word may stand for a parameter, whether one of that name is declared or not. */
export function parameterUses({ job }: TemplatePlace): readonly ParameterUse[] {
  return job.body.flatMap((item) => {
    if (isTrigger(item)) return usesOfTrigger(item);
    if (item.kind === "run") return usesOfCall(item.call);
    return item.kind === "expect" ? [] : usesOfSetting(item);
  });
}

function usesOfTrigger(trigger: TriggerNode): readonly ParameterUse[] {
  const ofClauses = clausesOf(trigger).flatMap(usesOfClause);
  if (trigger.kind === "custom") return [...ofClauses, ...usesOfCall(trigger.call)];
  if (trigger.kind !== "once") return ofClauses;
  const zone = trigger.zone ? [usesOfZone(trigger.zone)] : [];
  const { what } = trigger;
  const points = what.kind === "at" ? what.points : what.kind === "offset" ? [what.point] : [];
  return [...points.flatMap(usesOfPoint), ...zone];
}

function usesOfClause(clause: Clause): readonly ParameterUse[] {
  switch (clause.kind) {
    case "at":
      return clause.items.flatMap((item): readonly ParameterUse[] =>
        item.kind === "parameter" ? [{ name: item.name, span: item.span, role: "clock" }] : [],
      );
    case "from":
    case "until":
      return clause.instant.kind === "parameter"
        ? [{ name: clause.instant.name, span: clause.instant.span, role: "bound" }]
        : [];
    case "inZone":
      return [usesOfZone(clause.zone)];
    default:
      return [];
  }
}

function usesOfPoint(point: PointNode): readonly ParameterUse[] {
  return point.kind === "parameter" ? [{ name: point.name, span: point.span, role: "point" }] : [];
}

function usesOfZone({ text, span }: Name): ParameterUse {
  return { name: text, span, role: "zone" };
}

function usesOfSetting(setting: Setting): readonly ParameterUse[] {
  if (setting.kind === "timezone") return [usesOfZone(setting.zone)];
  if (setting.kind !== "policy") return [];
  if ("call" in setting) return usesOfCall(setting.call);
  if ("text" in setting) return usesOfText(setting.text, setting.policy === "name" ? "text" : "id");
  return setting.policy === "tags"
    ? setting.tags.flatMap((tag) => ("value" in tag ? usesOfText(tag, "text") : []))
    : [];
}

function usesOfText({ value, span }: Text, role: "text" | "id"): readonly ParameterUse[] {
  return holesIn(value).map((name) => ({ name, span, role }));
}

function usesOfCall({ args = [] }: CallNode): readonly ParameterUse[] {
  return args.flatMap(usesOfValue);
}

function usesOfValue(value: ValueNode): readonly ParameterUse[] {
  switch (value.kind) {
    case "string":
      return usesOfText(value, "text");
    case "reference": {
      const [first] = value.path.names;
      return first ? [{ name: first.text, span: value.span, role: "argument" }] : [];
    }
    case "list":
      return value.items.flatMap(usesOfValue);
    case "object":
      return value.pairs.flatMap((pair) => usesOfValue(pair.value));
    default:
      return [];
  }
}
