/** A trigger's parts that have a fire set of their own, and from when an analysis looks at them. */
import type { CalendarTrigger, Trigger, UnionTrigger } from "../../runtime/model/index.ts";
import { isZone, prepare } from "../../runtime/trigger/index.ts";

/** What a union is made of. */
export type Member = UnionTrigger["of"][number];
/** The kinds whose fires follow from the trigger alone. */
export type Timed = Extract<Member, { readonly kind: "calendar" | "elapsed" | "instants" }>;

/**
 * Where analyses begin to look when no `now` was given: never at the clock, or the same file would be checked
 * differently on two days. See `docs/adr/0011-when-checks-look.md`.
 */
export const lookFrom = Date.UTC(2026, 0, 1);

/** Before every fire time that there is. */
export const beforeAll = Date.UTC(1899, 11, 1);

/** One for a trigger that is no union. */
export function membersOf(trigger: Trigger): readonly Member[] {
  return trigger.kind === "union" ? trigger.of : [trigger];
}

/**
 * Custom triggers have a fire set too, but it is known to their function alone. A zone may be younger than the tables
 * of the machine that compiles: then nothing can be said about its fires here, and nothing is.
 */
export function isTimed(member: Member): member is Timed {
  if (member.kind !== "calendar" && member.kind !== "elapsed" && member.kind !== "instants") return false;
  const windows = [...(member.during ?? []), ...(member.except?.windows ?? [])];
  return [member, ...windows].every(({ zone }) => zone === undefined || isZone(zone));
}

/** Whether the whole span in which fire times exist holds none: the engine decides it over the cycle of the calendar. */
export function neverFires(member: Timed): boolean {
  const known = barren.get(member);
  if (known !== undefined) return known;
  // Made ready for this one question, and not kept: a large project holds many triggers.
  const never = !firesPlainly(member) && prepare(member).next(beforeAll) === undefined;
  barren.set(member, never);
  return never;
}

/** Jobs of a build share their triggers. */
const barren = new WeakMap<Timed, boolean>();

/** Times of some weekdays or of every day, nothing taken from them and no bounds: that needs no search. */
function firesPlainly(member: Timed): boolean {
  if (member.kind !== "calendar" || Object.keys(member).some((key) => !plainKeys.has(key))) return false;
  const { times, days } = member;
  return (
    "at" in times && times.at.length > 0 && days.some((rule) => Object.keys(rule).every((key) => key === "weekdays"))
  );
}

const plainKeys: ReadonlySet<string> = new Set<keyof CalendarTrigger>(["kind", "zone", "days", "times", "dst"]);
