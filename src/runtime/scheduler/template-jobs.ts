/** The jobs that an app makes from templates: made, listed, taken out, and let go when they have ended for good. */
import { type JobHandle, SchedcError, type TemplateHandle, type TemplateJob } from "../model/index.ts";
import type { Core } from "./core.ts";
import { createHandle } from "./handle.ts";
import type { Job } from "./job.ts";
import { checkNew, register, remove } from "./registry.ts";
import type { TemplateEntry } from "./template-definition.ts";
import { typedValues } from "./template-text.ts";
import { readSome, readValues } from "./template-value.ts";

export function createTemplateHandle(core: Core, entry: TemplateEntry): TemplateHandle<object, object, never> {
  return {
    schedule: (given) => schedule(core, entry, given),
    cancel(which) {
      const id = typeof which === "string" ? which : entry.idOf(readSome(entry.reading, entry.keys, which));
      const job = core.jobs.get(id);
      if (job === undefined || !isOf(job, entry)) return false;
      remove(core, job);
      core.turn();
      return true;
    },
    list: () => [...core.jobs.values()].flatMap((job) => rowOf(core, job, entry)),
  };
}

/** What is made while the scheduler stops would be in no store, and so forgotten: it is refused. */
function schedule(core: Core, entry: TemplateEntry, given: unknown): JobHandle {
  if (core.phase === "stopping") {
    throw new SchedcError(`The template ${entry.name} makes no job now: the scheduler is stopping.`, {
      code: "template/stopping",
    });
  }
  const definition = entry.make(readValues(entry.reading, given));
  const there = core.jobs.get(definition.id);
  if (there !== undefined && !isOf(there, entry)) {
    throw new SchedcError(
      `The template ${entry.name} cannot make ${definition.id}: a job that is not of this template has that id.`,
      { code: "job/duplicate" },
    );
  }
  checkNew(core, [definition]);
  const job = register(core, definition);
  core.turn();
  return createHandle(core, job, job.id);
}

function rowOf(core: Core, job: Job, entry: TemplateEntry): readonly TemplateJob<object>[] {
  const { template } = job.definition;
  if (template === undefined || !isOf(job, entry)) return [];
  const values = typedValues(entry.reading.params, template.values);
  return [{ id: job.id, values, next: createHandle(core, job, job.id).next() }];
}

function isOf({ definition }: Job, { name }: TemplateEntry): boolean {
  return definition.template?.name === name;
}

/**
 * Jobs of templates are made for something and leave when it is over: no fire to come, none under way. Other jobs
 * stay, for a module or a line of code keeps them.
 */
export function retireEnded(core: Core): void {
  if (core.phase !== "running") return;
  const { leaving } = core.templates;
  for (const job of leaving) {
    leaving.delete(job);
    if (!goesOn(job)) remove(core, job, "ended");
  }
}

/** What follows starts and ends has always something to come. */
function goesOn({ removed, next, active, waiting, definition: { parts } }: Job): boolean {
  const { startup, after, completion } = parts;
  return (
    removed || next !== undefined || active.length + waiting.length + after.length + completion.length > 0 || startup
  );
}
