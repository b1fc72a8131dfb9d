/** Findings about days: ordinals, dates, weekdays, months. */
import { entry } from "../define.ts";

export const day = {
  "day/missing": entry<{ head: string }>({
    severity: "error",
    message: ({ head }) => `\`every ${head}\` does not say on which day`,
    why: "The first day of a period is the habit of some schedulers and the day of deployment that of others. The day is therefore always written.",
    help: ({ head }) => `say the day, such as \`${sampleDay(head)}\``,
  }),
  "day/out-of-range": entry<{ written: string; limit: string }>({
    severity: "error",
    message: ({ written, limit }) => `there is no \`${written}\`: ${limit}`,
    why: "A day that no period has would never come, and the job would silently never run.",
  }),
  "day/year-out-of-range": entry<{ year: number }>({
    severity: "error",
    message: ({ year }) => `the year ${year} is outside 1900 to 2400`,
    why: "Fire times are exact in these years; outside them neither the calendar nor the rules of time zones are reliable.",
  }),
  "day/short-month": entry<{ written: string; period: string }>({
    severity: "warning",
    message: ({ written, period }) => `\`${written}\` skips every ${period} that has no such day`,
    why: "A month is skipped when it lacks the day. Jobs for the end of the month usually want its last day instead.",
    help: () => "`or last day` takes the last day of a shorter one; `the last day` is always the last",
  }),
  "day/leap-day": entry<{ written: string }>({
    severity: "warning",
    message: ({ written }) => `\`${written}\` comes in leap years alone`,
    why: "Three years of four have no February 29, so the job would wait up to eight years between two fires.",
    help: () => "`feb 28` comes every year",
  }),
  "day/ordinal-in-week": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` under \`every week\` could be a day of the week or of the month`,
    why: "Days of a week have names; a bare ordinal reads as a date, and no week has its own dates.",
    help: () => "name the weekday, or count in the month",
  }),
  "day/quarter-in-months": entry<{ months: string }>({
    severity: "error",
    message: ({ months }) => `\`every quarter\` counts days of a quarter, and \`in ${months}\` names months`,
    why: "Either the day is counted in each quarter, or in each of these months; both cannot hold at once.",
    help: () => "count in each month, or drop the months",
  }),
  "day/weekday-in-period": entry<{ written: string; days: string; period: string }>({
    severity: "error",
    message: ({ written, days, period }) => `\`${written}\` does not say which ${days} of the ${period}`,
    why: "It could be each one, or only the first.",
    help: () => "choose one of the two",
  }),
  "day/date-in-period": entry<{ date: string; period: string }>({
    severity: "error",
    message: ({ date, period }) => `\`${date}\` comes once a year, not every ${period}`,
    why: "A date of the year makes the job a yearly one, whatever its head claims.",
    help: () => "`every year` says the same without the contradiction",
  }),
  "day/workday-needs-calendar": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` asks a calendar for its open days, and no calendar is set`,
    why: "Which days are open depends on a place and its holidays. `weekday`, in contrast, is always Monday to Friday.",
    help: () => "use `weekday` for Monday to Friday, or set a `calendar`",
  }),
  "day/week-parity": entry<{ parity: string }>({
    severity: "warning",
    message: ({ parity }) => `\`in ${parity} weeks\` follows the number of the week, which starts anew each year`,
    why: "A year of 53 weeks is followed by week 1, so two odd weeks meet and the rhythm of two weeks breaks.",
    help: () => "`every 2 weeks on … from DATE` keeps the rhythm",
  }),
  "day/backward-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` runs backward`,
    why: "It could be the two ends swapped, or a stretch that runs over the end of the month.",
    help: () => "choose one of the two",
  }),
  "day/backward-dates": entry<{ from: string; to: string }>({
    severity: "error",
    message: ({ from, to }) => `from ${from} to ${to} there is no day`,
    why: "The second date lies before the first, so nothing would be taken out, closed or opened.",
    help: () => "swap the two, or correct one of them",
  }),
  "day/wrong-side": entry<{ written: string; counts: string; side: string }>({
    severity: "error",
    message: ({ written, counts, side }) => `\`${written}\` counts ${counts} but looks ${side} the day`,
    why: "Behind a day one counts forward and before it backward. The other way round it is unclear where the count begins.",
    help: () => "choose one of the two",
  }),
  "day/clamp-misplaced": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) =>
      `\`or last day\` stands in for a numbered day that a month lacks, and \`${written}\` has none`,
    why: "Only a day by its number can be missing from a month, as the 31st is from half of them.",
    help: () => "leave out `or last day`, or list `last day` as a day of its own",
  }),
  "day/offset-unit": entry<{ written: string; from: string; allowed: string }>({
    severity: "error",
    message: ({ written, from, allowed }) => `\`${written}\` cannot be counted from ${from}; that goes in ${allowed}`,
    why: "Days and weeks lead from a day to a day, hours and minutes from a clock time to a clock time. Mixed, both the day and the time would be in doubt.",
  }),
} as const;

/** A day that may stand under the head. */
function sampleDay(head: string): string {
  if (/week|\dw$/.test(head)) return "on monday";
  return head.includes("year") ? "on dec 25" : "on the 1st";
}
