/**
 * Triggers that many jobs of a module have, written once: a module of thousands of jobs stays short to read, to load and
 * to type-check, which costs most where data is deep.
 */
import type { Trigger } from "../../../runtime/model/index.ts";
import type { JobSide, PlanJob } from "../../plan/types.ts";

export interface SharedTrigger {
  /** The sentence of the first job that has it; with a number where another trigger is said so too, in another zone. */
  readonly name: string;
  readonly trigger: Trigger;
  /** The plan's `triggerHash` of every job that has it. */
  readonly hash: string;
}

/** So many jobs may have one trigger and each say it in full. */
const FEW = 3;

/** In the order in which the jobs first have them. What a module binds a function into stands where it is bound. */
export function sharedTriggers(
  entries: readonly { readonly job: PlanJob; readonly about: JobSide }[],
): readonly SharedTrigger[] {
  const taken = new Set<string>();
  return [...Map.groupBy(entries, ({ job }) => job.triggerHash)].flatMap(([hash, [first, ...others]]) => {
    if (!first || others.length < FEW || holdsFunction(first.job.trigger)) return [];
    let name = first.about.says;
    for (let n = 2; taken.has(name); n++) name = `${first.about.says} (${n})`;
    taken.add(name);
    return [{ name, trigger: first.job.trigger, hash }];
  });
}

function holdsFunction(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.some(({ kind }) => kind === "custom");
}
