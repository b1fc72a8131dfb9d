/** `schedc why` over calendars: the entry that keeps a job away, moves it or lets it fire, by its name. */
import { expect, test } from "vitest";
import { folderOf } from "./run-cli.ts";

const files = {
  "jobs.sched": `calendar works {
  include "feasts.ics"
  holiday dec 24 to dec 26 "Christmas"
  open 2026-10-10 "Stocktaking"
}
defaults {
  calendar works
  timezone UTC
}
every workday at 9:00 run daily
every month on the 26th or next workday at 9:00 run pay
every day at 8:00 except works run early
`,
  "feasts.ics": [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//here//EN",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART;VALUE=DATE:20260501",
    "SUMMARY:Labour Day",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:2",
    "DTSTART;VALUE=DATE:20260608",
    "RRULE:FREQ=YEARLY",
    "SUMMARY:Founding\\, by Ada",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n"),
};

const rows = [
  [
    "daily 2026-12-25T09:00",
    false,
    ['days: Friday 2026-12-25 is a holiday, "Christmas": without it there would be a fire here'],
  ],
  [
    "daily 2026-05-01T09:00",
    false,
    ['days: Friday 2026-05-01 is a holiday, "Labour Day": without it there would be a fire here'],
  ],
  [
    "daily 2027-06-08T09:00",
    false,
    ['days: Tuesday 2027-06-08 is a holiday, "Founding, by Ada": without it there would be a fire here'],
  ],
  [
    "daily 2026-10-10T09:00",
    true,
    ['days: Saturday 2026-10-10 is kept open, "Stocktaking": without it there would be no fire here'],
  ],
  [
    "pay 2025-12-29T09:00",
    true,
    ['days: Friday 2025-12-26 is a holiday, "Christmas": without it there would be no fire here'],
  ],
  ["daily 2026-12-28T09:00", true, []],
  // On a Saturday the holiday makes no difference.
  ["daily 2026-12-26T09:00", false, []],
  ["early 2026-05-01T08:00", false, ['exception: `except works` takes it out, "Labour Day"']],
] as const;

test.each(rows)("%s", async (line, fires, reasons) => {
  const folder = folderOf(files);
  const { code, out, err } = await folder.run(["why", ...line.split(" "), "--format", "json"]);
  expect([code, err]).toEqual([0, ""]);
  const said = JSON.parse(out) as {
    readonly fires: boolean;
    readonly triggers: readonly { readonly reasons: readonly { readonly kind: string; readonly text: string }[] }[];
  };
  expect(said.fires).toBe(fires);
  const texts = said.triggers.flatMap((one) => one.reasons.map(({ kind, text }) => `${kind}: ${text}`));
  expect(texts.filter((text) => text.includes('"') || text.includes("without"))).toEqual(reasons);
});
