/** Calls and their arguments as data. */
import type { CallNode, ValueNode } from "../../../dsl/index.ts";
import type { RuntimeValue, Value } from "../../../runtime/model/index.ts";
import type { PlanCall } from "../types.ts";
import { noParameters, type Parameters, textValue } from "./parameters.ts";
import { refuse } from "./refusal.ts";

const runtimeValues: readonly string[] = ["ctx", "scheduled", "signal", "attempt", "id"] satisfies RuntimeValue[];

/** The task as written, and its arguments by value. */
export function callOf({ path, args = [] }: CallNode, parameters: Parameters = noParameters): PlanCall {
  return {
    task: path.names.map(({ text }) => text).join("."),
    args: args.map((value) => argument(value, parameters)),
  };
}

/** Dates, times and durations stay the text that was written: what they are is for the task's own types. */
export function argument(node: ValueNode, parameters: Parameters = noParameters): Value {
  switch (node.kind) {
    case "string":
      return textValue(node.value, parameters);
    case "number":
    case "literal":
      return node.value;
    case "moment":
      return node.text;
    case "list":
      return node.items.map((item) => argument(item, parameters));
    case "object":
      return {
        object: Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, argument(value, parameters)])),
      };
    case "reference": {
      const [first] = node.path.names;
      if (first && parameters.has(first.text)) return { parameter: first.text };
      return { reference: node.path.names.map(({ text }) => text).join(".") };
    }
    case "runtime":
      return runtimeValues.includes(node.name)
        ? { runtime: node.name as RuntimeValue }
        : refuse(node, `a run knows no \`@${node.name}\``);
  }
}
