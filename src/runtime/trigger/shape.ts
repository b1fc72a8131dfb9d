/** Trigger JSON may have been written by hand: what is missing in it, or of another kind, is refused in words. */
import { SchedcError } from "../model/index.ts";

/** Refuses what is no object. */
export function requireObject(value: unknown, what: string): void {
  if (typeof value !== "object" || value === null) refuse(value, what, "object");
}

/** Refuses what is no list. */
export function requireList(value: unknown, what: string): void {
  if (!Array.isArray(value)) refuse(value, what, "list");
}

function refuse(value: unknown, what: string, wanted: string): never {
  throw new SchedcError(`As ${what} a trigger has ${JSON.stringify(value)}, which is no ${wanted}.`);
}
