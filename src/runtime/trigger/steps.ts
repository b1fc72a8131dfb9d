/** Steps within ranges: each range counts from its own start, and where ranges meet the one that opened last counts. */
import { type ClockRange, type Milliseconds, SchedcError } from "../model/index.ts";
import { DAY, weekdayOf } from "./civil.ts";
import { ALL_WEEKDAYS, opensOn, type Span, spanOf } from "./clock.ts";
import { type DayTimes, NO_TIME } from "./day-times.ts";
import type { Days } from "./days.ts";

/** A part of a range that no later range covers; the step still counts from `start`. */
interface Piece {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

/** `days` tells which neighbours of a day open too: their ranges may reach into its own. */
export function createSteps(every: Milliseconds, ranges: readonly ClockRange[], days: Days): DayTimes {
  const step = every / 1000;
  if (!Number.isInteger(step) || step < 1) {
    throw new SchedcError(`A step of ${every} ms cannot follow the clock; it takes whole seconds, one at least.`);
  }
  const spans = ranges.map((range) => spanOf(range, days.workdays));
  const byWorkday = spans.some((span) => span.open);
  const last = spans.reduce((most, span) => Math.max(most, span.last), NO_TIME);
  const heedsTomorrow = last >= DAY;
  const heedsYesterday = spans.some((span) => span.first >= DAY);
  // What a day's ranges leave of each other hangs on its weekday, on which neighbours open and which of the three are
  // workdays: few answers, each kept.
  const known = new Map<number, readonly Piece[]>();
  const everyDay = spans.every((span) => span.weekdays === ALL_WEEKDAYS) && !heedsTomorrow && !heedsYesterday;
  const always = everyDay ? cutPieces(spans, 0, false, false) : undefined;

  const piecesOf = (day: number): readonly Piece[] => {
    if (always !== undefined) return always;
    const weekday = weekdayOf(day) - 1;
    const tomorrow = heedsTomorrow && days.has(day + 1);
    const yesterday = heedsYesterday && days.has(day - 1);
    const workdays = byWorkday ? [-1, 0, 1].map((by) => (days.workdays?.has(day + by) ? 1 << (by + 1) : 0)) : [];
    const key =
      weekday * 32 + workdays.reduce((sum, bit) => sum + bit * 4, 0) + (tomorrow ? 2 : 0) + (yesterday ? 1 : 0);
    let pieces = known.get(key);
    if (pieces === undefined) {
      pieces = cutPieces(spans, day, tomorrow, yesterday);
      known.set(key, pieces);
    }
    return pieces;
  };

  return {
    last,
    next(day, from) {
      for (const { start, first, last } of piecesOf(day)) {
        const at = Math.max(from, first);
        const time = start + (((at - start + step - 1) / step) | 0) * step;
        if (time <= last) return time;
      }
      return NO_TIME;
    },
    previous(day, to) {
      const pieces = piecesOf(day);
      for (let place = pieces.length - 1; place >= 0; place--) {
        const { start, first, last } = pieces[place] as Piece;
        const at = Math.min(to, last);
        const time = start + (((at - start) / step) | 0) * step;
        if (at >= first && time >= first) return time;
      }
      return NO_TIME;
    },
  };
}

/** What is left of each range that opens on a day once later ranges, the neighbours' too, are cut out. */
function cutPieces(spans: readonly Span[], day: number, tomorrow: boolean, yesterday: boolean): readonly Piece[] {
  const own = opening(spans, day, 0);
  const others = [...own, ...(tomorrow ? opening(spans, day, 1) : []), ...(yesterday ? opening(spans, day, -1) : [])];
  return own
    .flatMap((span) => {
      const later = others.filter((other) => other.first > span.first).sort((a, b) => a.first - b.first);
      const pieces: Piece[] = [];
      let first = span.first;
      for (const other of later) {
        if (other.first > span.last) break;
        if (other.first > first) pieces.push({ start: span.first, first, last: other.first - 1 });
        first = Math.max(first, other.last + 1);
      }
      if (first <= span.last) pieces.push({ start: span.first, first, last: span.last });
      return pieces;
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** The ranges that open so many days after a day, seen from it. */
function opening(spans: readonly Span[], day: number, by: number): readonly { first: number; last: number }[] {
  return spans
    .filter((span) => opensOn(span, day + by))
    .map((span) => ({ first: span.first + by * DAY, last: span.last + by * DAY }));
}
