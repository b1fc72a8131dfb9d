/** `jitter` and `spread` that could carry a start beyond the next fire. */
import { type Finding, finding, policyOf } from "../../dsl/index.ts";
import type { Trigger } from "../../runtime/model/index.ts";
import { secondsOf } from "../../runtime/trigger/index.ts";
import type { LoweredJob } from "../plan/index.ts";
import { distancesOf, writtenOf } from "../proof/index.ts";
import { isTimed, type Member, membersOf } from "./members.ts";
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
  const [only, other] = members;
  if (only && other === undefined && distanceAtLeast(only) * 1000 >= limit) return undefined;
  // As if read on one clock: in UTC no day is shorter or longer than it reads.
  const [written] = writtenOf({ kind: "union", of: members.map((member) => ({ ...member, zone: "UTC" })) }) ?? [];
  const distances = written && distancesOf(written);
  return distances && distances.shortest * 1000 < limit ? distances.shortest * 1000 : undefined;
}

/** What no two fires of a trigger are closer than, in seconds, told without a look at its days; 0 where that is not known. */
function distanceAtLeast(member: Member): number {
  if (member.kind === "elapsed") return member.every / 1000;
  if (member.kind !== "calendar") return 0;
  const { times } = member;
  if ("at" in times) return closest(times.at.map(secondsOf));
  if (!("every" in times)) return 0;
  const [[from, to, weekdays] = ["", ""], second] = times.ranges;
  if (second || weekdays || from === "") return 0;
  const [first, step] = [secondsOf(from), times.every / 1000];
  const last = first + Math.floor((secondsOf(to) - first) / step) * step;
  return Math.min(step, closest([first, last]));
}

/** Between clocks that may come every day. */
function closest(clocks: readonly number[]): number {
  const [first = 0] = clocks;
  const gaps = clocks.map((clock, i) => (clocks[i + 1] ?? first + 86_400) - clock);
  return Math.min(...gaps.filter((gap) => gap !== 0));
}
