/** One fire on each open day, at a second drawn from the real seconds of that day's ranges. */
import type { CalendarTrigger, Times } from "../model/index.ts";
import { bitsBetween } from "./bits.ts";
import { DAY, monthStart } from "./civil.ts";
import { opensOn, type Span, spanOf } from "./clock.ts";
import { createDays } from "./days.ts";
import { draw, seedOf } from "./hash.ts";
import type { MonthDays } from "./month-days.ts";
import { createPassing } from "./passing.ts";
import { createSearch, type Search } from "./prepared.ts";
import { BEFORE_ALL, FIRST_DAY, LAST_DAY, NEVER } from "./range.ts";
import { createLimits } from "./scope.ts";
import { requireList } from "./shape.ts";
import { createSteps } from "./steps.ts";
import { type ZoneCursor, zoneOf } from "./zone.ts";

type RandomTimes = Extract<Times, { readonly random: string }>;

/**
 * Each day is drawn by its own number, so a fire is found without those before it. Days' fires need not be in the order
 * of the days, since ranges may run into the next: a search looks at every day that can still beat what it has.
 */
export function searchRandom(trigger: CalendarTrigger, times: RandomTimes): Search {
  requireList(times.ranges, "ranges");
  const limits = createLimits(trigger);
  const first = Math.ceil(limits.from / 1000);
  const last = Math.floor(limits.until / 1000);
  const seed = seedOf(times.random);
  const zone = zoneOf(trigger.zone).cursor();
  const open = createDays(trigger.days, trigger);
  const { written } = limits;
  let days = open;
  if (written) {
    const passing = createPassing(createSteps(1000, times.ranges, open), written, open.workdays);
    const moving = trigger.dst.gap === "skip" ? () => 0 : createGapDays(zoneOf(trigger.zone).cursor());
    days = createDays(trigger.days, trigger, (month, among) => passing(month, among) | moving(month));
  }
  const spans = times.ranges.map((range) => spanOf(range, open.workdays));

  /** The fire of an open day, or `NEVER`. */
  const fireOf = (day: number): number => {
    const real = realSpans(joined(spans, day), day, zone, trigger.dst.gap !== "skip");
    const count = real.reduce((sum, span) => sum + span.last - span.first + 1, 0);
    if (count === 0) return NEVER;
    let left = draw(seed, day, count);
    for (const span of real) {
      const length = span.last - span.first + 1;
      if (left < length) {
        const second = span.first + left;
        const passes = limits.elapsed === undefined || limits.elapsed.next(second) === second;
        return passes && second >= first && second <= last ? second : NEVER;
      }
      left -= length;
    }
    return NEVER;
  };

  // A day's ranges end within two days of its midnight, and local time is less than a day off UTC.
  const next = (after: number): number => {
    const from = Math.max(Math.floor(after / 1000) + 1, first);
    if (!(from <= last)) return NEVER;
    let best = NEVER;
    let day = days.next(Math.floor(from / DAY) - 3);
    while (day <= LAST_DAY && day * DAY - DAY < Math.min(best, last)) {
      const second = fireOf(day);
      if (second >= from && second < best) best = second;
      day = days.next(day + 1);
    }
    return best * 1000;
  };

  const previous = (upTo: number): number => {
    const to = Math.min(Math.floor(upTo / 1000), last);
    if (!(to >= first)) return BEFORE_ALL;
    let best = BEFORE_ALL;
    let day = days.previous(Math.floor(to / DAY) + 1);
    while (day >= FIRST_DAY && day * DAY + 3 * DAY > Math.max(best, first)) {
      const second = fireOf(day);
      if (second <= to && second > best) best = second;
      day = days.previous(day - 1);
    }
    return best * 1000;
  };

  return createSearch(next, previous);
}

/** The days whose ranges a gap can swallow: what it moves need not pass as it was written. */
function createGapDays(zone: ZoneCursor): MonthDays {
  return (month) => {
    const first = monthStart(month);
    const end = monthStart(month + 1);
    let days = 0;
    for (zone.seek((first - 1) * DAY); zone.start < (end + 2) * DAY; zone.seek(zone.end)) {
      const { start, offset, before } = zone;
      const from = Math.max(Math.floor((start + before) / DAY) - 1, first);
      const to = Math.min(Math.floor((start + offset) / DAY), end - 1);
      if (before < offset && from <= to) days |= bitsBetween(from - first, to - first);
    }
    return days;
  };
}

/** The ranges that open on a day as ascending spans that do not meet. */
function joined(spans: readonly Span[], day: number): readonly Span[] {
  const joint: Span[] = [];
  const opening = spans.filter((span) => opensOn(span, day)).sort((a, b) => a.first - b.first);
  for (const span of opening) {
    const before = joint.at(-1);
    if (before && span.first <= before.last + 1)
      joint[joint.length - 1] = { ...before, last: Math.max(before.last, span.last) };
    else joint.push(span);
  }
  return joint;
}

interface RealSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The instants, in seconds, at which the clock shows the ranges of a day: less what a gap swallows, and twice what an
 * overlap repeats. When a gap swallows all of them it is the first instant after, if `after` wants that.
 */
function realSpans(ranges: readonly Span[], day: number, zone: ZoneCursor, after: boolean): readonly RealSpan[] {
  const real: RealSpan[] = [];
  const midnight = day * DAY;
  const latest = ranges.at(-1)?.last;
  if (latest === undefined) return real;
  let swallowed: number | undefined;
  zone.seek(midnight - DAY);
  for (;;) {
    const { start, end, offset, before } = zone;
    const shows = start + offset;
    const gap = start + before;
    if (gap <= midnight && shows >= midnight + DAY) return [];
    if (ranges.some((range) => midnight + range.first >= gap && midnight + range.first < shows)) swallowed ??= start;
    for (const range of ranges) {
      const first = Math.max(midnight + range.first, shows);
      const last = Math.min(midnight + range.last, end + offset - 1);
      if (first <= last) real.push({ first: first - offset, last: last - offset });
    }
    if (end > midnight + latest + DAY) break;
    zone.seek(end);
  }
  return real.length === 0 && after && swallowed !== undefined ? [{ first: swallowed, last: swallowed }] : real;
}
