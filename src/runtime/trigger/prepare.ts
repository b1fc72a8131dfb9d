/** From the JSON of a trigger to something that answers; one case for each kind. */
import { SchedcError, type Trigger } from "../model/index.ts";
import { searchCalendar } from "./calendar.ts";
import { type Report, searchCustom } from "./custom.ts";
import { searchElapsed } from "./elapsed.ts";
import { searchInstants } from "./instants.ts";
import { createPrepared, neverFires, type PreparedTrigger, type Search } from "./prepared.ts";
import { searchRandom } from "./random.ts";
import { requireList, requireObject } from "./shape.ts";
import { searchUnion } from "./union.ts";

/**
 * Makes a trigger ready to answer many times: what a scheduler holds.
 *
 * Kinds without a fire set (`startup`, `after`, `completion`) are ready and never fire. A custom trigger whose function
 * is not bound, an unknown zone and a malformed clock, date or step are each a `SchedcError`.
 */
export function prepare(trigger: Trigger, report: Report = () => {}): PreparedTrigger {
  try {
    return createPrepared(searchOf(trigger, report));
  } catch (error) {
    // Whatever is malformed further down fails where it is read.
    if (!(error instanceof TypeError)) throw error;
    throw new SchedcError(`This trigger is malformed: ${error.message}.`, { cause: error });
  }
}

function searchOf(trigger: Trigger, report: Report): Search {
  if (typeof trigger !== "object" || trigger === null)
    throw new SchedcError(`${JSON.stringify(trigger)} is no trigger.`);
  switch (trigger.kind) {
    case "calendar":
      requireList(trigger.days, "days");
      requireObject(trigger.times, "times");
      requireObject(trigger.dst, "dst");
      return "random" in trigger.times ? searchRandom(trigger, trigger.times) : searchCalendar(trigger, trigger.times);
    case "elapsed":
      requireList(trigger.days, "days");
      return searchElapsed(trigger);
    case "instants":
      requireList(trigger.at, "at");
      return searchInstants(trigger);
    case "union":
      requireList(trigger.of, "of");
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
