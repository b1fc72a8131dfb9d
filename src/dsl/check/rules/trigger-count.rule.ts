/**
 * Steps and offsets that cannot be counted: of nothing, of less than a second, and waits after a run of no fixed
 * length. What mixes days and hours the parser has refused before.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Count, Head, TriggerNode } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { elapsedLength, readHead } from "../heads.ts";
import type { Rule } from "../view.ts";

export const triggerCount: Rule = {
  *trigger({ trigger, of: { in: view } }) {
    const count = offsetOf(trigger);
    if (count === undefined) return;
    if (isNothing(count)) yield finding("trigger/zero-step", count.span, { count: written(view.text, count.span) });
    if (trigger.kind !== "once") return;
    const length = elapsedLength(count);
    if (length === undefined || Number.isInteger(length)) return;
    yield finding("trigger/step-too-short", count.span, { count: written(view.text, count.span) });
  },
  *every({ trigger: { head }, of: { in: view } }) {
    if (head.kind !== "count") return;
    const code = faultOf(head);
    if (code) yield finding(code, head.count.span, { count: written(view.text, head.count.span) });
  },
};

function faultOf(head: Extract<Head, { kind: "count" }>) {
  if (isNothing(head.count)) return "trigger/zero-step";
  const length = elapsedLength(head.count);
  if (head.afterCompletion) {
    if (length === undefined) return "trigger/completion-unit";
    return Number.isInteger(length) ? undefined : "trigger/step-too-short";
  }
  const reading = readHead(head);
  return reading.kind === "step" && !Number.isInteger(reading.seconds) ? "trigger/step-too-short" : undefined;
}

function offsetOf(trigger: TriggerNode): Count | undefined {
  if (trigger.kind === "once") return trigger.what.kind === "offset" ? trigger.what.count : undefined;
  return trigger.kind === "every" ? clauseOf(trigger.clauses, "offset")?.count : undefined;
}

function isNothing({ parts }: Count): boolean {
  return parts.every(({ amount }) => amount === 0);
}
