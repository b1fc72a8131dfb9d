/** The steps of a job, for the policies that are measured against them. */

import type { Span } from "../source/span.ts";
import type { PolicyNode } from "../tree/nodes.ts";
import { readHead } from "./heads.ts";
import type { JobView } from "./view.ts";

export interface Step {
  readonly seconds: number;
  readonly span: Span;
}

/** Fires are never closer than this; ranges and windows only leave some out or start the count anew. */
export function stepsOf({ triggers }: JobView): readonly Step[] {
  return triggers.flatMap(({ trigger }) => {
    const reading = trigger.kind === "every" ? readHead(trigger.head) : undefined;
    const usable = reading?.kind === "step" && reading.seconds > 0;
    return usable && trigger.kind === "every" ? [{ seconds: reading.seconds, span: trigger.head.span }] : [];
  });
}

/** Where a finding about a policy of a job belongs: at the policy if it is the job's own, else at the step. */
export function placeOf({ job }: JobView, policy: PolicyNode, step: Step) {
  if (job.body.includes(policy)) return { span: policy.span, related: [{ span: step.span, message: "the step" }] };
  return { span: step.span, related: [{ span: policy.span, message: "set here" }] };
}
