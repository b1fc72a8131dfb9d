/** Single instants, resolved and filtered once. */
import type { InstantsTrigger } from "../model/index.ts";
import { admits, createAdmission } from "./admission.ts";
import { resolvePoint } from "./point.ts";
import { createSearch, type Search } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";
import { ascending, firstFrom } from "./sorted.ts";

export function searchInstants(trigger: InstantsTrigger): Search {
  const admission = createAdmission(trigger);
  const resolved = trigger.at.map((point) => resolvePoint(point, trigger.zone));
  const instants = ascending(resolved.filter((instant) => admits(admission, instant)));
  return createSearch(
    (after) => {
      const at = firstFrom(instants, after);
      return (instants[at] === after ? instants[at + 1] : instants[at]) ?? NEVER;
    },
    (upTo) => instants[firstFrom(instants, upTo + 1) - 1] ?? BEFORE_ALL,
  );
}
