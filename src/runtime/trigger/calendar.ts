/**
 * Calendar triggers: written times put through a zone.
 *
 * Inside one segment of the zone instants follow written times in order, so a search goes segment by segment. What a
 * gap swallowed belongs to the segment after it (`moved.ts`); of what an overlap shows twice, `dst.overlap` cuts one
 * pass off a segment's end or start. So the fires are one ascending set however a query reaches it.
 */
import type { CalendarTrigger } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { createDays } from "./days.ts";
import { createMoved } from "./moved.ts";
import type { PreparedTrigger } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";
import { createLimits } from "./scope.ts";
import { createSettled } from "./settled.ts";
import { createTimes, type WrittenTimes } from "./times.ts";
import type { Sieve } from "./wall.ts";
import { createWritten, passingWeekdays, sift } from "./written.ts";
import { zoneOf } from "./zone.ts";

export function prepareCalendar(trigger: CalendarTrigger, times: WrittenTimes): PreparedTrigger {
  const limits = createLimits(trigger);
  const first = Math.ceil(limits.from / 1000);
  const last = Math.floor(limits.until / 1000);
  const open = createDays(trigger.days, trigger);
  const dayTimes = createTimes(times, open);
  // Fewer days may be worth a look than open, which still decide where ranges meet.
  const days =
    limits.written && limits.weekly && isWeekly(times)
      ? createDays(trigger.days, trigger, passing(times, limits.written))
      : open;
  const written = sift(createWritten(days, dayTimes), limits.written);
  const { instants } = limits;
  const zone = zoneOf(trigger.zone).cursor();
  const moved = createMoved(trigger.dst.gap, written, [open, days], limits, zone);
  const { overlap } = trigger.dst;
  // Instants that are held against windows of other zones are asked for one by one.
  const settled =
    instants === undefined ? createSettled(written, zoneOf(trigger.zone).cursor(), first, last) : undefined;

  /** The first fire from a second on that lies in the cursor's segment, or `NEVER`. */
  const nextHere = (from: number): number => {
    const { start, end, offset, before, after } = zone;
    let best = before < offset ? moved.next(from) : NEVER;
    let local = from + offset;
    if (before > offset && overlap === "first" && local < start + before) local = start + before;
    const stop = after < offset && overlap === "second" ? end + after : end + offset;
    for (;;) {
      const time = written.next(local);
      if (time >= stop || time - offset >= best) return best;
      const second = time - offset;
      const passed = instants === undefined ? second : instants.next(second);
      if (passed === second) best = second;
      else local = passed + offset;
    }
  };

  /** The last fire up to a second in the cursor's segment, or `BEFORE_ALL`. */
  const previousHere = (to: number): number => {
    const { start, end, offset, before, after } = zone;
    let best = before < offset ? moved.previous(to) : BEFORE_ALL;
    let local = to + offset;
    if (after < offset && overlap === "second" && local >= end + after) local = end + after - 1;
    const stop = before > offset && overlap === "first" ? start + before : start + offset;
    for (;;) {
      const time = written.previous(local);
      if (time < stop || time - offset <= best) return best;
      const second = time - offset;
      const passed = instants === undefined ? second : instants.previous(second);
      if (passed === second) best = second;
      else local = passed + offset;
    }
  };

  const next = (after: number): number | undefined => {
    let second = Math.max(Math.floor(after / 1000) + 1, first);
    if (!(second <= last)) return undefined;
    const near = settled === undefined ? NEVER : settled.next(second);
    if (near !== NEVER) return near * 1000;
    while (second <= last) {
      zone.seek(second);
      moved.enter();
      const found = nextHere(second);
      if (found <= last) return found * 1000;
      // An offset is less than a day, so whole segments before the next written time can be passed over.
      const { end } = zone;
      second = Math.max(end, written.next(end + Math.min(zone.offset, zone.after)) - DAY);
    }
    return undefined;
  };

  const previous = (before: number): number | undefined => {
    let second = Math.min(Math.ceil(before / 1000) - 1, last);
    if (!(second >= first)) return undefined;
    const near = settled === undefined ? BEFORE_ALL : settled.previous(second);
    if (near !== BEFORE_ALL) return near * 1000;
    while (second >= first) {
      zone.seek(second);
      moved.enter();
      const found = previousHere(second);
      if (found >= first) return found * 1000;
      const { start } = zone;
      second = Math.min(start - 1, written.previous(start + Math.max(zone.offset, zone.before)) + DAY);
    }
    return undefined;
  };

  return { next, previous, has: (instant) => next(instant - 1) === instant };
}

/** Whether the times of a day follow from its weekday, and not from the calendar. */
function isWeekly(times: WrittenTimes): boolean {
  return !("ranges" in times) || times.ranges.every(([, , on]) => on !== "workday");
}

/** The weekdays on which a time can pass: asked without neighbours, whose ranges could only cut steps short. */
function passing(times: WrittenTimes, sieve: Sieve): number {
  return passingWeekdays(createTimes(times, createDays([])), sieve);
}
