/** Triggers whose instants a function of the app gives, within bounds and filters. */
import { type CustomTrigger, SchedcError } from "../model/index.ts";
import { createAdmission } from "./admission.ts";
import { createSearch, type Search } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";

/** Told of an answer that ends a custom trigger since it is no later than what was asked, or no date at all. */
export type Report = (error: SchedcError) => void;

const HOUR = 3_600_000;

/**
 * The function sees only instants: what its trigger's limits keep out is asked past. An answer no later than asked
 * would never end, so it ends the trigger.
 */
export function searchCustom(trigger: CustomTrigger, report: Report): Search {
  const { next: ask, task } = trigger;
  if (!ask) {
    throw new SchedcError(
      `The fire times of custom ${task} are not in its JSON: its function is bound where the generated module is imported.`,
    );
  }
  const { from, until, sieve } = createAdmission(trigger);

  const next = (after: number): number | undefined => {
    let asked = Math.max(after, from - 1);
    while (asked < until) {
      const answer = ask(new Date(asked));
      if (answer === null) return undefined;
      const instant = answer.getTime();
      if (!(instant > asked)) {
        const given = Number.isNaN(instant) ? "no valid date" : answer.toISOString();
        report(
          new SchedcError(`Asked for a time after ${new Date(asked).toISOString()}, custom ${task} gave ${given}.`),
        );
        return undefined;
      }
      if (instant > until) return undefined;
      const second = Math.floor(instant / 1000);
      const passed = sieve === undefined ? second : sieve.next(second);
      if (passed === second) return instant;
      // Ask again from just before the next second that may pass, since that second itself may be an answer.
      asked = Math.max(instant, passed * 1000 - 1);
    }
    return undefined;
  };

  /** The function only looks forward: ask from ever further back until something lies before, then walk up to it. */
  const previous = (before: number): number | undefined => {
    const end = Math.min(before, until + 1);
    for (let back = HOUR; ; back *= 4) {
      const start = Math.max(end - back, from - 1);
      let found = next(start);
      if (found !== undefined && found < end) {
        for (let later = next(found); later !== undefined && later < end; later = next(later)) found = later;
        return found;
      }
      if (!(start >= from)) return undefined;
    }
  };

  return createSearch(
    (after) => next(after) ?? NEVER,
    (upTo) => previous(upTo + 1) ?? BEFORE_ALL,
  );
}
