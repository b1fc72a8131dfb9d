/** Elapsed steps: every so many milliseconds from an anchor, whatever the clock shows; days and windows only filter. */
import { type DayRule, type ElapsedTrigger, type Exceptions, SchedcError } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { createDays } from "./days.ts";
import { resolvePoint } from "./point.ts";
import type { PreparedTrigger } from "./prepared.ts";
import { atZone, createLimits } from "./scope.ts";
import { createAll, type Sieve } from "./wall.ts";

export function prepareElapsed(trigger: ElapsedTrigger): PreparedTrigger {
  const { every } = trigger;
  if (!Number.isInteger(every) || every < 1) {
    throw new SchedcError(
      `Elapsed steps of ${every} ms lead nowhere; they take a whole number of milliseconds above 0.`,
    );
  }
  const limits = createLimits(trigger);
  const anchor = resolvePoint(trigger.anchor, trigger.zone);
  const sieve = createAll([
    ...dayFilter(trigger.days, trigger.except, trigger.zone),
    ...(limits.elapsed ? [limits.elapsed] : []),
  ]);
  const lowest = Math.max(0, Math.ceil((limits.from - anchor) / every));
  const highest = Math.floor((limits.until - anchor) / every);

  const next = (after: number): number | undefined => {
    let step = Math.max(lowest, Math.floor((after - anchor) / every) + 1);
    while (step <= highest) {
      const instant = anchor + step * every;
      const second = Math.floor(instant / 1000);
      const passed = sieve === undefined ? second : sieve.next(second);
      if (passed === second) return instant;
      step = Math.max(step + 1, Math.ceil((passed * 1000 - anchor) / every));
    }
    return undefined;
  };

  const previous = (before: number): number | undefined => {
    let step = Math.min(highest, Math.ceil((before - anchor) / every) - 1);
    while (step >= lowest) {
      const instant = anchor + step * every;
      const second = Math.floor(instant / 1000);
      const passed = sieve === undefined ? second : sieve.previous(second);
      if (passed === second) return instant;
      step = Math.min(step - 1, Math.floor((passed * 1000 + 999 - anchor) / every));
    }
    return undefined;
  };

  return { next, previous, has: (instant) => next(instant - 1) === instant };
}

/** Rules and exceptions by day, held against the local date of an instant; none where every day is open. */
export function dayFilter(rules: readonly DayRule[], except: Exceptions | undefined, zone: string): readonly Sieve[] {
  const everyDay = rules.some((rule) => Object.keys(rule).length === 0);
  if (everyDay && !except?.days && !except?.dates && !except?.yearly) return [];
  const days = createDays(rules, except);
  const local: Sieve = {
    next(at) {
      const day = Math.floor(at / DAY);
      const open = days.next(day);
      return open === day ? at : open * DAY;
    },
    previous(at) {
      const day = Math.floor(at / DAY);
      const open = days.previous(day);
      return open === day ? at : open * DAY + DAY - 1;
    },
  };
  return [atZone(local, zone)];
}
