/** Findings about `expect`: what the author knew about the fires, and what they are. */
import { entry } from "../define.ts";

/** For one instant or a list of them. */
function isAre(instants: string): string {
  return /,| and /.test(instants) ? "are" : "is";
}

export const expectation = {
  "expect/other-fires": entry<{ after: string; missing: string; extra: string }>({
    severity: "error",
    message: ({ after, missing, extra }) => {
      const among = `among the next fires after ${after}`;
      if (missing === "") return `${extra} also ${isAre(extra)} ${among}`;
      if (extra === "") return `${missing} ${isAre(missing)} not ${among}`;
      return `${missing} ${isAre(missing)} not ${among}, but ${extra} ${isAre(extra)}`;
    },
    why: "`expect … after` lists the very next fires, without a gap between them. They are other instants than the sentence gives, so one of the two is not what was meant.",
    help: () => "correct the sentence, or the fires that it is expected to have",
  }),
  "expect/fires-anyway": entry<{ clauses: string; fires: string }>({
    severity: "error",
    message: ({ clauses, fires }) => `there are fires${clauses}: ${fires}`,
    why: "`expect never` is held against every fire there will be, and one at least is just what must never happen.",
    help: () => "take these times out of the sentence, as with `except`, or narrow what is expected",
  }),
  "expect/other-count": entry<{ over: string; expected: number; actual: string }>({
    severity: "error",
    message: ({ over, expected, actual }) =>
      `not ${expected} ${expected === 1 ? "fire" : "fires"} ${over}, but ${actual}`,
    why: "The sentence fires more or less often than its author took for granted.",
    help: () => "correct the sentence, or the number that is expected",
  }),
  "expect/no-whole-period": entry<{ period: string }>({
    severity: "error",
    message: ({ period }) => `the job's life span holds no whole ${period}, so nothing is known of one`,
    why: "`expect … every` speaks of whole periods between `from` and `until`. An expectation of none would hold whatever the sentence says.",
    help: () => "expect a number of fires on a date, or from one instant until another",
  }),
  "expect/unknown-fires": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `nobody can know these fires beforehand: ${reason}`,
    why: "An expectation is proven when the file is compiled, from the calendar alone.",
    help: () => "remove it",
  }),
} as const;
