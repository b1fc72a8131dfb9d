/** What the rules about several files look at: every job of a build under its id, a template under the id that it writes. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { AfterNode, FileNode } from "../tree/nodes.ts";
import { groupPath, type Identity, identityOf, resolveJob } from "./identity.ts";
import { type JobPlace, jobsOf, triggersOf } from "./places.ts";
import { isTemplate, templatesOf } from "./templates.ts";

export interface BuildFile {
  readonly name: string;
  readonly file: FileNode;
  /** Where the parser found something: what seems to be missing may stand there. */
  readonly broken?: readonly Span[];
}

export interface BuildJob {
  readonly file: string;
  readonly place: JobPlace;
  readonly identity: Identity;
  readonly waitsFor: readonly Wait[];
}

/** One side of an `after`. */
export interface Wait {
  readonly path: readonly string[];
  readonly span: Span;
  /** Absent where no job is called so. */
  readonly id?: string;
}

export interface Build {
  readonly files: readonly BuildFile[];
  /** Of the files in their order, each in source order. */
  readonly jobs: readonly BuildJob[];
  /** The first job of each id. */
  readonly byId: ReadonlyMap<string, BuildJob>;
  /** Whether some file holds what the parser could not read. */
  readonly broken: boolean;
}

/** A finding and the file that it is about. */
export interface Placed {
  readonly file: string;
  readonly finding: Finding;
}

export type BuildRule = (build: Build) => Iterable<Placed>;

export function buildOf(files: readonly BuildFile[]): Build {
  const named = files.flatMap(({ name, file }) =>
    [...jobsOf(file), ...templatesOf(file)].flatMap((place) => {
      const identity = identityOf(place);
      // A template that says no id has a finding for it, and its name is no job's.
      return identity && !(isTemplate(place) && identity.from !== "id") ? [{ file: name, place, identity }] : [];
    }),
  );
  const ids = new Set(named.map(({ identity }) => identity.id));
  const jobs = named.map((job) => ({ ...job, waitsFor: waitsOf(job.place, ids) }));
  const byId = new Map<string, BuildJob>();
  for (const job of jobs) if (!byId.has(job.identity.id)) byId.set(job.identity.id, job);
  return { files, jobs, byId, broken: files.some(({ broken }) => (broken?.length ?? 0) > 0) };
}

function waitsOf(place: JobPlace, ids: ReadonlySet<string>): readonly Wait[] {
  const after = triggersOf(place.job).filter((trigger): trigger is AfterNode => trigger.kind === "after");
  return after.flatMap(({ parts }) =>
    parts.map(({ path }) => {
      const names = path.names.map(({ text }) => text);
      const id = resolveJob(names, groupPath(place), ids);
      return { path: names, span: path.span, ...(id !== undefined && { id }) };
    }),
  );
}
