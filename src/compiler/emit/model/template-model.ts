/** The templates of a file as its module needs them. */
import type { Parameter, PartialPolicy, Trigger, Value } from "../../../runtime/model/index.ts";
import type { FileSide, Plan, PlanCall, PlanTemplate, TemplateSide } from "../../plan/types.ts";
import { isList } from "../text/value-text.ts";
import { type Arities, type Context, callCode } from "./calls.ts";
import type { ImportTable } from "./imports.ts";
import { type HookSlot, hookSlots } from "./module-model.ts";
import { policyDifference } from "./policy-difference.ts";
import { defaultTypes, givenType, type TypeTable, valuesType } from "./template-types.ts";

export interface TemplateModel {
  readonly template: string;
  readonly doc?: string;
  readonly params: Readonly<Record<string, Parameter>>;
  /** The types that defaults are held against, by parameter. */
  readonly defaultTypes: ReadonlyMap<string, string>;
  readonly id: string;
  /** Where it differs from the id. */
  readonly name?: string;
  readonly says: string;
  readonly zone: string;
  readonly trigger: Trigger;
  readonly nexts: readonly TemplateCode[];
  readonly policy?: PartialPolicy;
  readonly run: TemplateCode;
  readonly hooks: readonly { readonly slot: HookSlot; readonly call: TemplateCode }[];
  /** What an app gives, what a task gets: object types as code. */
  readonly given: string;
  readonly values: string;
  /** The parameters that its id holds. */
  readonly keys: readonly string[];
}

/** A call as code, and which of the parameters of its function it reads. */
export interface TemplateCode {
  readonly code: string;
  readonly reads: readonly ("run" | "after" | "tasks" | "values" | "text")[];
}

export interface TemplateEntry {
  readonly plan: PlanTemplate;
  readonly about: TemplateSide;
}

/** In source order, each with what stands beside the plan. */
export function templatesIn(plan: Plan, { templates = [], file }: FileSide): readonly TemplateEntry[] {
  const named = new Map(plan.templates.map((template) => [`${template.source}\n${template.template}`, template]));
  return templates.flatMap((about) => {
    const template = named.get(`${file}\n${about.template}`);
    return template === undefined ? [] : [{ plan: template, about }];
  });
}

export function templateModel(
  { plan, about }: TemplateEntry,
  table: ImportTable,
  types: TypeTable,
  arities: Arities,
): TemplateModel {
  const policy = policyDifference(plan.policy);
  const members = plan.trigger.kind === "union" ? plan.trigger.of : [plan.trigger];
  const code = (call: PlanCall, context: Context): TemplateCode => codeOf(call, context, table, arities);
  return {
    template: plan.template,
    ...(about.doc !== undefined && about.doc.trim() !== "" && { doc: about.doc }),
    params: Object.fromEntries(plan.params.map(({ name, ...param }) => [name, param])),
    defaultTypes: defaultTypes(plan.params, types),
    id: plan.id,
    ...(plan.name !== plan.id && { name: plan.name }),
    says: about.says,
    zone: plan.zone,
    trigger: plan.trigger,
    nexts: members.flatMap((member) => (member.kind === "custom" ? [code(member, "after")] : [])),
    ...(policy && { policy }),
    run: code(plan, "run"),
    hooks: hookSlots.flatMap((slot) => {
      const call = plan.policy[slot];
      return call === undefined ? [] : [{ slot, call: code(call, "run") }];
    }),
    given: givenType(plan.params, types),
    values: valuesType(plan.params, types),
    keys: plan.params.flatMap(({ name }) => (plan.id.includes(`{${name}}`) ? [name] : [])),
  };
}

function codeOf(call: PlanCall, context: Context, table: ImportTable, arities: Arities): TemplateCode {
  const { code, context: readsContext, tasks } = callCode(call, context, table, arities);
  const reads = [
    ...(readsContext ? [context] : []),
    ...(tasks ? ["tasks" as const] : []),
    ...(holds(call.args, "parameter") ? ["values" as const] : []),
    ...(holds(call.args, "text") ? ["text" as const] : []),
  ];
  return { code, reads };
}

function holds(values: readonly Value[], what: "parameter" | "text"): boolean {
  return values.some((value) => {
    if (typeof value !== "object" || value === null) return false;
    if (isList(value)) return holds(value, what);
    return "object" in value ? holds(Object.values(value.object), what) : what in value;
  });
}
