/** Sets of wall times that come back every week: what windows hold and what they take out, in local seconds. */
import { DAY } from "./civil.ts";
import { opensOn, type Span } from "./clock.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";

/**
 * A sieve for ascending and descending search. Both answers are the question itself when it passes; else a bound on the
 * way of the search such that nothing before it passes, though it need not pass itself.
 */
export interface Sieve {
  next(at: number): number;
  previous(at: number): number;
}

/** Passes what lies in one of the spans. */
export function createInside(spans: readonly Span[]): Sieve {
  return {
    next(local) {
      let best = NEVER;
      for (const span of spans) {
        const opens = nextOpening(span, local);
        best = Math.min(best, Math.max(opens, local));
      }
      return best;
    },
    previous(local) {
      let best = BEFORE_ALL;
      for (const span of spans) {
        const closes = lastOpening(span, local) + (span.last - span.first);
        best = Math.max(best, Math.min(closes, local));
      }
      return best;
    },
  };
}

/** Passes what lies in none of the spans. */
export function createOutside(spans: readonly Span[]): Sieve {
  return {
    next(local) {
      let at = local;
      for (const span of spans) {
        const opens = nextOpening(span, at);
        if (opens <= at) at = opens + (span.last - span.first) + 1;
      }
      return at;
    },
    previous(local) {
      let at = local;
      for (const span of spans) {
        const opens = lastOpening(span, at);
        if (at <= opens + (span.last - span.first)) at = opens - 1;
      }
      return at;
    },
  };
}

/**
 * When the span first opens that is not yet over at a local second; `NEVER` for one that opens on no weekday. One of
 * workdays may not open for long: then it is a time before which it does not.
 */
function nextOpening(span: Span, local: number): number {
  const today = Math.floor(local / DAY);
  for (let day = today - ((span.last / DAY) | 0); day <= today + 8; day++) {
    if (day * DAY + span.last >= local && opensOn(span, day)) return day * DAY + span.first;
  }
  return span.open ? (today + 9) * DAY + span.first : NEVER;
}

/** When the span last opened up to a local second, or likewise a time after which it did not. */
function lastOpening(span: Span, local: number): number {
  const today = Math.floor(local / DAY);
  for (let day = today; day >= today - 9; day--) {
    if (day * DAY + span.first <= local && opensOn(span, day)) return day * DAY + span.first;
  }
  return span.open ? (today - 10) * DAY + span.first : BEFORE_ALL;
}

/** Passes what passes all sieves; undefined when there are none. */
export function createAll(sieves: readonly Sieve[]): Sieve | undefined {
  const [only] = sieves;
  if (sieves.length < 2) return only;
  return {
    next(at) {
      let found = at;
      for (const sieve of sieves) found = sieve.next(found);
      return found;
    },
    previous(at) {
      let found = at;
      for (const sieve of sieves) found = sieve.previous(found);
      return found;
    },
  };
}
