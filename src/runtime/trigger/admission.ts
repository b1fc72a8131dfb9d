/** What lets an instant be that no written time stands behind: life span, windows, exceptions and days together. */
import type { DayRule, Scope } from "../model/index.ts";
import { DAY } from "./civil.ts";
import { createDays } from "./days.ts";
import { atZone, createLimits } from "./scope.ts";
import { createAll, type Sieve } from "./wall.ts";

export interface Admission {
  /** The life span in epoch milliseconds, both ends within. */
  readonly from: number;
  readonly until: number;
  /** Everything else, held against an instant's second; undefined when all pass. */
  readonly sieve: Sieve | undefined;
}

/** Days are held against the local date of the instant. */
export function createAdmission(scope: Scope, days: readonly DayRule[] = [{}]): Admission {
  const { from, until, elapsed } = createLimits(scope);
  const sieves = [...createDaySieve(days, scope), ...(elapsed ? [elapsed] : [])];
  return { from, until, sieve: createAll(sieves) };
}

/** Whether an instant is let be. */
export function admits({ from, until, sieve }: Admission, instant: number): boolean {
  if (instant < from || instant > until) return false;
  const second = Math.floor(instant / 1000);
  return sieve === undefined || sieve.next(second) === second;
}

/** None where every day is open. */
function createDaySieve(rules: readonly DayRule[], scope: Scope): readonly Sieve[] {
  const { except, zone } = scope;
  const everyDay = rules.some((rule) => Object.keys(rule).length === 0);
  if (everyDay && !except?.days && !except?.dates && !except?.yearly && !except?.holidays) return [];
  const days = createDays(rules, scope);
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
