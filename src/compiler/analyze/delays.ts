/** `jitter` and `spread` that could carry a start beyond the next fire. */
import { type Finding, finding, policyOf } from "../../dsl/index.ts";
import type { Trigger } from "../../runtime/model/index.ts";
import type { LoweredJob } from "../plan/index.ts";
import { distancesOf, writtenOf } from "../proof/index.ts";
import { isTimed, membersOf } from "./members.ts";
import { spoken } from "./spoken.ts";

/** An error each: the delay of one fire would meet the next. Jobs whose fires nobody can know are left alone. */
export function findLongDelays({ job, settings }: LoweredJob): readonly Finding[] {
  const { jitter, spread } = job.policy;
  const longest = Math.max(jitter ?? 0, spread ?? 0);
  if (longest === 0) return [];
  const shortest = shortestDistance(job.trigger, longest);
  if (shortest === undefined) return [];
  return (["jitter", "spread"] as const).flatMap((setting) => {
    const [length, policy] = [job.policy[setting], policyOf(settings, setting)];
    if (length === undefined || policy === undefined || length <= shortest) return [];
    const params = { setting, length: spoken(length), step: spoken(shortest) };
    return [finding("policy/delay-beyond-next-fire", policy.span, params)];
  });
}

/** The shortest time between two fires as written, where it is below `limit`. */
function shortestDistance(trigger: Trigger, limit: number): number | undefined {
  const members = membersOf(trigger);
  if (!members.every(isTimed)) return undefined;
  // As if read on one clock: in UTC no day is shorter or longer than it reads.
  const [written] = writtenOf({ kind: "union", of: members.map((member) => ({ ...member, zone: "UTC" })) }) ?? [];
  const distances = written && distancesOf(written);
  return distances && distances.shortest * 1000 < limit ? distances.shortest * 1000 : undefined;
}
