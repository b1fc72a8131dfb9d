/** Findings about calendars: their entries, the files they include, and jobs that count by them. */
import { entry } from "../define.ts";

export const calendar = {
  "calendar/cycle": entry<{ chain: string }>({
    severity: "error",
    message: ({ chain }) => `these calendars include each other: ${chain}`,
    why: "A calendar is its own entries with those of what it includes. One that includes itself never comes to an end.",
    help: () => "move what they share into a calendar that both include",
  }),
  "calendar/counts-itself": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` counts workdays, and this calendar is what says which days those are`,
    why: "Whether the day is open would depend on whether it is open.",
    help: () => "count days or weekdays, which need no calendar",
  }),
  "calendar/repeated": entry<{ entry: string }>({
    severity: "error",
    message: ({ entry }) => `the calendar has a second \`${entry}\``,
    why: "Either the two say the same, or one of them would count in silence.",
    help: ({ entry }) => (entry === "weekend" ? "list all its days in one line" : "remove one of the two"),
  }),
  "calendar/not-ics": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) => `\`${path}\` is no .ics file, and a calendar includes no other`,
    why: "Public holidays are published as iCalendar files. A calendar of another .sched file is known by its name.",
    help: () => 'import the other calendar and `include` its name, as in `import { germany } from "./shared.sched"`',
  }),
  "calendar/no-such-file": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) => `there is no file \`${path}\``,
    why: "Without its holidays the calendar would keep days open that are closed.",
    help: () => "the path is relative to the .sched file",
  }),
  "calendar/bad-file": entry<{ path: string; line: number; reason: string }>({
    severity: "error",
    message: ({ path, line, reason }) => `\`${path}\` cannot be read as a calendar, line ${line}: ${reason}`,
    why: "An entry that is left out in silence is a holiday on which jobs run.",
    help: () => "mend the file, or take it anew from where it comes from",
  }),
  "calendar/needs-timezone": entry<{ path: string; line: number }>({
    severity: "error",
    message: ({ path, line }) =>
      `\`${path}\` has an event with a time, line ${line}, and the calendar names no \`timezone\``,
    why: "An event from 23:00 to 1:00 in UTC lies on other dates in Berlin than in New York.",
    help: () => "say whose dates are meant, as in `timezone Europe/Berlin`",
  }),
  "calendar/ends-early": entry<{ until: string; fire: string }>({
    severity: "warning",
    message: ({ until, fire }) => `the calendar is known until ${until}, and the job goes on: it fires on ${fire}`,
    why: "Beyond that day only what repeats is left of the calendar, so the job would run on holidays that are not entered yet.",
    help: () => "extend the calendar, or end the job with `until`",
  }),
  "calendar/other-weekend": entry<{ written: string; days: string; weekend: string }>({
    severity: "warning",
    message: ({ written, days, weekend }) =>
      `\`${written}\` is ${days}, and the calendar in force has its weekend on ${weekend}`,
    why: "`weekday` and `weekend` mean the same days everywhere. Only `workday` goes by the calendar.",
    help: () => "use `workday` where the days of the calendar are meant, or name the days",
  }),
} as const;
