/** What an analysis looks at: one trigger of one job, as it was written and as it was lowered. */
import type { Effective, TriggerNode } from "../../dsl/index.ts";
import type { Trigger } from "../../runtime/model/index.ts";
import type { LowerContext, PlanJob } from "../plan/index.ts";

/** A trigger node with what the analyses know around it. */
export interface Subject {
  readonly job: PlanJob;
  readonly node: TriggerNode;
  /** What this one node means, before the union of all. */
  readonly trigger: Trigger;
  readonly settings: Effective;
  readonly context: LowerContext;
}
