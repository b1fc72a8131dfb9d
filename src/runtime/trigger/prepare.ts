/** From the JSON of a trigger to something that answers; one case for each kind. */
import { SchedcError, type Trigger } from "../model/index.ts";
import { searchCalendar } from "./calendar.ts";
import { type Report, searchCustom } from "./custom.ts";
import { searchElapsed } from "./elapsed.ts";
import { searchInstants } from "./instants.ts";
import { createPrepared, neverFires, type PreparedTrigger, type Search } from "./prepared.ts";
import { searchRandom } from "./random.ts";
import { searchUnion } from "./union.ts";

/**
 * Makes a trigger ready to answer many times: what a scheduler holds.
 *
 * Kinds without a fire set (`startup`, `after`, `completion`) are ready and never fire. A custom trigger whose function
 * is not bound, an unknown zone and a malformed clock, date or step are each a `SchedcError`.
 */
export function prepare(trigger: Trigger, report: Report = () => {}): PreparedTrigger {
  return createPrepared(searchOf(trigger, report));
}

function searchOf(trigger: Trigger, report: Report): Search {
  switch (trigger.kind) {
    case "calendar":
      return "random" in trigger.times ? searchRandom(trigger, trigger.times) : searchCalendar(trigger, trigger.times);
    case "elapsed":
      return searchElapsed(trigger);
    case "instants":
      return searchInstants(trigger);
    case "union":
      return searchUnion(trigger.of.map((member) => searchOf(member, report)));
    case "custom":
      return searchCustom(trigger, report);
    case "startup":
    case "after":
    case "completion":
      return neverFires;
    default: {
      const { kind } = trigger satisfies never as Trigger;
      throw new SchedcError(`This runtime knows no trigger of the kind "${kind}"; a newer one may have written it.`);
    }
  }
}
