/** All kinds of problems, so that each has a series before it comes up. */
import type { ProblemKind } from "../model/index.ts";

const kinds: Readonly<Record<ProblemKind, true>> = {
  stopped: true,
  "standing-by": true,
  store: true,
  asleep: true,
  overdue: true,
  missed: true,
  behind: true,
  stubborn: true,
  trigger: true,
  deadline: true,
  paused: true,
};

export const problemKinds = Object.keys(kinds) as readonly ProblemKind[];
