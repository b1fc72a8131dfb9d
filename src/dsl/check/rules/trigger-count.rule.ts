/**
 * Steps that cannot be counted: of nothing, of less than a second, and waits after a run of no fixed length. What
 * mixes days and hours the parser has refused before.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Head } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { elapsedLength, readHead } from "../heads.ts";
import type { Rule } from "../view.ts";

export const triggerCount: Rule = {
  *trigger({ trigger, of: { in: view } }) {
    if (trigger.kind !== "once" || trigger.what.kind !== "offset") return;
    const { count } = trigger.what;
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
  const { parts } = head.count;
  if (parts.every(({ amount }) => amount === 0)) return "trigger/zero-step";
  const length = elapsedLength(head.count);
  if (head.afterCompletion) {
    if (length === undefined) return "trigger/completion-unit";
    return Number.isInteger(length) ? undefined : "trigger/step-too-short";
  }
  const reading = readHead(head);
  return reading.kind === "step" && !Number.isInteger(reading.seconds) ? "trigger/step-too-short" : undefined;
}
