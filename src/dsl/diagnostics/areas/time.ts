/** Findings about the times of a day: clocks, minutes, ranges, steps within a day. */
import { entry } from "../define.ts";

export const time = {
  "time/missing": entry<{ head: string }>({
    severity: "error",
    message: ({ head }) => `\`every ${head}\` says which days, but not at what time`,
    why: "Midnight is a guess as good as nine o'clock, and a job that runs at the wrong one is noticed late. The time is therefore always written.",
    help: () => "say the time, such as `at 9:00`",
  }),
  "time/range-without-step": entry<{ head: string; range: string }>({
    severity: "error",
    message: ({ head, range }) => `\`every ${head} ${range}\` gives a range, but not when within it`,
    why: "A range only limits. It can hold one fire an hour, one a minute or a single one, and nothing says which.",
    help: () => "give the minute, as in `at :00`, or make it a step, as in `every hour`",
  }),
  "time/missing-hour": entry<{ minute: string; head: string }>({
    severity: "error",
    message: ({ minute, head }) => `\`${minute}\` is a minute of an hour, and \`every ${head}\` does not say of which`,
    why: "A minute without its hour could be one fire a day or twenty-four.",
    help: () => "write the full time, or make it a step of hours",
  }),
  "time/end-of-day": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` ends a day and does not begin one`,
    why: "24:00 of one day is 0:00 of the next. As the end of a range it is clear; as a time of its own it could be either midnight.",
    help: () => "`midnight` and `0:00` begin the day that is named",
  }),
  "time/whole-day-hours": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `there is no hour 24 for \`${written}\` to end with`,
    why: "Bare numbers name whole hours, the last with all its minutes, and hours run from 0 to 23.",
    help: () => "`0-23` names all hours, `0:00-24:00` the whole day",
  }),
  "time/empty-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` begins where it ends`,
    why: "It could be a single moment or a whole day, from that time to the same time of the next.",
    help: () => "write the whole day as `0:00-24:00`, a single time after `at`",
  }),
  "time/hours-after-month": entry<{ hours: string; before: string }>({
    severity: "error",
    message: ({ hours, before }) => `behind \`${before}\`, \`${hours}\` could be hours or days of the month`,
    why: "Right behind a month a bare number reads as a day, and whole hours are bare numbers too.",
    help: ({ hours }) => `put the hours first, or write them as clock times instead of \`${hours}\``,
  }),
  "time/step-needs-anchor": entry<{ step: string }>({
    severity: "error",
    message: ({ step }) => `\`every ${step}\` does not say where its count begins`,
    why: "A step is counted from somewhere. Where a day holds a whole number of steps, two at least, that is midnight. Any other count would begin at some hidden moment, such as the start of the process, and shift with every restart.",
    help: () => "say where the count starts, bound it by a daily range, or count from the end of each run",
  }),
  "time/step-longer-than-range": entry<{ head: string; range: string }>({
    severity: "warning",
    message: ({ head, range }) =>
      `\`every ${head}\` makes no second step within \`${range}\`, so only the start of the range ever fires`,
    why: "A step is counted anew from the start of each range, and here the second one always falls outside.",
    help: () => "shorten the step, widen the range, or say the one time after `at`",
  }),
  "time/minute-under-step": entry<{ minute: string; head: string }>({
    severity: "error",
    message: ({ minute, head }) =>
      `\`every ${head}\` already gives the minutes, so \`at ${minute}\` has nothing to choose`,
    why: "Only a step of whole hours on the clock leaves its minute open. In any other step the minute follows from the count.",
    help: () => "leave out one of the two",
  }),
  "time/clock-under-step": entry<{ clock: string; head: string }>({
    severity: "error",
    message: ({ clock, head }) => `\`every ${head}\` repeats through the day, and \`${clock}\` is one time of it`,
    why: "It could mean once a day at that time, or a step that starts then.",
    help: () => "choose one of the two",
  }),
  "time/mixed-at": entry<{ clock: string; minute: string }>({
    severity: "error",
    message: ({ clock, minute }) =>
      `\`${clock}\` is a time of the day, \`${minute}\` a minute of every hour; one \`at\` cannot hold both`,
    why: "The list would fire once and twenty-four times a day at once, which is hardly what was meant.",
    help: () => "write full times, or only minutes",
  }),
  "time/random-needs-days": entry<{ head: string }>({
    severity: "error",
    message: ({ head }) => `\`at random\` draws one time a day, but \`every ${head}\` fires many times`,
    why: "A random time is drawn once for each day that the sentence names. To shift the fires of a step, `jitter` delays each of them.",
    help: () => "name days, as in `every day 9:00-17:00 at random`, or use `jitter`",
  }),
  "time/random-needs-range": entry({
    severity: "error",
    message: () => "`at random` has no range to draw from",
    why: "The time is drawn evenly from a range, and which hours suit a job is for its author to say.",
    help: () => "give a range, as in `9:00-17:00 at random`, or a window with `during`",
  }),
  "time/offset-leaves-day": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` falls on another day`,
    why: "An offset from a clock time is itself a clock time of the same day. Beyond midnight it would be unclear which day's it is.",
    help: () => "write the time itself, and the day it is on",
  }),
  "time/too-long": entry<{ written: string; limit: string }>({
    severity: "error",
    message: ({ written, limit }) => `\`${written}\` is too long: ${limit}`,
    why: "Fire times are exact from 1900 to 2400. What is counted in longer stretches would never come, and a digit too many is the likelier reason.",
    help: () => "write a shorter length",
  }),
  "time/two-times": entry<{ offset: string; other: string }>({
    severity: "error",
    message: ({ offset, other }) => `\`${offset}\` gives the time, and \`${other}\` gives another`,
    why: "An offset from a clock time says when, so a second time beside it either repeats or contradicts it.",
    help: () => "keep one of the two",
  }),
} as const;
