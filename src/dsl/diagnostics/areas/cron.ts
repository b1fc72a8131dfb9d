/** Findings inside `cron "…"`, each at its own field. */
import { entry } from "../define.ts";

export const cron = {
  "cron/field-count": entry<{ count: number }>({
    severity: "error",
    message: ({ count }) => `a cron expression has five fields, or six with seconds first; this one has ${count}`,
    why: "The fields have no names, so one too many or too few shifts the meaning of all the others.",
    help: () => "minute hour day-of-month month day-of-week, as in `30 9 * * 1-5`",
  }),
  "cron/bad-field": entry<{ item: string; field: string }>({
    severity: "error",
    message: ({ item, field }) => `\`${item}\` is nothing that a ${field} can be`,
    why: "Crons differ in what they make of a field that they cannot read: some refuse it, some ignore the rest of it.",
    help: () => "a value, a range `1-5`, a list `1,3,5`, or a step `*/15`",
  }),
  "cron/out-of-range": entry<{ value: number; field: string; min: number; max: number }>({
    severity: "error",
    message: ({ value, field, min, max }) => `a ${field} goes from ${min} to ${max}, so \`${value}\` never comes`,
    why: "A value outside its field can only be a slip, often a field in the wrong place.",
  }),
  "cron/backward-range": entry<{ item: string; field: string }>({
    severity: "error",
    message: ({ item, field }) => `\`${item}\` runs backwards, which a ${field} field cannot say`,
    why: "Some crons refuse such a range, some read it over midnight or over the end of the month, and one fires never.",
    help: () => "list both parts, as in `22-23,0-6`, or write `every hour 22-6`",
  }),
  "cron/step-too-long": entry<{ item: string; field: string; instead: string }>({
    severity: "error",
    message: ({ item, field }) => `\`${item}\` is no even step: it starts anew with each turn of the ${field} field`,
    why: "A step counts within its field and begins again with it: `*/45` fires at minute 0 and 45 of every hour, 15 minutes apart half of the time, and `*/90` once an hour.",
    help: ({ instead }) => `write \`${instead}\`, or list the values that you mean`,
  }),
  "cron/uneven-step": entry<{ item: string; field: string; instead: string }>({
    severity: "warning",
    message: ({ item, field }) =>
      `\`${item}\` starts anew with every turn of the ${field} field, so its last step is a short one`,
    why: "A step that does not divide its field is uneven where the field begins again: `*/2` in the days of a month fires on the 31st and on the 1st.",
    help: ({ instead }) => `an even count is \`${instead}\``,
  }),
  "cron/either-day": entry<{ dayOfMonth: string; dayOfWeek: string }>({
    severity: "warning",
    message: ({ dayOfMonth, dayOfWeek }) =>
      `this fires when the day of month is \`${dayOfMonth}\`, and also whenever the day of week is \`${dayOfWeek}\``,
    why: "With both day fields restricted, cron fires when either matches; many read it as both.",
    help: () =>
      "for both at once write a sentence, as in `every friday on the 13th`; for either, two triggers in one job",
  }),
  "cron/both-days": entry<{ star: string; other: string }>({
    severity: "warning",
    message: ({ star, other }) =>
      `\`${star}\` starts with a star, so this fires only on days that match it and \`${other}\` too`,
    why: "Most systems' cron takes both day fields together as soon as one starts with `*`; other schedulers see a restriction in `*/2` and fire when either matches.",
    help: () => "list the values instead of the step to fire on either; for both at once a sentence says it plainly",
  }),
  "cron/unsupported": entry<{ item: string; spelling: string }>({
    severity: "error",
    message: ({ item }) => `\`${item}\` means different things to different crons and is not read here`,
    why: "An expression that only one scheduler understands cannot be carried over safely.",
    help: ({ spelling }) => `write ${spelling}`,
  }),
} as const;
