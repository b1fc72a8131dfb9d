/**
 * What any of several triggers fires; an instant they share is one fire.
 *
 * Each member's last answer holds for every question between the one it was given to and itself, so that whoever goes
 * from fire to fire asks one member at a time.
 */
import type { PreparedTrigger } from "./prepared.ts";
import { BEFORE_ALL, NEVER } from "./range.ts";

export function prepareUnion(members: readonly PreparedTrigger[]): PreparedTrigger {
  const forward = createMerge(
    members.map((member) => (after) => member.next(after) ?? NEVER),
    1,
  );
  const back = createMerge(
    members.map((member) => (before) => member.previous(before) ?? BEFORE_ALL),
    -1,
  );
  return {
    next(after) {
      const found = forward(after);
      return found === NEVER ? undefined : found;
    },
    previous(before) {
      const found = back(before);
      return found === BEFORE_ALL ? undefined : found;
    },
    has: (instant) => members.some((member) => member.has(instant)),
  };
}

/** The nearest of all answers, later than the question (1) or earlier (-1). */
function createMerge(members: readonly ((instant: number) => number)[], way: 1 | -1): (instant: number) => number {
  // What each member was asked last and what it said, both times the way, so that answers always lie above questions.
  const asked = new Float64Array(members.length).fill(NEVER);
  const answers = new Float64Array(members.length);
  return (instant) => {
    const at = instant * way;
    let best = NEVER;
    for (let place = 0; place < members.length; place++) {
      let answer = answers[place] as number;
      if (!(at >= (asked[place] as number) && at < answer)) {
        answer = (members[place] as (instant: number) => number)(instant) * way;
        asked[place] = at;
        answers[place] = answer;
      }
      if (answer < best) best = answer;
    }
    return best * way;
  };
}
