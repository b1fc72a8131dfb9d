/** Where the jobs of a file stand: each with the groups around it, outermost first. */
import type { DefaultsNode, FileNode, GroupNode, JobNode, RunNode, TriggerNode } from "../tree/nodes.ts";

export interface JobPlace {
  readonly job: JobNode;
  readonly groups: readonly GroupNode[];
}

/** The jobs of a file in source order, those of its groups among them. */
export function jobsOf(file: FileNode): readonly JobPlace[] {
  const places = known.get(file) ?? file.statements.flatMap((statement) => jobsWithin(statement, []));
  known.set(file, places);
  return places;
}

/** Trees never change, so what one holds is worked out once, not once a use. */
const known = new WeakMap<FileNode, readonly JobPlace[]>();

function jobsWithin(item: { readonly kind: string }, groups: readonly GroupNode[]): readonly JobPlace[] {
  if (isJob(item)) return [{ job: item, groups }];
  if (!isGroup(item)) return [];
  return item.items.flatMap((inner) => jobsWithin(inner, [...groups, item]));
}

/** The groups of a file in source order, inner ones after those around them. */
export function groupsOf(file: FileNode): readonly GroupNode[] {
  const within = (group: GroupNode): readonly GroupNode[] => [group, ...group.items.filter(isGroup).flatMap(within)];
  return file.statements.filter(isGroup).flatMap(within);
}

/** The file's `defaults`: one in a correct tree. */
export function defaultsOf(file: FileNode): readonly DefaultsNode[] {
  return file.statements.filter((statement) => statement.kind === "defaults");
}

export function triggersOf(job: JobNode): readonly TriggerNode[] {
  return job.body.filter(isTrigger);
}

/** What a job runs: exactly one in a correct tree. */
export function runsOf(job: JobNode): readonly RunNode[] {
  return job.body.filter((item): item is RunNode => item.kind === "run");
}

const triggerKinds: ReadonlySet<string> = new Set<TriggerNode["kind"]>(["every", "once", "after", "cron", "custom"]);

export function isTrigger(item: { readonly kind: string }): item is TriggerNode {
  return triggerKinds.has(item.kind);
}

function isJob(item: { readonly kind: string }): item is JobNode {
  return item.kind === "job";
}

function isGroup(item: { readonly kind: string }): item is GroupNode {
  return item.kind === "group";
}
