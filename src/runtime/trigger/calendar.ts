/**
 * Calendar triggers: written times put through a zone, the short way where it leads to an answer and else the long way.
 *
 * Whichever way a query is answered, and from whichever side, the fires are one ascending set.
 */
import type { CalendarTrigger } from "../model/index.ts";
import { createDays, type Days } from "./days.ts";
import { createFar, type Far } from "./far.ts";
import type { MonthDays } from "./month-days.ts";
import { createNear } from "./near.ts";
import { createPassing } from "./passing.ts";
import { createSearch, type Search } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";
import { createLimits } from "./scope.ts";
import { withinDays } from "./tails.ts";
import { createTimes, type WrittenTimes } from "./times.ts";
import type { Sieve } from "./wall.ts";
import { createWritten } from "./written.ts";
import { zoneOf } from "./zone.ts";

export function searchCalendar(trigger: CalendarTrigger, times: WrittenTimes): Search {
  const limits = createLimits(trigger);
  const { instants } = limits;
  const first = Math.ceil(limits.from / 1000) * 1000;
  const last = Math.floor(limits.until / 1000) * 1000;
  const open = createDays(trigger.days, trigger);
  const dayTimes = createTimes(times, open);
  // Fewer days may be worth a look than open, which still decide where ranges meet.
  const days =
    limits.written || differ(times) ? createDays(trigger.days, trigger, passing(times, limits.written, open)) : open;
  const written = createWritten(withinDays(days, dayTimes), limits.written);
  const zone = zoneOf(trigger.zone);
  let far: Far | undefined;
  const longWay = (): Far => {
    far ??= createFar(trigger.dst, written, [open, days], limits, zone.cursor());
    return far;
  };
  // From here on, and up to there, a search has found nothing: it need not be made again.
  let ended = last;
  let begun = first;
  const farther = createSearch(
    (after) => {
      const from = Math.max(after, first - 1);
      if (!(from < ended)) return NEVER;
      const found = longWay().next(Math.floor(from / 1000) + 1) * 1000;
      if (found <= last) return found;
      ended = from;
      return NEVER;
    },
    (instant) => {
      const upTo = Math.min(instant, last);
      if (!(upTo >= begun)) return BEFORE_ALL;
      const found = longWay().previous(Math.floor(upTo / 1000)) * 1000;
      if (found >= first) return found;
      begun = upTo + 1;
      return BEFORE_ALL;
    },
  );
  return instants === undefined ? createNear(written, zone.table(), first, last, farther) : farther;
}

/** Whether some days that open may have no times, since their ranges open on others. */
function differ(times: WrittenTimes): boolean {
  return "ranges" in times && times.ranges.every(([, , on]) => on !== undefined);
}

/** The days on which a time can pass: asked without neighbours, whose ranges could only cut steps short. */
function passing(times: WrittenTimes, sieve: Sieve | undefined, days: Days): MonthDays {
  return createPassing(createTimes(times, { ...days, has: () => false }), sieve, days.workdays);
}
