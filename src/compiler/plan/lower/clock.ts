/** The clock of a job as a whole: what is said of it without a zone is read there. */
import type { Trigger } from "../../../runtime/model/index.ts";
import type { LoweredJob } from "./job.ts";

/** The clock that all its triggers are read on, else the job's own. */
export function clockOf({ job: { trigger }, context }: Pick<LoweredJob, "job" | "context">): string {
  const members: readonly Trigger[] = trigger.kind === "union" ? trigger.of : [trigger];
  const zones = new Set(members.flatMap((member) => ("zone" in member ? [member.zone] : [])));
  const [only, other] = zones;
  return only !== undefined && other === undefined ? only : context.zone;
}
