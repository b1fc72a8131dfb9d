/** From the JSON of a trigger to something that answers; one case for each kind. */
import { SchedcError, type Trigger } from "../model/index.ts";
import { prepareCalendar } from "./calendar.ts";
import { prepareCustom, type Report } from "./custom.ts";
import { prepareElapsed } from "./elapsed.ts";
import { prepareInstants } from "./instants.ts";
import { neverFires, type PreparedTrigger } from "./prepared.ts";
import { prepareRandom } from "./random.ts";
import { prepareUnion } from "./union.ts";

/**
 * Makes a trigger ready to answer many times: what a scheduler holds.
 *
 * Kinds without a fire set (`startup`, `after`, `completion`) are ready and never fire. A custom trigger whose function
 * is not bound, an unknown zone and a malformed clock, date or step are each a `SchedcError`.
 */
export function prepare(trigger: Trigger, report: Report = () => {}): PreparedTrigger {
  switch (trigger.kind) {
    case "calendar":
      return "random" in trigger.times
        ? prepareRandom(trigger, trigger.times)
        : prepareCalendar(trigger, trigger.times);
    case "elapsed":
      return prepareElapsed(trigger);
    case "instants":
      return prepareInstants(trigger);
    case "union":
      return prepareUnion(trigger.of.map((member) => prepare(member, report)));
    case "custom":
      return prepareCustom(trigger, report);
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
