/** What a module says of a policy: only where it differs from the default, so that its data stays short. */
import { defaultPolicy, type PartialPolicy } from "../../../runtime/model/index.ts";
import type { PlanPolicy } from "../../plan/types.ts";
import { hookSlots } from "./module-model.ts";

const calls: ReadonlySet<string> = new Set(hookSlots);

/** Undefined where nothing differs. */
export function policyDifference(policy: PlanPolicy): PartialPolicy | undefined {
  const differing = Object.entries(policy).filter(
    ([key, value]) => !calls.has(key) && value !== undefined && !equal(value, Reflect.get(defaultPolicy, key)),
  );
  return differing.length === 0 ? undefined : Object.fromEntries(differing);
}

function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => equal(Reflect.get(a, key), Reflect.get(b, key)));
}
