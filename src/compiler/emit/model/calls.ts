/** Calls of a plan as code: which function, which arguments, and whether the run is handed on. */
import type { Value } from "../../../runtime/model/index.ts";
import type { PlanCall } from "../../plan/types.ts";
import { isList, pathText, type ResolveReference, valueText } from "../text/value-text.ts";
import type { Imported, ImportTable } from "./imports.ts";
import type { Call } from "./module-model.ts";

/** How many parameters of an imported task a call may fill, the one for the context among them; undefined where nobody can tell. */
export type Arities = (call: PlanCall, context: Context) => number | undefined;

/** What a call is handed beyond its arguments: the run, or for a custom trigger the instant asked from. */
export type Context = "run" | "after";

/** The import behind a dotted path and the members after it; undefined when the app gives the task. */
export function importOf(path: string, table: ImportTable): { imported: Imported; members: string[] } | undefined {
  const [root = "", ...members] = path.split(".");
  const imported = table.get(root);
  return imported && { imported, members };
}

/** Whether the context follows the arguments: not where `@ctx` stands among them, nor where no parameter is left for it. */
export function appendsContext(call: PlanCall, context: Context, arity: number | undefined): boolean {
  if (context === "run" && call.args.some(isRun)) return false;
  return arity === undefined || arity > call.args.length;
}

/** The call inside its arrow function. */
export function callCode(call: PlanCall, context: Context, table: ImportTable, arities: Arities): Call {
  const target = importOf(call.task, table);
  const appended = appendsContext(call, context, target && arities(call, context));
  const callee = target ? pathText(target.imported.local, target.members) : pathText("tasks", call.task.split("."));
  const resolve = referenceResolver(table);
  const args = [...call.args.map((value) => valueText(value, resolve)), ...(appended ? [context] : [])];
  return {
    code: `${callee}(${args.join(", ")})`,
    context: appended || (context === "run" && call.args.some(readsRun)),
    tasks: target === undefined,
  };
}

/** References lead to imports; the checks have refused all others. */
export function referenceResolver(table: ImportTable): ResolveReference {
  return (reference) => {
    const target = importOf(reference, table);
    if (target === undefined) throw new Error(`the reference ${reference} has no import`);
    return pathText(target.imported.local, target.members);
  };
}

/** Every reference inside a value, however deep. */
export function referencesIn(value: Value): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isList(value)) return value.flatMap(referencesIn);
  if ("reference" in value) return [value.reference];
  return "object" in value ? Object.values(value.object).flatMap(referencesIn) : [];
}

function isRun(value: Value): boolean {
  return typeof value === "object" && value !== null && "runtime" in value && value.runtime === "ctx";
}

function readsRun(value: Value): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isList(value)) return value.some(readsRun);
  return "runtime" in value || ("object" in value && Object.values(value.object).some(readsRun));
}
