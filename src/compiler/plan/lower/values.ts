/** Calls and their arguments as data. */
import type { CallNode, ValueNode } from "../../../dsl/index.ts";
import type { RuntimeValue, Value } from "../../../runtime/model/index.ts";
import type { PlanCall } from "../types.ts";
import { refuse } from "./refusal.ts";

const runtimeValues: readonly string[] = ["ctx", "scheduled", "signal", "attempt", "id"] satisfies RuntimeValue[];

/** The task as written, and its arguments by value. */
export function callOf({ path, args = [] }: CallNode): PlanCall {
  return { task: path.names.map(({ text }) => text).join("."), args: args.map(argument) };
}

/** Dates, times and durations stay the text that was written: what they are is for the task's own types. */
export function argument(node: ValueNode): Value {
  switch (node.kind) {
    case "string":
    case "number":
    case "literal":
      return node.value;
    case "moment":
      return node.text;
    case "list":
      return node.items.map(argument);
    case "object":
      return { object: Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, argument(value)])) };
    case "reference":
      return { reference: node.path.names.map(({ text }) => text).join(".") };
    case "runtime":
      return runtimeValues.includes(node.name)
        ? { runtime: node.name as RuntimeValue }
        : refuse(node, `a run knows no \`@${node.name}\``);
  }
}
