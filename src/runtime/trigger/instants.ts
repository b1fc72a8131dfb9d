/** Single instants, resolved and filtered once. */
import type { InstantsTrigger } from "../model/index.ts";
import { admits, createAdmission } from "./admission.ts";
import { resolvePoint } from "./point.ts";
import type { PreparedTrigger } from "./prepared.ts";
import { ascending, firstFrom } from "./sorted.ts";

export function prepareInstants(trigger: InstantsTrigger): PreparedTrigger {
  const admission = createAdmission(trigger);
  const resolved = trigger.at.map((point) => resolvePoint(point, trigger.zone));
  const instants = ascending(resolved.filter((instant) => admits(admission, instant)));
  return {
    next(after) {
      const at = firstFrom(instants, after);
      return instants[at] === after ? instants[at + 1] : instants[at];
    },
    previous: (before) => instants[firstFrom(instants, before) - 1],
    has: (instant) => instants[firstFrom(instants, instant)] === instant,
  };
}
