/** `after a succeeds and b fails`: which sides are set, and when the last of them makes the job fire. Pure. */
import type { AfterTrigger } from "../model/index.ts";

/** One flag a side, in the order of the trigger. */
export type Sides = readonly boolean[];

export interface ChainStep {
  readonly sides: Sides;
  readonly fires: boolean;
}

/** No side is set: at first, and again whenever the job fires. */
export function clearSides(trigger: AfterTrigger): Sides {
  return trigger.all.map(() => false);
}

/** What the end of a run does: it sets the sides that wait for such an end of its job and clears the others of it. */
export function advanceChain(trigger: AfterTrigger, sides: Sides, job: string, succeeded: boolean): ChainStep {
  const next = trigger.all.map((side, index) => {
    if (side.job !== job) return sides[index] ?? false;
    return side.ends === "completes" || (side.ends === "succeeds") === succeeded;
  });
  const fires = next.length > 0 && next.every(Boolean);
  return { sides: fires ? clearSides(trigger) : next, fires };
}
