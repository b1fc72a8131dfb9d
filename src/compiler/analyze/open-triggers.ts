/** Triggers of templates, some of whose values are not known yet: what can be said of them all the same. */
import type { CalendarTrigger, DayRule, Trigger, UnionTrigger } from "../../runtime/model/index.ts";

type Member = UnionTrigger["of"][number];

/** Whether some value of it comes when the job is made. The seed of a draw is no value: it moves fires, and takes none. */
export function isOpenTrigger(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.some((member) => {
    if (!("zone" in member)) return false;
    const points = [member.from, member.until, ...("anchor" in member ? [member.anchor] : [])];
    return (
      holds(member.zone) ||
      points.some(holds) ||
      (member.kind === "instants" && member.at.some(holds)) ||
      (member.kind === "calendar" && "at" in member.times && member.times.at.some(holds)) ||
      ("days" in member && member.days.some(({ cycle }) => holds(cycle?.anchor)))
    );
  });
}

/**
 * A trigger that has every fire which any values could give: bounds, zone, phase and clock times that only values give
 * are left away. Undefined where nothing closed remains.
 */
export function widest(trigger: Trigger): Trigger | undefined {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  const wide = members.map(widestMember);
  const closed = wide.filter((member) => member !== undefined);
  const [only, ...more] = closed;
  if (only === undefined || closed.length < wide.length) return undefined;
  return more.length === 0 ? only : { kind: "union", of: closed };
}

function widestMember(member: Member): CalendarTrigger | undefined {
  if (member.kind !== "calendar") return undefined;
  const { from, until, times, ...rest } = member;
  const open = "at" in times && times.at.some(holds);
  return {
    ...rest,
    zone: holds(member.zone) ? "UTC" : member.zone,
    days: member.days.map(withoutPhase),
    times: open ? { every: 1_000, ranges: [["00:00", "23:59:59"]] } : times,
    ...(from !== undefined && !holds(from) && { from }),
    ...(until !== undefined && !holds(until) && { until }),
  };
}

function withoutPhase(rule: DayRule): DayRule {
  const { cycle, ...rest } = rule;
  return holds(cycle?.anchor) ? rest : rule;
}

function holds(point: unknown): boolean {
  const text = typeof point === "object" && point !== null ? Reflect.get(point, "at") : point;
  return typeof text === "string" && text.includes("{");
}
