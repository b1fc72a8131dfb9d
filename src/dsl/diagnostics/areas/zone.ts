/** Findings about time zones. */
import { entry } from "../define.ts";

export const zone = {
  "zone/unknown": entry<{ name: string; nearest?: string }>({
    severity: "error",
    message: ({ name, nearest }) =>
      `there is no time zone \`${name}\`${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`,
    why: "A job whose zone is not known would run by some other clock. Zones are named as in the IANA database, `Area/City`.",
    help: () => "name a city, as in `Europe/Berlin`, or `UTC`",
  }),
  "zone/outdated": entry<{ name: string; today: string }>({
    severity: "error",
    message: ({ name, today }) => `\`${name}\` is an old name of a time zone; today's is \`${today}\``,
    why: "Such names are kept for old programs alone, and some systems no longer know them.",
  }),
  "zone/abbreviation": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is an abbreviation, not a time zone`,
    why: "The same letters stand for the clocks of several places, and for one half of the year only. A zone is a place with all its changes of the clock.",
    help: () => "name the city, as in `America/New_York`",
  }),
  "zone/offset": entry<{ written: string; zone: string }>({
    severity: "error",
    message: ({ written }) => `${written} is an offset, not a time zone`,
    why: "An offset knows nothing of the changes of the clock, so that by the clock of any place the job would be an hour off for a part of the year. A zone is a place with all of them.",
    help: ({ zone }) =>
      `name the city, as in \`Europe/Berlin\`; where the bare offset is meant, it is called \`${zone}\`, with the sign turned`,
  }),
  "zone/window-differs": entry<{ window: string; windowZone: string; jobZone: string }>({
    severity: "error",
    message: ({ window, windowZone, jobZone }) =>
      `\`${window}\` opens by the clock of ${windowZone}, but this trigger counts its times by that of ${jobZone}`,
    why: "A step or a random time is laid out over its window, day by day. With two clocks a day and a window no longer belong together.",
    help: ({ windowZone }) => `run the trigger \`in ${windowZone}\`, or leave the zone out of the window`,
  }),
} as const;
