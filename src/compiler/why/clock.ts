/** What the clock makes of an instant: a time that was moved out of a gap, or one that comes twice. */
import type { CalendarTrigger } from "../../runtime/model/index.ts";
import { fires, isFire, localTime, transitions } from "../../runtime/trigger/index.ts";
import { clockText } from "../plan/index.ts";

const twoDays = 2 * 86_400_000;

/** The written times in a gap whose fires are this instant, as clocks; empty where it fires at its own time. */
export function movedFrom(member: CalendarTrigger, instant: number): readonly string[] {
  const { from: _from, until: _until, ...unbounded } = member;
  const written: CalendarTrigger = { ...unbounded, zone: "UTC" };
  return transitions(member.zone, instant - twoDays, instant).flatMap(({ at, before, after }) => {
    if (after <= before || member.dst.gap === "skip") return [];
    // What the clock would have shown, as if it were UTC.
    const [first, end] = [at + before * 1000, at + after * 1000];
    const lost = [...fires(written, { after: first - 1, until: end - 1, limit: 1000 })];
    const meets = (local: number): boolean =>
      member.dst.gap === "after" ? instant === at : instant === local - before * 1000;
    return lost.filter(meets).map((local) => clockText((local / 1000) % 86_400));
  });
}

/** Which pass of a repeated hour an instant lies in; undefined where its clock time comes once. */
export function passOf(zone: string, instant: number): "first" | "second" | undefined {
  for (const { at, before, after } of transitions(zone, instant - twoDays, instant + twoDays)) {
    const length = (before - after) * 1000;
    if (length <= 0) continue;
    if (instant >= at - length && instant < at) return "first";
    if (instant >= at && instant < at + length) return "second";
  }
  return undefined;
}

/** The `dst` setting under which the instant would be a fire, though it is none under the one in force. */
export function withheldBy(member: CalendarTrigger, instant: number): string | undefined {
  if (member.zone === "UTC" || "random" in member.times) return undefined;
  const { gap, overlap } = member.dst;
  const withAll: CalendarTrigger = { ...member, dst: { gap, overlap: "both" } };
  const pass = passOf(member.zone, instant);
  if (overlap !== "both" && pass && isFire(withAll, instant)) {
    const clock = clockText(localTime(member.zone, instant).seconds);
    return `${clock} comes twice that day, and this is the ${pass} pass; \`dst overlap ${overlap}\` keeps the ${overlap}`;
  }
  for (const other of ["after", "shift"] as const) {
    if (gap === other) continue;
    const moved: CalendarTrigger = { ...member, dst: { gap: other, overlap } };
    if (!isFire(moved, instant)) continue;
    const [clock = ""] = movedFrom(moved, instant);
    if (clock !== "") return `${clock} does not exist that day, and \`dst gap ${gap}\` does not move it here`;
  }
  return undefined;
}
