/**
 * What only a run knows, asked for before there is one. Holds at any depth of the arguments of `custom`; in those
 * of `run` and of guards the same values are fine.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { ValueNode } from "../../tree/nodes.ts";
import type { Rule } from "../view.ts";

export const triggerValueInCustom: Rule = {
  *trigger({ trigger }) {
    if (trigger.kind !== "custom") return;
    for (const { name, span } of (trigger.call.args ?? []).flatMap(runtimeValues)) {
      yield finding("trigger/value-in-custom", span, { name });
    }
  },
};

function runtimeValues(value: ValueNode): readonly Extract<ValueNode, { kind: "runtime" }>[] {
  if (value.kind === "runtime") return [value];
  if (value.kind === "list") return value.items.flatMap(runtimeValues);
  return value.kind === "object" ? value.pairs.flatMap((pair) => runtimeValues(pair.value)) : [];
}
