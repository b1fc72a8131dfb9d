/** The shapes in which every kind of trigger answers: to each other and to whoever asks. */
import { DAY_MS } from "./civil.ts";
import { BEFORE_ALL, FIRST_SECOND, LAST_SECOND, NEVER } from "./range.ts";

/** A trigger made ready to answer many times; instants are epoch milliseconds. */
export interface PreparedTrigger {
  /** The first fire strictly after; undefined when there is none. */
  next(after: number): number | undefined;
  /** The last fire strictly before; undefined when there is none. */
  previous(before: number): number | undefined;
  /** Whether an instant is a fire. */
  has(instant: number): boolean;
}

/**
 * The same as every kind gives it, for instants in the span of fire times. Numbers on the way cost no box on the heap: an
 * instant comes as its day in UTC and the milliseconds since that began, and the answer is put into a place.
 */
export interface Search {
  /** The first fire after an instant, or `NEVER`. */
  next(day: number, time: number, answers: Float64Array, place: number): void;
  /** The last fire up to an instant, or `BEFORE_ALL`. */
  previous(day: number, time: number, answers: Float64Array, place: number): void;
}

/** A search made of functions that take an instant and return what they find. */
export function createSearch(next: (after: number) => number, previous: (upTo: number) => number): Search {
  return {
    next(day, time, answers, place) {
      answers[place] = next(day * DAY_MS + time);
    },
    previous(day, time, answers, place) {
      answers[place] = previous(day * DAY_MS + time);
    },
  };
}

/** Read as soon as it is written, so one place serves all. */
const answer = new Float64Array(1);

const FIRST = FIRST_SECOND * 1000;
const LAST = LAST_SECOND * 1000;

export function createPrepared(search: Search): PreparedTrigger {
  const next = (after: number): number | undefined => {
    if (!(after < LAST)) return undefined;
    const from = Math.max(after, FIRST - 1);
    const day = Math.floor(from / DAY_MS) | 0;
    search.next(day, (from - day * DAY_MS) | 0, answer, 0);
    return answer[0] === NEVER ? undefined : answer[0];
  };
  return {
    next,
    previous(before) {
      if (!(before > FIRST)) return undefined;
      const upTo = Math.min(Math.ceil(before) - 1, LAST);
      const day = Math.floor(upTo / DAY_MS) | 0;
      search.previous(day, (upTo - day * DAY_MS) | 0, answer, 0);
      return answer[0] === BEFORE_ALL ? undefined : answer[0];
    },
    has: (instant) => next(instant - 1) === instant,
  };
}

/** What never fires. */
export const neverFires = createSearch(
  () => NEVER,
  () => BEFORE_ALL,
);
