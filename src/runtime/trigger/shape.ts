/** Trigger JSON may have been written by hand: what is missing in it, or of another kind, is refused in words. */
import { SchedcError } from "../model/index.ts";

/** Refuses what is no object, or lacks one of these fields as the kind of value that it must be. */
export function requireFields(value: unknown, what: string, fields: Readonly<Record<string, "list" | "object">>): void {
  const refuse = (wrong: string): never => {
    throw new SchedcError(`This is no ${what}: ${wrong}.`);
  };
  const isObject = typeof value === "object" && value !== null;
  if (!isObject) refuse(`${JSON.stringify(value)} is no object`);
  for (const [name, wanted] of Object.entries(fields)) {
    const field: unknown = Reflect.get(value as object, name);
    const fits = wanted === "list" ? Array.isArray(field) : typeof field === "object" && field !== null;
    if (!fits) refuse(`"${name}" is ${JSON.stringify(field)} and no ${wanted}`);
  }
}
