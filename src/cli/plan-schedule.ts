/** A plan as a schedule that the runtime registers, its calls bound to modules and tasks: what `run` executes without writing a module. */
import type { FileSide, Plan, PlanJob, PlanTemplate } from "../compiler/index.ts";
import type { Run, Schedule, ScheduledJob, ScheduledTemplate, TemplateCall, Trigger, Value } from "../runtime/index.ts";
import { SchedcError } from "../runtime/model/index.ts";

/** Modules by the path a file imports them from. */
export type Modules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
type Tasks = Readonly<Record<string, unknown>>;
type Call = { readonly task: string; readonly args: readonly Value[] };
type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The code that calls lead to. */
export interface Code {
  readonly modules: Modules;
  readonly tasks: Tasks;
}

/** `played` schedules have triggers and policies alone: nothing in them calls a task but a custom trigger. */
export type Purpose = "run" | "played";

/** Throws a `SchedcError` where a call leads to no function. */
export function planSchedule(
  plan: Plan,
  side: FileSide,
  { modules, tasks }: Code,
  purpose: Purpose,
): Schedule<string, unknown> {
  const scope = scopeOf(side, modules, tasks);
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
  return {
    version: 1,
    source: side.file,
    jobs: Object.fromEntries(jobs),
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
      return callee.apply(owner, [...args, after]) as Date | null;
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

/** Where the names of a file lead. */
interface Scope {
  /** What a dotted path stands for, and the object it is a member of. */
  find(path: string): { readonly value: unknown; readonly owner: unknown };
  /** The path that the file imports it from, as written. */
  moduleOf(path: string): string | undefined;
}

function scopeOf(side: FileSide, modules: Modules, tasks: Tasks): Scope {
  const imported = new Map<string, unknown>();
  const origins = new Map<string, string>();
  for (const { from, typeOnly, names } of side.imports) {
    const module = modules.get(from);
    if (typeOnly || !module) continue;
    for (const { name, alias, star } of names) {
      imported.set(alias ?? name, star ? module : module[name]);
      origins.set(alias ?? name, from);
    }
  }
  return {
    find(path) {
      const [root = "", ...members] = path.split(".");
      let owner: unknown;
      let value = imported.has(root) ? imported.get(root) : Object.hasOwn(tasks, root) ? tasks[root] : undefined;
      for (const member of members) {
        owner = value;
        value = typeof value === "object" && value !== null ? Reflect.get(value, member) : undefined;
      }
      return { value, owner };
    },
    moduleOf: (path) => origins.get(path.split(".", 1)[0] ?? ""),
  };
}

/** The run follows the arguments unless `@ctx` stands among them; a function that takes no more ignores it. */
function bound(call: Call, scope: Scope): (run: Run) => unknown {
  const whole = boundWith(call, scope);
  return (run) => whole(run);
}

/** The same, with what a template's call is given. */
function boundWith({ task, args }: Call, scope: Scope): (run: Run, given?: Given) => unknown {
  const { callee, owner } = functionOf(task, scope);
  const explicit = args.some((value) => isRuntime(value) && value.runtime === "ctx");
  return (run, given) =>
    callee.apply(owner, [...args.map((value) => evaluated(value, run, scope, given)), ...(explicit ? [] : [run])]);
}

function boundTrigger(trigger: Trigger, scope: Scope): Trigger {
  const one = <T extends Trigger>(member: T): T => {
    if (member.kind !== "custom") return member;
    const { callee, owner } = functionOf(member.task, scope);
    const args = member.args.map((value) => evaluated(value, undefined, scope));
    return { ...member, next: (after: Date) => callee.apply(owner, [...args, after]) as Date | null };
  };
  return trigger.kind === "union" ? { kind: "union", of: trigger.of.map(one) } : one(trigger);
}

function functionOf(task: string, scope: Scope): { callee: AnyFunction; owner: unknown } {
  const { value, owner } = scope.find(task);
  return { callee: value as AnyFunction, owner };
}

type Values = Readonly<Record<string, unknown>>;

/** What a call of a template's knows beside its run. */
interface Given {
  readonly values: Values;
  readonly text: (pattern: string) => string;
}

function evaluated(value: Value, run: Run | undefined, scope: Scope, given?: Given): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isRuntime(value)) return run && runtimeValues[value.runtime](run);
  if ("parameter" in value) return given?.values[value.parameter];
  if ("text" in value) return given?.text(value.text);
  if ("reference" in value) return scope.find(value.reference).value;
  if ("object" in value) {
    return Object.fromEntries(
      Object.entries(value.object).map(([key, item]) => [key, evaluated(item, run, scope, given)]),
    );
  }
  return value.map((item) => evaluated(item, run, scope, given));
}

const runtimeValues = {
  ctx: (run: Run) => run,
  scheduled: (run: Run) => run.scheduledAt,
  signal: (run: Run) => run.signal,
  attempt: (run: Run) => run.attempt,
  id: (run: Run) => run.id,
} as const;

function isRuntime(value: Value): value is { readonly runtime: keyof typeof runtimeValues } {
  return typeof value === "object" && value !== null && "runtime" in value;
}
