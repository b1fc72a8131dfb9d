/** What a template does, its parameters open: when its jobs fire only their values say. */
import type { Parameter, ParameterType, Trigger } from "../../runtime/model/index.ts";
import type { PlanParameter, PlanTemplate } from "../plan/index.ts";
import { lengthWords } from "./lists.ts";

export interface TemplateExplanation {
  readonly template: string;
  /** The triggers in canonical spelling. */
  readonly sentence: string;
  /** Each parameter as it is declared. */
  readonly takes: readonly string[];
  /** One fact a line. */
  readonly words: readonly string[];
}

/** `sentence` is how its triggers are written. */
export function explainTemplate(template: PlanTemplate, sentence: string): TemplateExplanation {
  const { id, zone, policy, params, trigger } = template;
  return {
    template: template.template,
    sentence,
    takes: params.map(parameterWords),
    words: [
      `one job for each id: ${id}`,
      `another call with that id ${duplicates[policy.onDuplicate]}`,
      zone.startsWith("{") ? `on the clock of the zone that ${zone.slice(1, -1)} gives` : `on the clock of ${zone}`,
      ...(isOnce(trigger)
        ? [`an instant that is late by at most ${lengthWords(policy.grace)} starts at once, a later one is missed`]
        : ["it lives from the call on"]),
      "it leaves when no fire is to come",
    ],
  };
}

const duplicates = {
  replace: "replaces the job",
  keep: "leaves the job as it is",
  fail: "is refused while the job is there",
} as const;

function parameterWords({ name, ...param }: PlanParameter): string {
  const open = param.optional ? "?" : "";
  const value = param.default === undefined ? "" : ` = ${JSON.stringify(param.default)}`;
  return `${name}${open}: ${typeWords(param)}${value}`;
}

function typeWords({ types, list }: Parameter): string {
  return `${types.map(typeWord).join(" | ")}${list ? "[]" : ""}`;
}

function typeWord(type: ParameterType): string {
  if (typeof type === "string") return type;
  return "literal" in type ? JSON.stringify(type.literal) : type.imported;
}

function isOnce(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every(({ kind }) => kind === "instants");
}
