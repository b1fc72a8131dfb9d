/** Elapsed steps: every so many milliseconds from an anchor, whatever the clock shows; days and windows only filter. */
import { type ElapsedTrigger, SchedcError } from "../model/index.ts";
import { createAdmission } from "./admission.ts";
import { resolvePoint } from "./point.ts";
import { createSearch, type Search } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";

export function searchElapsed(trigger: ElapsedTrigger): Search {
  const { every } = trigger;
  if (!Number.isInteger(every) || every < 1) {
    throw new SchedcError(
      `Elapsed steps of ${every} ms lead nowhere; they take a whole number of milliseconds above 0.`,
    );
  }
  const { from, until, sieve } = createAdmission(trigger, trigger.days);
  const anchor = resolvePoint(trigger.anchor, trigger.zone);
  // Steps are counted from the anchor, never before it; the life span alone bounds their number.
  const lowest = Math.max(0, Math.ceil((from - anchor) / every));
  const highest = Math.floor((until - anchor) / every);

  const next = (after: number): number => {
    let step = Math.max(lowest, Math.floor((after - anchor) / every) + 1);
    while (step <= highest) {
      const instant = anchor + step * every;
      const second = Math.floor(instant / 1000);
      const passed = sieve === undefined ? second : sieve.next(second);
      if (passed === second) return instant;
      // The sieve names a second before which nothing passes, so closed days cost one step, not thousands.
      step = Math.max(step + 1, Math.ceil((passed * 1000 - anchor) / every));
    }
    return NEVER;
  };

  const previous = (upTo: number): number => {
    let step = Math.min(highest, Math.floor((upTo - anchor) / every));
    while (step >= lowest) {
      const instant = anchor + step * every;
      const second = Math.floor(instant / 1000);
      const passed = sieve === undefined ? second : sieve.previous(second);
      if (passed === second) return instant;
      // The whole of that second may hold a step.
      step = Math.min(step - 1, Math.floor((passed * 1000 + 999 - anchor) / every));
    }
    return BEFORE_ALL;
  };

  return createSearch(next, previous);
}
