/** The days ahead on which a change of the clock adds fires to a trigger, takes some away or moves them. */
import type { CivilDate, Trigger, UnionTrigger } from "../../runtime/model/index.ts";
import { fires, localTime, transitions } from "../../runtime/trigger/index.ts";

/** A day that reads otherwise than it was written. */
export interface ClockChange {
  readonly date: CivilDate;
  readonly zone: string;
  /** Fires of that day, and those of the same day as written. */
  readonly fires: number;
  readonly written: number;
  /** Whether as many happen, at other times than were written. */
  readonly moved: boolean;
}

type Zoned = Extract<UnionTrigger["of"][number], { readonly kind: "calendar" }>;

const year = 31_556_952_000;

/** Within two years from an instant. */
export function clockChanges(trigger: Trigger, from: number): readonly ClockChange[] {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members
    .filter((member): member is Zoned => member.kind === "calendar")
    .flatMap((member) => ofMember(member, from));
}

/** Without bounds on either side of the comparison: a day that `until` cuts short is no change of the clock. */
function ofMember(member: Zoned, from: number): readonly ClockChange[] {
  if (member.zone === "UTC") return [];
  const { from: _from, until: _until, ...unbounded } = member;
  // The same clocks where no clock ever changes: what was written.
  const written: Trigger = { ...unbounded, zone: "UTC" };
  return transitions(member.zone, from, from + 2 * year).flatMap(({ at, before, after }) => {
    const { date } = localTime(member.zone, after > before ? at : at - 1);
    const start = Date.parse(`${date}T00:00:00Z`);
    const around = { after: start - 86_400_000, until: start + 2 * 86_400_000 };
    const wanted = clocksOf(fires(written, { after: start - 1, until: start + 86_399_999 }), "UTC", date);
    const got = clocksOf(fires(unbounded, around), member.zone, date);
    const isAlive = clocksOf(fires(member, around), member.zone, date).length === got.length;
    if (!isAlive || got.join() === wanted.join()) return [];
    return [
      { date, zone: member.zone, fires: got.length, written: wanted.length, moved: got.length === wanted.length },
    ];
  });
}

function clocksOf(instants: Iterable<number>, zone: string, date: CivilDate): readonly number[] {
  const clocks: number[] = [];
  for (const instant of instants) {
    const local = localTime(zone, instant);
    if (local.date === date) clocks.push(local.seconds);
  }
  return clocks;
}
