/**
 * What a job is called, everywhere and for ever: in stores, events, generated modules and `after` chains.
 *
 * `id "…"` is the whole id. Else it is the names of the groups around the job and its own name, or the last word of
 * its task, joined by dots. The place of a job among others is never part of it, so moving it keeps its history.
 */
import type { Span } from "../source/span.ts";
import type { PolicyNode } from "../tree/nodes.ts";
import { type JobPlace, runsOf } from "./places.ts";

export interface Identity {
  readonly id: string;
  /** What was written that gives the id. */
  readonly span: Span;
  readonly from: "id" | "name" | "task";
}

/** The path that names of a job are sought from, outermost first. */
export function groupPath({ groups }: JobPlace): readonly string[] {
  return groups.map((group) => group.name.text);
}

/** Undefined only where the job has neither `id` nor name nor run, which is a finding of its own. */
export function identityOf(place: JobPlace): Identity | undefined {
  const { job } = place;
  const written = job.body.find((item): item is PolicyNode & { policy: "id" } => isPolicy(item, "id"));
  if (written) return { id: written.text.value, span: written.text.span, from: "id" };
  const word = job.name ?? runsOf(job)[0]?.call.path.names.at(-1);
  if (!word) return undefined;
  return { id: [...groupPath(place), word.text].join("."), span: word.span, from: job.name ? "name" : "task" };
}

function isPolicy(item: { readonly kind: string; readonly policy?: string }, policy: string): boolean {
  return item.kind === "policy" && item.policy === policy;
}

/**
 * Where a name of `after` leads: sought in the job's own group, then outwards, last as a whole id.
 * `known` holds the ids of every file of the build.
 */
export function resolveJob(
  path: readonly string[],
  from: readonly string[],
  known: { has(id: string): boolean },
): string | undefined {
  for (let depth = from.length; depth >= 0; depth--) {
    const id = [...from.slice(0, depth), ...path].join(".");
    if (known.has(id)) return id;
  }
  return undefined;
}

/**
 * Words that every JavaScript object answers to, and `then`, which would make what holds it a promise. As a key, or
 * as the name of a task that is looked up, each would find something else than what was meant.
 */
const reserved: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype", "then"]);

/** Whether a name of the user's may not be one in generated code and in stores. */
export function isReservedName(name: string): boolean {
  return reserved.has(name);
}
