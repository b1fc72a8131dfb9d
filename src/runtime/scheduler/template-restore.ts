/**
 * Jobs of templates that the store knows: made again from their values by the module that has their template now.
 * Those whose template nobody has are gone, as other jobs are that nobody registers.
 */
import type { Core } from "./core.ts";
import { type Definition, underPolicy } from "./definition.ts";
import type { Job } from "./job.ts";
import { redefine, register } from "./registry.ts";
import type { JobRecord } from "./store.ts";
import type { TemplateEntry } from "./template-definition.ts";
import { readValues } from "./template-value.ts";

/** To be called once the store has been read, before any job takes up what it left, and for each module that comes later. */
export function restoreTemplates(core: Core, entries: Iterable<TemplateEntry> = core.templates.known.values()): void {
  const known = new Map([...entries].map((entry) => [entry.name, entry]));
  for (const record of [...core.definitions.values()]) {
    const entry = record.template && known.get(record.template.name);
    if (entry !== undefined && !core.forgotten.has(record.job)) restore(core, entry, record);
  }
}

function restore(core: Core, entry: TemplateEntry, record: JobRecord): void {
  let definition: Definition;
  try {
    definition = remade(entry, record);
  } catch (error) {
    // Its values make no job of this template any more: it is gone, and here is why.
    core.ledger.after(() => core.emitter.emit("handler.failed", { where: "trigger", job: record.job, error }));
    return;
  }
  const there = core.jobs.get(definition.id);
  if (there === undefined) register(core, definition);
  else if (isNew(there) && there.definition.policy.onDuplicate !== "replace") redefine(core, there, definition);
}

/** Made in this process, before the store could tell that it is there already. */
function isNew({ row }: Job): boolean {
  return Number.isNaN(row.since);
}

/** By the text that the template has now; what it no longer asks for is left away. Another id is a rename. */
function remade(entry: TemplateEntry, { job, template }: JobRecord): Definition {
  const { params } = entry.reading;
  const kept = Object.entries(template?.values ?? {}).filter(([name]) => Object.hasOwn(params, name));
  const definition = entry.make(readValues(entry.reading, Object.fromEntries(kept)));
  if (definition.id === job) return definition;
  const { policy } = definition;
  return underPolicy(definition, { ...policy, renamedFrom: [...policy.renamedFrom, job] });
}
