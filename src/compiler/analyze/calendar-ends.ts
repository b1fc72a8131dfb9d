/** Jobs that go on when the dates of a calendar they go by are no longer known. */
import { type Finding, finding } from "../../dsl/index.ts";
import { isoInstant } from "../../runtime/model/index.ts";
import { nextFire, resolvePoint } from "../../runtime/trigger/index.ts";
import { isTimed, membersOf } from "./members.ts";
import type { Subject } from "./subject.ts";

/** At most one a trigger, about the calendar that ends first. */
export function findCalendarEnds({ node, trigger }: Subject): readonly Finding[] {
  const late = membersOf(trigger)
    .filter(isTimed)
    .flatMap((member) => {
      const calendars = [...(member.calendar ? [member.calendar] : []), ...(member.except?.holidays ?? [])];
      const [covers] = calendars.flatMap((calendar) => calendar.covers ?? []).sort();
      if (covers === undefined) return [];
      const fire = nextFire(member, resolvePoint(`${covers}T23:59:59`, member.zone));
      return fire === undefined ? [] : [{ until: covers, fire: isoInstant(fire) }];
    });
  const [first] = late.sort((a, b) => (a.until < b.until ? -1 : 1));
  return first ? [finding("calendar/ends-early", node.span, first)] : [];
}
