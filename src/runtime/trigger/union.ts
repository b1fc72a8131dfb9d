/**
 * What any of several triggers fires; an instant they share is one fire.
 *
 * Each member's last answer holds for every question between the one it was given to and itself, so that whoever goes
 * from fire to fire asks one member at a time.
 */
import { DAY_MS } from "./civil.ts";
import type { Search } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";

export function searchUnion(members: readonly Search[]): Search {
  // What each member was asked last, either way, and what it said: at first such that no question lies between.
  const asked = new Float64Array(members.length).fill(NEVER);
  const found = new Float64Array(members.length);
  const askedBack = new Float64Array(members.length).fill(BEFORE_ALL);
  const foundBack = new Float64Array(members.length);
  return {
    next(day, time, answers, place) {
      const after = day * DAY_MS + time;
      answers[place] = NEVER;
      for (let at = 0; at < members.length; at++) {
        if (!(after >= (asked[at] as number) && after < (found[at] as number))) {
          members[at]?.next(day, time, found, at);
          asked[at] = after;
        }
        if ((found[at] as number) < (answers[place] as number)) answers[place] = found[at] as number;
      }
    },
    previous(day, time, answers, place) {
      const upTo = day * DAY_MS + time;
      answers[place] = BEFORE_ALL;
      for (let at = 0; at < members.length; at++) {
        if (!(upTo <= (askedBack[at] as number) && upTo >= (foundBack[at] as number))) {
          members[at]?.previous(day, time, foundBack, at);
          askedBack[at] = upTo;
        }
        if ((foundBack[at] as number) > (answers[place] as number)) answers[place] = foundBack[at] as number;
      }
    },
  };
}
