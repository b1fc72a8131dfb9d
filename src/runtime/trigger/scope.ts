/** What limits a trigger whatever makes its times: its life span, the windows it must lie in, what exceptions take out. */
import type { Point, Scope, Window } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { type Span, spanOf } from "./clock.ts";
import { workdaysOf } from "./day-sets.ts";
import { resolvePoint, resolveUntil, writtenTime } from "./point.ts";
import { FIRST_SECOND, LAST_SECOND } from "./range.ts";
import { joinSpans, spanOver } from "./sorted.ts";
import { createAll, createInside, createOutside, type Sieve } from "./wall.ts";
import { type ZoneCursor, zoneOf } from "./zone.ts";

export interface Limits {
  /** The life span in epoch milliseconds, both ends within. */
  readonly from: number;
  readonly until: number;
  /** Held against written local times; undefined when there is nothing to hold. */
  readonly written: Sieve | undefined;
  /** Held against instants, in seconds, beside `written`. */
  readonly instants: Sieve | undefined;
  /** Both for an instant that no written time stands behind. */
  readonly elapsed: Sieve | undefined;
  /**
   * What is left to hold against a fire that DST moved from a written local time, which passed `written`, to an instant
   * at which the clock shows `shown`.
   */
  admitsMoved(written: number, instant: number, shown: number): boolean;
}

export function createLimits(scope: Scope): Limits {
  const zone = zoneOf(scope.zone);
  const during = createDuring(scope);
  const removed = scope.except?.windows ?? [];
  const spansOf = spansIn(scope);
  const shut = createOutside(removed.filter((window) => isOwn(window, scope)).flatMap(spansOf));
  const shutAbroad = byZone(removed, scope).map(([zone, windows]) =>
    atZone(createOutside(windows.flatMap(spansOf)), zone),
  );
  const spans = scope.except?.spans ?? [];
  const cut = spans.length === 0 ? [] : [createCut(spans, scope.zone)];
  const keepsWritten = createWrittenTest(spans);

  const ownRemovals = removed.some((window) => isOwn(window, scope)) ? [shut] : [];
  const written = createAll([...during.written, ...ownRemovals]);
  const instants = createAll([...during.instants, ...shutAbroad, ...cut]);
  const here = written && atCursor(written, zone.cursor());
  return {
    from:
      scope.from === undefined
        ? FIRST_SECOND * 1000
        : Math.max(resolvePoint(scope.from, scope.zone), FIRST_SECOND * 1000),
    until:
      scope.until === undefined
        ? LAST_SECOND * 1000
        : Math.min(resolveUntil(scope.until, scope.zone), LAST_SECOND * 1000),
    written,
    instants,
    elapsed: createAll([...(here ? [here] : []), ...(instants ? [instants] : [])]),
    admitsMoved(local, instant, shown) {
      if (!during.holds(local, instant)) return false;
      if (shut.next(shown) !== shown) return false;
      if ([...shutAbroad, ...cut].some((sieve) => sieve.next(instant) !== instant)) return false;
      return keepsWritten(local);
    },
  };
}

interface During {
  readonly written: readonly Sieve[];
  readonly instants: readonly Sieve[];
  /** For a moved fire: its written time goes by the trigger's own windows, its instant by those of other zones. */
  holds(written: number, instant: number): boolean;
}

/** Windows that all go by the trigger's own clock are a matter of written times; one of another zone makes it instants. */
function createDuring(scope: Scope): During {
  const windows = scope.during;
  const spansOf = spansIn(scope);
  if (!windows) return { written: [], instants: [], holds: () => true };
  const own = createInside(windows.filter((window) => isOwn(window, scope)).flatMap(spansOf));
  const abroad = byZone(windows, scope).map(([zone, windows]) => atZone(createInside(windows.flatMap(spansOf)), zone));
  const any = createAny([atZone(own, scope.zone), ...abroad]);
  return {
    written: abroad.length === 0 ? [own] : [],
    instants: abroad.length === 0 ? [] : [any],
    holds: (written, instant) =>
      own.next(written) === written || abroad.some((sieve) => sieve.next(instant) === instant),
  };
}

function isOwn(window: Window, scope: Scope): boolean {
  return window.zone === undefined || window.zone === scope.zone;
}

/** The windows that go by other zones, by zone: those of one zone are held against it together. */
function byZone(windows: readonly Window[], scope: Scope): readonly (readonly [string, readonly Window[]])[] {
  const zones = new Map<string, Window[]>();
  for (const window of windows) {
    if (isOwn(window, scope)) continue;
    const zone = window.zone as string;
    const known = zones.get(zone);
    if (known) known.push(window);
    else zones.set(zone, [window]);
  }
  return [...zones];
}

/** The spans of a window; those that open on workdays go by the calendar of the trigger. */
function spansIn({ calendar }: Scope): (window: Window) => readonly Span[] {
  const workdays = calendar && workdaysOf(calendar);
  return (window) => window.ranges.map((range) => spanOf(range, workdays));
}

/** A sieve of local times held against instants. */
export function atZone(sieve: Sieve, zone: string): Sieve {
  return atCursor(sieve, zoneOf(zone).cursor());
}

function atCursor(sieve: Sieve, cursor: ZoneCursor): Sieve {
  return {
    next(second) {
      cursor.seek(second);
      const local = second + cursor.offset;
      const found = sieve.next(local);
      if (found === local) return second;
      const { end, offset, after } = cursor;
      if (found - offset < end) return found - offset;
      // An overlap may show again what lies before; otherwise whole segments can be passed over, an offset being
      // less than a day.
      return end + after <= local ? end : Math.max(end, found - DAY);
    },
    previous(second) {
      cursor.seek(second);
      const local = second + cursor.offset;
      const found = sieve.previous(local);
      if (found === local) return second;
      const { start, offset, before } = cursor;
      if (found - offset >= start) return found - offset;
      return start + before > local ? start - 1 : Math.min(start - 1, found + DAY);
    },
  };
}

/** Passes what one of the sieves passes. */
function createAny(sieves: readonly Sieve[]): Sieve {
  return {
    next: (at) => sieves.reduce((best, sieve) => Math.min(best, sieve.next(at)), Number.POSITIVE_INFINITY),
    previous: (at) => sieves.reduce((best, sieve) => Math.max(best, sieve.previous(at)), Number.NEGATIVE_INFINITY),
  };
}

/** Passes the seconds that no span holds; where one ends within a second, that second is still held. */
function createCut(spans: readonly (readonly [Point, Point])[], zone: string): Sieve {
  const seconds = (point: Point): number => Math.ceil(resolvePoint(point, zone) / 1000);
  const cut = joinSpans(spans.map(([first, end]) => [seconds(first), seconds(end)]));
  return {
    next: (second) => cut.ends[spanOver(cut, second)] ?? second,
    previous: (second) => (cut.starts[spanOver(cut, second)] ?? second + 1) - 1,
  };
}

/** Whether a written time lies in no span that was itself written in local time. */
function createWrittenTest(spans: readonly (readonly [Point, Point])[]): (local: number) => boolean {
  const written = spans.flatMap(([first, end]): (readonly [number, number])[] => {
    const [from, to] = [writtenTime(first), writtenTime(end)];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
  const joined = joinSpans(written);
  return (local) => spanOver(joined, local) < 0;
}
