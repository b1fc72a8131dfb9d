/** Sentence → trigger JSON, a row for each construct. */
import { expect, test } from "vitest";
import { findingsOf, jobOf } from "./plan-of.ts";

const fixed = { gap: "after", overlap: "first" };
const wall = { gap: "skip", overlap: "both" };
const everyDay = [{}];
const utc = { kind: "calendar", zone: "UTC" };
const at9 = { times: { at: ["09:00"] }, dst: fixed };
const month = (of: object, more: object = {}): object => ({ picks: [{ in: "month", of: [of], ...more }] });

const rows: readonly (readonly [sentence: string, trigger: object])[] = [
  // Times
  ["every day at 9:00, 17:30:15", { ...utc, days: everyDay, times: { at: ["09:00", "17:30:15"] }, dst: fixed }],
  [
    "every hour at :10, :40",
    { ...utc, days: everyDay, times: { hours: hours(0, 23), minutes: [10, 40], seconds: [0] }, dst: wall },
  ],
  [
    "every day 9-11 at :30:15",
    { ...utc, days: everyDay, times: { hours: [9, 10, 11], minutes: [30], seconds: [15] }, dst: wall },
  ],
  [
    "every day 9:00-10:30 at :00, :45",
    { ...utc, days: everyDay, times: { at: ["09:00", "09:45", "10:00"] }, dst: wall },
  ],
  [
    "every 15 minutes",
    { ...utc, days: everyDay, times: { every: 900_000, ranges: [["00:00", "23:59:59"]] }, dst: wall },
  ],
  [
    "every 90 minutes",
    { ...utc, days: everyDay, times: { every: 5_400_000, ranges: [["00:00", "23:59:59"]] }, dst: wall },
  ],
  [
    "every 30 minutes 9-17",
    { ...utc, days: everyDay, times: { every: 1_800_000, ranges: [["09:00", "17:59:59"]] }, dst: wall },
  ],
  [
    "every 45m 9:10-17:00",
    { ...utc, days: everyDay, times: { every: 2_700_000, ranges: [["09:10", "17:00"]] }, dst: wall },
  ],
  [
    "every 2 hours 9-17",
    { ...utc, days: everyDay, times: { hours: [9, 11, 13, 15, 17], minutes: [0], seconds: [0] }, dst: wall },
  ],
  [
    "every 40m 22:00-6:00",
    { ...utc, days: everyDay, times: { every: 2_400_000, ranges: [["22:00", "30:00"]] }, dst: wall },
  ],
  ["every day 22:00-6:00 at 2:00", { ...utc, days: everyDay, times: { at: ["26:00"] }, dst: fixed }],
  [
    "every day 9:00-10:00 at random",
    {
      ...utc,
      days: everyDay,
      times: { random: "f", ranges: [["09:00", "10:00"]] },
      dst: { gap: "after", overlap: "both" },
    },
  ],
  // Days
  ["every weekend at 9:00", { ...utc, days: [{ weekdays: [6, 7] }], ...at9 }],
  ["every mon, wed-fri at 9:00", { ...utc, days: [{ weekdays: [1, 3, 4, 5] }], ...at9 }],
  [
    "every day at 9:00 on weekdays in jan, mar-may",
    { ...utc, days: [{ weekdays: [1, 2, 3, 4, 5], months: [1, 3, 4, 5] }], ...at9 },
  ],
  ["every monday in odd weeks at 9:00", { ...utc, days: [{ weekdays: [1], weeks: "odd" }], ...at9 }],
  ["every month on the 3rd last day at 9:00", { ...utc, days: [month({ nth: -3, day: "day" })], ...at9 }],
  ["every month on the 15th-20th at 9:00", { ...utc, days: [month({ first: 15, last: 20 })], ...at9 }],
  ["every month on the last weekday at 9:00", { ...utc, days: [month({ nth: -1, day: "weekday" })], ...at9 }],
  [
    "every month on the 1st monday after the 15th at 9:00",
    { ...utc, days: [month({ nth: 1, day: 1, after: 15 })], ...at9 },
  ],
  [
    "every month on the 30th or last day at 9:00",
    { ...utc, days: [month({ nth: 30, day: "day" }, { clamp: true })], ...at9 },
  ],
  [
    "every month on the 1st or nearest weekday at 9:00",
    { ...utc, days: [month({ nth: 1, day: "day" }, { move: "nearest" })], ...at9 },
  ],
  [
    "every month 2 weekdays before the last sunday at 9:00",
    { ...utc, days: [month({ nth: -1, day: 7 }, { offset: { by: -2, unit: "weekday" } })], ...at9 },
  ],
  [
    "every year on dec 24, jun 1 at 9:00",
    {
      ...utc,
      days: [
        {
          picks: [
            {
              in: "year",
              of: [
                { month: 6, date: 1 },
                { month: 12, date: 24 },
              ],
            },
          ],
        },
      ],
      ...at9,
    },
  ],
  [
    "every 2 weeks on monday at 9:00 from 2026-01-07",
    {
      ...utc,
      from: "2026-01-07T00:00:00",
      days: [{ cycle: { every: 2, unit: "week", anchor: "2026-01-05" }, weekdays: [1] }],
      ...at9,
    },
  ],
  [
    "every 4 months on the 1st at 9:00",
    { ...utc, days: [{ ...month({ nth: 1, day: "day" }), months: [1, 5, 9] }], ...at9 },
  ],
  // Bounds, windows, exceptions
  [
    "every day at 9:00 from 2026-01-01 until 2026-12-31 in Asia/Tokyo",
    { ...utc, zone: "Asia/Tokyo", from: "2026-01-01T00:00:00", until: "2026-12-31T23:59:59", days: everyDay, ...at9 },
  ],
  ["every day at 9:00 from 2026-01-01T01:00+01:00", { ...utc, from: "2026-01-01T00:00:00Z", days: everyDay, ...at9 }],
  [
    "every day at 9:00 except 12:00-13:00, 12-13, sat, dec 25, 2026-01-05, the 1st, july",
    {
      ...utc,
      except: {
        days: [{ months: [7] }, month({ nth: 1, day: "day" }), { weekdays: [6] }],
        dates: [["2026-01-05", "2026-01-05"]],
        yearly: [[12, 25, 12, 25]],
        windows: [{ ranges: [["12:00", "12:59:59"]] }, { ranges: [["12:00", "13:59:59"]] }],
      },
      days: everyDay,
      ...at9,
    },
  ],
  // Elapsed steps, single instants and what has no fire set
  [
    "every 7 hours on weekdays from 2026-01-01T08:00",
    {
      kind: "elapsed",
      zone: "UTC",
      from: "2026-01-01T08:00:00",
      every: 25_200_000,
      anchor: "2026-01-01T08:00:00",
      days: [{ weekdays: [1, 2, 3, 4, 5] }],
    },
  ],
  [
    "once at 2026-12-25 9:00, 2026-12-24T18:00Z",
    { kind: "instants", zone: "UTC", at: ["2026-12-24T18:00:00Z", "2026-12-25T09:00:00"] },
  ],
  [
    "once 36h before 2026-12-25 9:00",
    { kind: "instants", zone: "UTC", at: [{ at: "2026-12-25T09:00:00", plus: -129_600_000 }] },
  ],
  ["once on startup", { kind: "startup" }],
  ["every 3 minutes after completion", { kind: "completion", zone: "UTC", every: 180_000, days: everyDay }],
  [
    "every 3 minutes after completion on weekdays 9-17",
    {
      kind: "completion",
      zone: "UTC",
      during: [{ ranges: [["09:00", "17:59:59"]] }],
      every: 180_000,
      days: [{ weekdays: [1, 2, 3, 4, 5] }],
    },
  ],
  [
    "custom sunset(51.5, -0.1) in Europe/London",
    { kind: "custom", zone: "Europe/London", task: "sunset", args: [51.5, -0.1] },
  ],
];

test.each(rows)("%s", async (sentence, trigger) => {
  expect((await jobOf(`${sentence} run f\n`)).trigger).toEqual(trigger);
});

/** Different spellings of one meaning, and so of one trigger, byte for byte. */
const equal: readonly (readonly string[])[] = [
  ["every 15 minutes", "every hour at :00, :15, :30, :45", 'cron "*/15 * * * *"', 'cron "0,15,30,45 * * * *"'],
  ["every day at 9:00, 17:00", "every day at 17:00 and 9:00", 'cron "0 9,17 * * *"'],
  ["every weekday at 9:30", "every mon-fri at 9:30", "every day on weekdays at 9:30", 'cron "30 9 * * mon-fri"'],
  ["every month on the 1st at midnight", 'cron "@monthly"', 'cron "0 0 1 * ?"'],
  ["every 30 minutes 9-17", "every day 9-17 at :00, :30", 'cron "*/30 9-17 * * *"'],
  ["every monday at 9:00 until 2026-12-31", "every monday until 2026-12-31T23:59:59 at 9:00"],
  ["every month on the 15th or nearest weekday at noon", 'cron "0 12 15W * *"'],
  ["every month on the last day, 1st, 15th at midnight", 'cron "0 0 1,L,15 * *"'],
  ["every month on the 4th last day at 8:00", 'cron "0 8 L-3 * *"'],
];

test.each(equal)("%s is the same trigger as its other spellings", async (first, ...others) => {
  const { triggerHash } = await jobOf(`${first} run f\n`);
  for (const other of others) {
    const job = await jobOf(`${other} run f\n`);
    expect([other, job.triggerHash]).toEqual([other, triggerHash]);
  }
});

function hours(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

test.each([
  ["every 2 hours 22:00-3:00, 1:00-5:00 at :30", 1],
  ["every 2 hours 9:00-13:00, 12:00-16:00 at :30", 0],
  ["every hour 22:00-3:00, 1:00-5:00 at :30", 0],
])("%s: hours counted by ranges that meet on different days are refused", async (sentence, refused) => {
  const found = await findingsOf(`${sentence} run f\n`);
  expect(found.map((text) => text.split(":")[0])).toEqual(Array(refused).fill("trigger/no-meaning"));
});

test("so are those of windows", async () => {
  const text = "window w = day 9:00-13:00 or friday 10:00-16:00\nevery 2 hours during w at :30 run f\n";
  expect(await findingsOf(text)).toHaveLength(1);
  expect(await findingsOf(text.replace("10:00-16:00", "14:00-16:00"))).toEqual([]);
});
