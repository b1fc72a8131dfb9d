/**
 * What changed between the jobs that were and the jobs that are to be. Pure: the start of a scheduler, a deploy and
 * a diff ask the same question and get the same answer.
 */
import type { JobRecord } from "./store.ts";

/** What is known of a job from before; of an old store perhaps no more than its trigger. */
export type Known = Pick<JobRecord, "job" | "triggerHash"> & Partial<Pick<JobRecord, "name" | "policy">>;
export type Wanted = Pick<JobRecord, "job" | "triggerHash" | "name" | "policy">;

export type Difference =
  | { readonly kind: "new" | "gone" | "retimed"; readonly job: string }
  /** Known under an older id, which nobody has any more. */
  | { readonly kind: "renamed"; readonly job: string; readonly from: string }
  /** `name`, or members of the policy. */
  | { readonly kind: "changed"; readonly job: string; readonly fields: readonly string[] };

/** In the order of the jobs wanted, a rename first; then those that are gone. */
export function compare(before: readonly Known[], after: readonly Wanted[]): readonly Difference[] {
  const known = new Map(before.map((one) => [one.job, one]));
  const claimed = new Set(after.map(({ job }) => job));
  const differences = after.flatMap((wanted): Difference[] => {
    const { job } = wanted;
    const from = known.has(job) ? job : wanted.policy.renamedFrom.find((id) => known.has(id) && !claimed.has(id));
    const was = from === undefined ? undefined : known.get(from);
    if (from === undefined || was === undefined) return [{ kind: "new", job }];
    claimed.add(from);
    const fields = changedFields(was, wanted);
    return [
      ...(from === job ? [] : [{ kind: "renamed", job, from } as const]),
      ...(was.triggerHash === wanted.triggerHash ? [] : [{ kind: "retimed", job } as const]),
      ...(fields.length === 0 ? [] : [{ kind: "changed", job, fields } as const]),
    ];
  });
  const gone = before.filter(({ job }) => !claimed.has(job));
  return [...differences, ...gone.map(({ job }) => ({ kind: "gone", job }) as const)];
}

/** `renamedFrom` only says where a job comes from. */
function changedFields(was: Known, is: Wanted): readonly string[] {
  const named = was.name === undefined || nameOf(was) === nameOf(is) ? [] : ["name"];
  const { policy } = was;
  if (policy === undefined || policy === is.policy) return named;
  const members = new Set([...Object.keys(policy), ...Object.keys(is.policy)]) as Set<keyof JobRecord["policy"]>;
  members.delete("renamedFrom");
  return [...named, ...[...members].filter((member) => text(policy[member]) !== text(is.policy[member]))];
}

/** A name that nobody gave is the id, which a rename changes without a word. */
function nameOf({ job, name }: Known): string | undefined {
  return name === job ? undefined : name;
}

/** One text for values that are equal, whatever the order of their members, also where one has been through JSON. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) => {
      if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
      return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ""
  );
}
