/** A plan as a schedule that the runtime registers, its calls bound to modules and tasks: what `run` executes without writing a module. */
import { type FileSide, type Plan, type PlanJob, type PlanTemplate, tooling } from "../compiler/index.ts";
import type { Run, Schedule, ScheduledJob, ScheduledTemplate, TemplateCall } from "../runtime/index.ts";
import { SchedcError } from "../runtime/model/index.ts";
import {
  bound,
  boundTrigger,
  boundWith,
  type Call,
  type Code,
  evaluated,
  functionOf,
  type Given,
  type Scope,
  scopeOf,
  type Values,
} from "./plan-calls.ts";

/** `played` schedules have triggers and policies alone: nothing in them calls a task but a custom trigger. */
export type Purpose = "run" | "played";

/** Throws a `SchedcError` where a call leads to no function. */
export function planSchedule(plan: Plan, side: FileSide, code: Code, purpose: Purpose): Schedule<string, unknown> {
  const scope = scopeOf(side, code);
  const byId = new Map(plan.jobs.map((job) => [job.id, job]));
  const planned = side.jobs.flatMap(({ id, says }) => {
    const job = byId.get(id);
    return job ? [{ job, says }] : [];
  });
  // A played schedule makes no job of a template: nobody gives it values.
  const templates = purpose === "played" ? [] : templatesOf(plan, side);
  requireTasks(
    [...planned.map(({ job }) => job), ...templates].flatMap((job) => tasksOf(job, purpose)),
    scope,
  );
  const jobs = planned.map(({ job, says }) => [job.id, scheduledJob(job, says, scope, purpose)] as const);
  // Fires are those of a module built here, whatever zone data this machine has.
  const zones = tooling.carriedZones([...planned.map(({ job }) => job), ...templates].map(({ trigger }) => trigger));
  return {
    version: 1,
    source: side.file,
    jobs: Object.fromEntries(jobs),
    ...(zones !== undefined && { zones }),
    ...(templates.length > 0 && {
      templates: Object.fromEntries(templates.map((one) => [one.template, scheduledTemplate(one, scope)])),
    }),
  };
}

function templatesOf(plan: Plan, { templates = [] }: FileSide): readonly PlanTemplate[] {
  const names = new Set(templates.map(({ template }) => template));
  return plan.templates.filter(({ template }) => names.has(template));
}

/** Every function that a job needs by name. */
function tasksOf({ task, trigger, policy }: PlanJob, purpose: Purpose): readonly string[] {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  const custom = members.flatMap((member) => (member.kind === "custom" ? [member.task] : []));
  const { when, unless, onFailure, onSuccess, onMissed } = policy;
  const calls = [when, unless, onFailure, onSuccess, onMissed].flatMap((call) => call?.task ?? []);
  return purpose === "played" ? custom : [task, ...calls, ...custom];
}

/** All that are missing at once, so that they need not be found one by one. */
function requireTasks(tasks: readonly string[], scope: Scope): void {
  const missing = [...new Set(tasks)].filter((task) => typeof scope.find(task).value !== "function");
  if (missing.length === 0) return;
  const imported = missing.flatMap((task) => {
    const from = scope.moduleOf(task);
    return from === undefined ? [] : [`${from} exports no function ${task}`];
  });
  const given = missing.filter((task) => scope.moduleOf(task) === undefined);
  const [what, it] = given.length === 1 ? ["task", "it"] : ["tasks", "them"];
  const faults = [
    ...imported,
    ...(given.length === 0
      ? []
      : [
          `nothing gives the ${what} ${given.join(", ")}; import ${it}, or name a module that exports ${it}: --tasks MODULE`,
        ]),
  ];
  throw new SchedcError(faults.join("; "), { code: "cli/no-task" });
}

function scheduledJob(job: PlanJob, says: string, scope: Scope, purpose: Purpose): ScheduledJob<unknown> {
  const { when, unless, onFailure, onSuccess, onMissed, ...policy } = job.policy;
  const base = { name: job.name, says, policy, trigger: boundTrigger(job.trigger, scope) };
  if (purpose === "played") return { ...base, run: () => undefined };
  const guard = (call: Call) => bound(call, scope) as (run: Run) => boolean | Promise<boolean>;
  return {
    ...base,
    run: bound(job, scope),
    ...(when && { when: guard(when) }),
    ...(unless && { unless: guard(unless) }),
    ...(onFailure && { onFailure: bound(onFailure, scope) }),
    ...(onSuccess && { onSuccess: bound(onSuccess, scope) }),
    ...(onMissed && { onMissed: bound(onMissed, scope) }),
  };
}

/** Jobs of it are in the store; others are the app's to make. */
function scheduledTemplate(template: PlanTemplate, scope: Scope): ScheduledTemplate<unknown, Values> {
  const { when, unless, onFailure, onSuccess, onMissed, ...policy } = template.policy;
  const { id, name, zone, trigger } = template;
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  const nexts = members.flatMap((member) => {
    if (member.kind !== "custom") return [];
    const { callee, owner } = functionOf(member.task, scope);
    const next = (after: Date, _tasks: unknown, values: Values, text: Given["text"]): Date | null => {
      const args = member.args.map((value) => evaluated(value, undefined, scope, { values, text }));
      return callee.apply(owner, [...args, ...(scope.isHanded("after", member) ? [after] : [])]) as Date | null;
    };
    return [next];
  });
  const call = (one: Call): TemplateCall<unknown, Values> => {
    const whole = boundWith(one, scope);
    return (run, _tasks, values, text) => whole(run, { values, text });
  };
  const guard = (one: Call) => call(one) as TemplateCall<unknown, Values, boolean | Promise<boolean>>;
  return {
    ...{ id, name, zone, trigger, policy, nexts },
    params: Object.fromEntries(template.params.map(({ name, ...param }) => [name, param])),
    run: call(template),
    ...(when && { when: guard(when) }),
    ...(unless && { unless: guard(unless) }),
    ...(onFailure && { onFailure: call(onFailure) }),
    ...(onSuccess && { onSuccess: call(onSuccess) }),
    ...(onMissed && { onMissed: call(onMissed) }),
  };
}
