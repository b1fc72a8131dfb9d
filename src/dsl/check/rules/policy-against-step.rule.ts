/**
 * Grace and timeouts that a job's step is too short for. Only steps that are written are held against them;
 * distances between other fires need fire times, and the compiler looks at those.
 */
import { finding } from "../../diagnostics/registry.ts";
import { written } from "../clauses.ts";
import { elapsedLength } from "../heads.ts";
import { policyOf } from "../settings.ts";
import { placeOf, stepsOf } from "../steps.ts";
import type { JobView, Rule } from "../view.ts";

export const policyAgainstStep: Rule = {
  *job(view) {
    yield* grace(view);
    yield* queue(view);
  },
};

function* grace(view: JobView) {
  const { text } = view.in;
  const policy = policyOf(view.settings, "grace");
  if (!policy || !("count" in policy)) return;
  const step = stepsOf(view).find(({ seconds }) => (elapsedLength(policy.count) ?? 0) > seconds);
  if (!step) return;
  const { span, related } = placeOf(view, policy, step);
  const params = { grace: written(text, policy.count.span), step: written(text, step.span) };
  yield finding("policy/grace-longer-than-step", span, params, { related });
}

function* queue(view: JobView) {
  const { text } = view.in;
  const overlap = policyOf(view.settings, "overlap");
  const timeout = policyOf(view.settings, "timeout");
  if (overlap?.mode !== "queue" || overlap.upTo || !timeout) return;
  const step = stepsOf(view).find(({ seconds }) => (elapsedLength(timeout.count) ?? 0) > seconds);
  if (!step) return;
  const { span, related } = placeOf(view, overlap, step);
  const params = { step: written(text, step.span), timeout: written(text, timeout.count.span) };
  yield finding("policy/queue-grows", span, params, { related });
}
