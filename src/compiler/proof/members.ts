/** Each kind of trigger as written. */
import type { ElapsedTrigger, InstantsTrigger, Scope, Trigger, UnionTrigger } from "../../runtime/model/index.ts";
import { asWritten, fires, isZone, weekdayOf } from "../../runtime/trigger/index.ts";
import { addDay, type DaySet, firstDay, hasDay, noDays } from "./day-set.ts";
import { merged } from "./merge.ts";
import {
  daySeconds,
  firing,
  lifeOf,
  localSecond,
  localSecondAt,
  noTimes,
  restricted,
  type Written,
  workdaysOf,
  writtenCalendar,
} from "./written.ts";

/** Before every fire time that there is. */
const beforeAll = Date.UTC(1899, 11, 1);
/** More fires than this are not walked one by one. */
const walkable = 200_000;

/**
 * A trigger as written, one for each clock it is read on. Undefined where its fires do not follow from its own clock
 * alone: `custom`, `after`, what hangs on a start or a run's end, and dense times under a window of another zone.
 */
export function writtenOf(trigger: Trigger): readonly Written[] | undefined {
  const members: UnionTrigger["of"] = trigger.kind === "union" ? trigger.of : [trigger];
  const byZone = new Map<string, Written[]>();
  for (const member of members) {
    const written = ofMember(member);
    if (written === undefined) return undefined;
    byZone.set(written.zone, [...(byZone.get(written.zone) ?? []), written]);
  }
  return [...byZone.values()].map(merged);
}

function ofMember(member: UnionTrigger["of"][number]): Written | undefined {
  if (member.kind !== "calendar" && member.kind !== "elapsed" && member.kind !== "instants") return undefined;
  if (!zonesOf(member).every(isZone)) return undefined;
  if (member.kind === "instants") return writtenInstants(member);
  if (zonesOf(member).length > 1) return isSparse(member) ? walked(member) : undefined;
  if (member.kind === "elapsed") return writtenElapsed(member);
  return "random" in member.times ? walked(member) : writtenCalendar(member, member.times);
}

/** A window of another zone costs far more a fire than the trigger's own clock. */
function isSparse(member: Trigger): boolean {
  return member.kind === "calendar" && "at" in member.times && member.times.at.length <= 2;
}

function zonesOf({ zone, during, except }: Scope): readonly string[] {
  const windows = [...(during ?? []), ...(except?.windows ?? [])];
  return [...new Set([zone, ...windows.map((window) => window.zone ?? zone)])];
}

/** Every fire there is, put on the day that its clock shows. */
function walked(member: Extract<Trigger, { readonly kind: "calendar" | "elapsed" }>): Written | undefined {
  const found = [...fires(member, { after: beforeAll, limit: walkable + 1 })];
  if (found.length > walkable) return undefined;
  return explicit(
    member,
    found.map((instant) => localSecondAt(instant, member.zone)),
  );
}

function writtenInstants(member: InstantsTrigger): Written {
  return explicit(
    member,
    member.at.map((point) => localSecond(point, member.zone)),
  );
}

function explicit(scope: Scope, locals: readonly number[]): Written {
  const byDay = new Map<number, number[]>();
  const days = noDays();
  for (const local of [...new Set(locals)].sort((a, b) => a - b)) {
    const day = Math.floor(local / daySeconds);
    addDay(days, day);
    const times = byDay.get(day);
    if (times) times.push(local - day * daySeconds);
    else byDay.set(day, [local - day * daySeconds]);
  }
  return { zone: scope.zone, days, timesOf: (day) => byDay.get(day) ?? noTimes, ...lifeOf(scope) };
}

/** Steps as a clock without changes shows them: as many lists as the step meets different places of the day. */
function writtenElapsed(trigger: ElapsedTrigger): Written {
  const step = trigger.every / 1000;
  const anchor = localSecond(trigger.anchor, trigger.zone);
  // Days and windows as those of a calendar that could fire in any second.
  const everySecond = { every: 1000, ranges: [["00:00", "23:59:59"]] } as const;
  const filter = asWritten(
    { ...trigger, kind: "calendar", times: everySecond, dst: { gap: "skip", overlap: "both" } },
    everySecond,
  );
  const filtered = trigger.during !== undefined || trigger.except?.windows !== undefined;
  const open: DaySet = noDays();
  for (let day = filter.nextDay(firstDay); day !== undefined; day = filter.nextDay(day + 1)) addDay(open, day);
  const phase = (day: number): number => (((anchor - day * daySeconds) % step) + step) % step;
  const listOf = (day: number): readonly number[] => {
    const allowed = filtered ? new Set(filter.timesOf(day)) : undefined;
    const times: number[] = [];
    for (let time = phase(day); time < daySeconds; time += step) if (allowed?.has(time) ?? true) times.push(time);
    return times;
  };
  const workdays = trigger.calendar && filtered ? workdaysOf(trigger.calendar) : noDays();
  const key = (day: number): number =>
    phase(day) * 64 + weekdayOf(day) * 8 + (hasDay(workdays, day - 1) ? 1 : 0) + (hasDay(workdays, day) ? 2 : 0);
  const whole = restricted(trigger, open, key, listOf);
  if (whole.first >= anchor) return whole;
  const timesOf = (day: number): readonly number[] => {
    const start = day * daySeconds;
    if (start >= anchor) return whole.timesOf(day);
    return start + daySeconds <= anchor ? noTimes : whole.timesOf(day).filter((time) => start + time >= anchor);
  };
  const days = firing(whole.days, timesOf);
  return { ...whole, days, timesOf };
}
