/** The templates of a module, bound to its tasks: each makes the definition of a job out of values. */
import { type Run, SchedcError, type Schedule, type ScheduledTemplate, type TemplateCall } from "../model/index.ts";
import { complete, createSource, type Definition, type TriggerReport } from "./definition.ts";
import { fillTrigger, type Next } from "./template-fill.ts";
import { fillHoles, holesIn } from "./template-hole.ts";
import { fillId } from "./template-id.ts";
import { textOfValue, typedValues } from "./template-text.ts";
import type { Reading, Values } from "./template-value.ts";

/** A registered template. */
export interface TemplateEntry {
  readonly name: string;
  readonly reading: Reading;
  /** The parameters that an id holds. */
  readonly keys: readonly string[];
  readonly idOf: (values: Values) => string;
  /** Throws a `SchedcError` where these values make no job. */
  readonly make: (values: Values) => Definition;
}

export function defineTemplates<Id extends string, Tasks, Templates>(
  schedule: Schedule<Id, Tasks, Templates>,
  tasks: Tasks | undefined,
  report: TriggerReport,
): readonly TemplateEntry[] {
  const templates: Readonly<Record<string, ScheduledTemplate<Tasks, never>>> = schedule.templates ?? {};
  return Object.entries(templates).map(([name, spec]) => {
    if (Object.hasOwn(schedule.jobs, name)) {
      throw new SchedcError(`${schedule.source} has a job and a template that are both called ${name}.`, {
        code: "template/duplicate",
      });
    }
    return entryOf(name, spec, { schedule, tasks: tasks as Tasks, report });
  });
}

interface Around<Tasks> {
  readonly schedule: Pick<Schedule<string, Tasks>, "zones">;
  readonly tasks: Tasks;
  readonly report: TriggerReport;
}

function entryOf<Tasks>(
  name: string,
  spec: ScheduledTemplate<Tasks, never>,
  { schedule, tasks, report }: Around<Tasks>,
): TemplateEntry {
  const { params, zone, id: pattern } = spec;
  const keys = holesIn(pattern).filter((key) => Object.hasOwn(params, key));
  if (keys.length === 0) {
    throw new SchedcError(`The template ${name} has no parameter in its id, so all of its jobs would be one.`, {
      code: "template/id",
    });
  }
  const idOf = (values: Values): string => fillId(pattern, values, name);
  const make = (values: Values): Definition => {
    const id = idOf(values);
    const text = (one: string): string => filled(one, values);
    // Each call gets values of its own: a Date can be changed by whoever holds it.
    const typed = (): never => typedValues(params, values) as never;
    const bind = (call: TemplateCall<Tasks, never>) => (run: Run) => call(run, tasks, typed(), text);
    const nexts = (spec.nexts ?? []).map(
      (next): Next =>
        (after) =>
          next(after, tasks, typed(), text),
    );
    const job = {
      ...spec,
      name: spec.name === undefined ? id : text(spec.name),
      trigger: fillTrigger(spec.trigger, values, id, nexts),
      policy: {
        ...spec.policy,
        ...(spec.policy?.tags && { tags: spec.policy.tags.map(text) }),
        ...(spec.policy?.renamedFrom && {
          renamedFrom: spec.policy.renamedFrom.map((former) => fillId(former, values, name)),
        }),
      },
    };
    return complete(id, job, createSource(schedule.zones, report, bind), { name, values });
  };
  return { name, reading: { template: name, params, zone }, keys, idOf, make };
}

function filled(pattern: string, values: Values): string {
  return fillHoles(pattern, (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? undefined : textOfValue(value);
  });
}
