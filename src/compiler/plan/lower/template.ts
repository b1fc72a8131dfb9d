/** A template: the job that it describes, its parameters open, and what they are. */

import type { Names } from "../../../dsl/index.ts";
import { type DeclaredType, type ParamNode, type TemplatePlace, typesOf, type ValueNode } from "../../../dsl/index.ts";
import type { Json, ParameterType } from "../../../runtime/model/index.ts";
import type { BuildView } from "../build-view.ts";
import type { Source } from "../source.ts";
import type { JobSide, PlanParameter, PlanTemplate, TemplateSide } from "../types.ts";
import { clockOf } from "./clock.ts";
import { type LoweredJob, lowerJob } from "./job.ts";
import type { Parameters } from "./parameters.ts";
import { refuse } from "./refusal.ts";

export interface LoweredTemplate {
  readonly template: PlanTemplate;
  readonly side: TemplateSide;
  /** The job that it describes. */
  readonly lowered: LoweredJob;
}

/** Throws a `Refusal` where some part has no meaning. */
export function lowerTemplate(place: TemplatePlace, source: Source, names: Names, build: BuildView): LoweredTemplate {
  const { name, params } = place.template;
  const lowered = lowerJob(place, source, build, parametersOf(params, names));
  const { job, side } = lowered;
  const template = {
    ...job,
    template: name.text,
    params: params.map((param) => parameterOf(param, names)),
    zone: clockOf(lowered),
  };
  return { template, side: sideOf(side, name.text), lowered };
}

function sideOf({ id: _, ...side }: JobSide, template: string): TemplateSide {
  return { ...side, template };
}

function parametersOf(params: readonly ParamNode[], names: Names): Parameters {
  return new Map(
    params.map((param) => {
      const [only, ...more] = typesOf(param, names);
      return [param.name.text, only?.kind === "own" && more.length === 0 && !param.list ? only.type : ""];
    }),
  );
}

function parameterOf(param: ParamNode, names: Names): PlanParameter {
  const types = typesOf(param, names);
  const { default: value } = param;
  const read = (one: ValueNode): Json => defaultOf(one, types);
  return {
    name: param.name.text,
    types: types.map((type) => typeOf(type, param)),
    ...(param.list && { list: true }),
    ...(param.optional && { optional: true }),
    ...(value && { default: read(value) }),
  };
}

function typeOf(type: DeclaredType, param: ParamNode): ParameterType {
  switch (type.kind) {
    case "own":
      return type.type;
    case "literal":
      return { literal: type.value };
    case "imported":
      return { imported: type.name };
    case "unknown":
      return refuse(param, `there is no type ${type.name.text}`);
  }
}

/** As an app would give it. */
function defaultOf(value: ValueNode, types: readonly DeclaredType[]): Json {
  switch (value.kind) {
    case "string":
    case "number":
    case "literal":
      return value.value;
    case "list":
      return value.items.map((item) => defaultOf(item, types));
    case "object":
      return Object.fromEntries(value.pairs.map(({ key, value: item }) => [key.text, defaultOf(item, types)]));
    case "moment":
      return value.text;
    default:
      return refuse(value, "a default is a literal");
  }
}
