/** What a scheduler knows of templates. */
import { SchedcError } from "../model/index.ts";
import type { Job } from "./job.ts";
import type { JobRecord } from "./store.ts";
import type { TemplateEntry } from "./template-definition.ts";

export interface Templates {
  readonly known: Map<string, TemplateEntry>;
  /** Jobs that the store knows, of templates that no module has brought yet. */
  readonly strays: Map<string, JobRecord>;
  /** Jobs that may have ended: their next fire or the end of a run is new since the last turn. */
  readonly leaving: Set<Job>;
}

export function createTemplates(): Templates {
  return { known: new Map(), strays: new Map(), leaving: new Set() };
}

/** Jobs are found again by the name of their template, so that there is one of each. */
export function refuseKnown({ known }: Templates, entries: readonly TemplateEntry[]): void {
  const taken = entries.filter(({ name }) => known.has(name)).map(({ name }) => name);
  if (taken.length === 0) return;
  throw new SchedcError(
    `There ${taken.length === 1 ? "is a template" : "are templates"} called ${taken.join(", ")} already; each needs a name of its own.`,
    { code: "template/duplicate" },
  );
}
