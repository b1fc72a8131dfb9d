/** What any of several triggers fires; an instant they share is one fire. */
import type { PreparedTrigger } from "./prepared.ts";

export function prepareUnion(members: readonly PreparedTrigger[]): PreparedTrigger {
  return {
    next(after) {
      let best: number | undefined;
      for (const member of members) {
        const found = member.next(after);
        if (found !== undefined && (best === undefined || found < best)) best = found;
      }
      return best;
    },
    previous(before) {
      let best: number | undefined;
      for (const member of members) {
        const found = member.previous(before);
        if (found !== undefined && (best === undefined || found > best)) best = found;
      }
      return best;
    },
    has: (instant) => members.some((member) => member.has(instant)),
  };
}
