/** Findings that need a job's trigger or fire times. Their codes stand with those of the subject that they are about. */
import { entry } from "../define.ts";

/** How the time was written that a change of the clock meets: `dst` rules clock times alone. */
type Written = "clock" | "instant";

export const analysis = {
  "trigger/no-meaning": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => reason,
    why: "The sentence can be read, but not as one set of fire times.",
    help: () => "say in the sentence which days and which times are meant",
  }),
  "time/never-fires": entry<{ sentence: string }>({
    severity: "error",
    message: ({ sentence }) => `\`${sentence}\` never fires`,
    why: "Its days, times and exceptions leave nothing between its first and its last possible instant. A job that never runs is a mistake that nobody notices.",
    help: () => "loosen a clause, or take the job out",
  }),
  "time/ended": entry<{ sentence: string; now: string }>({
    severity: "warning",
    message: ({ sentence, now }) => `\`${sentence}\` has its last fire before ${now}`,
    why: "Everything that it names lies in the past, so the job does nothing any more.",
    help: () => "move its dates, or take the job out",
  }),
  "time/clock-in-gap": entry<{ clock: string; date: string; zone: string; fires: string; of: Written }>({
    severity: "warning",
    message: ({ clock, date, zone, fires }) =>
      `${clock} does not exist on ${date} in ${zone}; the job then fires at ${fires}`,
    why: "When clocks go forward, an hour of the day is left out, and a time within it has to happen at another.",
    help: ({ of }) =>
      of === "instant"
        ? "write a time that there is, or the instant with its offset"
        : "choose another time, or say what you want: `dst gap after`, `dst gap shift`, `dst gap skip`",
  }),
  "time/clock-in-overlap": entry<{ clock: string; date: string; zone: string; of: Written }>({
    severity: "warning",
    message: ({ clock, date, zone }) =>
      `${clock} happens twice on ${date} in ${zone}; the job fires the first time alone`,
    why: "When clocks go back, an hour of the day is repeated, and a time within it comes twice.",
    help: ({ of }) =>
      of === "instant"
        ? "add the offset that is meant, as in `2026-11-01T01:30-05:00`"
        : "choose another time, or say what you want: `dst overlap first`, `dst overlap second`, `dst overlap both`",
  }),
  "time/same-instant": entry<{ count: number; instant: string }>({
    severity: "warning",
    message: ({ count, instant }) => `${count} jobs start together, for the first time at ${instant}`,
    why: "Jobs on one instant compete for the same processor, database and rate limits, and each makes the others late.",
    help: () => "give them `spread 10m`, which shifts each job by a delay of its own that never changes",
  }),
} as const;
