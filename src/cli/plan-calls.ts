/** The calls of a plan bound to the functions that they lead to. */
import { type FileSide, tooling } from "../compiler/index.ts";
import type { Run, Trigger, Value } from "../runtime/index.ts";

/** Modules by the path a file imports them from. */
export type Modules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
type Tasks = Readonly<Record<string, unknown>>;
export type Call = { readonly task: string; readonly args: readonly Value[] };
type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The code that calls lead to. */
export interface Code {
  readonly modules: Modules;
  readonly tasks: Tasks;
  /** What the types of imported tasks tell: whether a call is handed its context. */
  readonly handsContext?: ReadonlyMap<string, boolean>;
}

/** Where the names of a file lead. */
export interface Scope {
  /** What a dotted path stands for, and the object it is a member of. */
  find(path: string): { readonly value: unknown; readonly owner: unknown };
  /** The path that the file imports it from, as written. */
  moduleOf(path: string): string | undefined;
  /** Whether the context follows the arguments: the run, or for a custom trigger the instant asked from. */
  isHanded(context: "run" | "after", call: Call): boolean;
}

export function scopeOf(side: FileSide, { modules, tasks, handsContext }: Code): Scope {
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
    isHanded(context, { task, args }) {
      if (context === "run" && args.some((value) => isRuntime(value) && value.runtime === "ctx")) return false;
      // What nothing is known of is handed it: a function that takes no more ignores it.
      return handsContext?.get(tooling.contextKey(context, task, args.length)) ?? true;
    },
  };
}

export function bound(call: Call, scope: Scope): (run: Run) => unknown {
  const whole = boundWith(call, scope);
  return (run) => whole(run);
}

/** The same, with what a template's call is given. */
export function boundWith(call: Call, scope: Scope): (run: Run, given?: Given) => unknown {
  const { callee, owner } = functionOf(call.task, scope);
  const isHanded = scope.isHanded("run", call);
  return (run, given) =>
    callee.apply(owner, [...call.args.map((value) => evaluated(value, run, scope, given)), ...(isHanded ? [run] : [])]);
}

export function boundTrigger(trigger: Trigger, scope: Scope): Trigger {
  const one = <T extends Trigger>(member: T): T => {
    if (member.kind !== "custom") return member;
    const { callee, owner } = functionOf(member.task, scope);
    const args = member.args.map((value) => evaluated(value, undefined, scope));
    const isHanded = scope.isHanded("after", member);
    return {
      ...member,
      next: (after: Date) => callee.apply(owner, [...args, ...(isHanded ? [after] : [])]) as Date | null,
    };
  };
  return trigger.kind === "union" ? { kind: "union", of: trigger.of.map(one) } : one(trigger);
}

export function functionOf(task: string, scope: Scope): { callee: AnyFunction; owner: unknown } {
  const { value, owner } = scope.find(task);
  return { callee: value as AnyFunction, owner };
}

export type Values = Readonly<Record<string, unknown>>;

/** What a call of a template's knows beside its run. */
export interface Given {
  readonly values: Values;
  readonly text: (pattern: string) => string;
}

export function evaluated(value: Value, run: Run | undefined, scope: Scope, given?: Given): unknown {
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
