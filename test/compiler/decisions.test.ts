/** What the sentences of the language mean, each with fire times worked out by hand. UTC where no zone is named. */
import { describe, test } from "vitest";
import { expectFires, type Row } from "./plan-of.ts";

const tables: Readonly<Record<string, readonly Row[]>> = {
  "whole hours are a set, clock times a closed range": [
    ["every weekday 9-17 at :30 run f", "2026-01-02 16:00", "2026-01-02 16:30", "17:30", "2026-01-05 09:30"],
    ["every weekday 9:00-17:00 at :30 run f", "2026-01-02 15:00", "2026-01-02 15:30", "16:30", "2026-01-05 09:30"],
    ["every 30 minutes 9-17 run f", "2026-01-01 16:30", "2026-01-01 16:30", "17:00", "17:30", "2026-01-02 09:00"],
    ["every 30 minutes 9:00-17:00 run f", "2026-01-01 16:30", "2026-01-01 16:30", "17:00", "2026-01-02 09:00"],
  ],
  "a step counts from the start of its range, anew every day": [
    ["every 45m 9:10-17:00 run f", "2026-01-01", "2026-01-01 09:10", "09:55", "10:40", "11:25"],
    ["every 45m 9:10-17:00 run f", "2026-01-01 16:00", "2026-01-01 16:40", "2026-01-02 09:10"],
    ["every 45m 9:10-17:00 except 10:00-11:00 run f", "2026-01-01", "2026-01-01 09:10", "09:55", "11:25"],
  ],
  "a step without a range lies on the grid of the day": [
    ["every 15 minutes run f", "2026-01-01 23:40", "2026-01-01 23:45", "2026-01-02 00:00", "00:15"],
    ["every 45 minutes run f", "2026-01-01 15:01", "2026-01-01 15:45", "16:30", "17:15"],
    ["every 90 minutes run f", "2026-01-01 21:30", "2026-01-01 22:30", "2026-01-02 00:00", "01:30"],
    ["every 30 seconds run f", "2026-01-01", "2026-01-01 00:00", "00:00:30", "00:01"],
  ],
  "from bounds, and anchors where nothing else gives the times": [
    [
      "every 2 hours from 2024-01-01T09:00 until 2024-01-01T17:00 run f",
      "2020-01-01",
      "2024-01-01 09:00",
      "11:00",
      "13:00",
      "15:00",
      "17:00",
      "#",
    ],
    ["every 2 hours from 2026-01-01 until 2026-01-02 run f", "2026-01-02 21:00", "2026-01-02 22:00", "#"],
    ["every 25 minutes from 2026-01-01 run f", "2026-01-01 23:00", "2026-01-01 23:20", "23:45", "2026-01-02 00:10"],
    ["every 7 hours from 2026-01-01T00:30 run f", "2026-01-01", "2026-01-01 00:30", "07:30", "14:30", "21:30"],
    ["every 7 hours from 2026-01-01T00:30 run f", "2026-01-02", "2026-01-02 04:30", "11:30"],
    ["every hour at :30 from 2026-01-01T08:45 run f", "2026-01-01", "2026-01-01 09:30", "10:30"],
  ],
  "periods are counted from the one that holds the date": [
    ["every 2 weeks on tuesday at 9:00 from 2026-01-06 run f", "2026-01-01", "2026-01-06 09:00", "2026-01-20 09:00"],
    ["every 3 days at 10:00 from 2026-01-30 run f", "2026-01-01", "2026-01-30 10:00", "2026-02-02 10:00"],
    ["every 2 months on the 1st at midnight run f", "2026-01-02", "2026-03-01 00:00", "2026-05-01 00:00"],
    ["every 6 months on the 1st at midnight run f", "2026-01-02", "2026-07-01 00:00", "2027-01-01 00:00"],
    [
      "every 3 months on the 9th at midnight from 2026-08-09 run f",
      "2026-01-01",
      "2026-08-09 00:00",
      "2026-11-09 00:00",
      "2027-02-09 00:00",
      "2027-05-09 00:00",
    ],
    ["every 5 months on the 1st at 6:00 from 2026-01-15 run f", "2026-01-01", "2026-06-01 06:00", "2026-11-01 06:00"],
    ["every quarter on the 4th at 14:00 run f", "2026-01-05", "2026-04-04 14:00", "2026-07-04 14:00"],
    ["every 2 years on jun 1 at 9:00 from 2025-03-01 run f", "2025-01-01", "2025-06-01 09:00", "2027-06-01 09:00"],
  ],
  "days that a month lacks": [
    ["every month on the 31st at 9:00 run f", "2026-02-01", "2026-03-31 09:00", "2026-05-31 09:00"],
    ["every month on the 31st or last day at 9:00 run f", "2026-02-01", "2026-02-28 09:00", "2026-03-31 09:00"],
    ["every month on the last day at 6:00 run f", "2028-02-01", "2028-02-29 06:00", "2028-03-31 06:00"],
  ],
  "what each end of a span holds": [
    ["every hour except 12:00-13:00 run f", "2026-01-01 11:00", "2026-01-01 11:00", "13:00"],
    ["every day at 9:00 except 2026-11-25 to 2026-11-30 run f", "2026-11-24", "2026-11-24 09:00", "2026-12-01 09:00"],
    ["every day at 23:00 until 2026-01-02 run f", "2026-01-01", "2026-01-01 23:00", "2026-01-02 23:00", "#"],
  ],
  "over midnight, a fire belongs to the day that opened": [
    ["every monday 22:00-6:00 at 2:00 run f", "2026-01-05", "2026-01-06 02:00", "2026-01-13 02:00"],
    ["every 4 hours on friday 22:00-6:00 run f", "2026-01-02", "2026-01-02 22:00", "2026-01-03 02:00", "06:00"],
    ["every hour on sunday 22:00-24:00 run f", "2026-01-04", "2026-01-04 22:00", "23:00", "2026-01-11 22:00"],
  ],
  "clauses are joined by and": [
    [
      "every friday on the 13th at 9:00 run f",
      "2026-01-01",
      "2026-02-13 09:00",
      "2026-03-13 09:00",
      "2026-11-13 09:00",
    ],
    ["every monday in even weeks at 9:00 run f", "2026-01-01", "2026-01-05 09:00", "2026-01-19 09:00"],
    ["every weekday on monday, saturday at 9:00 run f", "2026-01-01", "2026-01-05 09:00", "2026-01-12 09:00"],
  ],
  "clock times happen once a day, steps and patterns as often as the clock shows them": [
    // New York, 2026: forward on March 8 at 7:00 UTC, back on November 1 at 6:00 UTC.
    [
      "every day at 2:30 in America/New_York run f",
      "2026-03-07",
      "2026-03-07 07:30",
      "2026-03-08 07:00",
      "2026-03-09 06:30",
    ],
    ["every day at 1:30 in America/New_York run f", "2026-11-01", "2026-11-01 05:30", "2026-11-02 06:30"],
    [
      "every day at 2:30, 3:00 in America/New_York run f",
      "2026-03-08",
      "2026-03-08 07:00",
      "2026-03-09 06:30",
      "07:00",
    ],
    ["every 30 minutes in America/New_York run f", "2026-03-08 06:30", "2026-03-08 06:30", "07:00", "07:30"],
    ["every hour in America/New_York run f", "2026-11-01 04:30", "2026-11-01 05:00", "06:00", "07:00"],
    ["every 2 hours in America/New_York run f", "2026-03-08 05:00", "2026-03-08 05:00", "08:00", "10:00"],
    ["every day 1-2 at :30 in America/New_York run f", "2026-11-01", "2026-11-01 05:30", "06:30", "07:30"],
    [
      "every 3 hours from 2026-03-08T00:00 in America/New_York run f",
      "2026-03-08",
      "2026-03-08 05:00",
      "08:00",
      "11:00",
    ],
    ['cron "30 2 * * *" in America/New_York run f', "2026-03-08", "2026-03-08 07:00", "2026-03-09 06:30"],
    ['cron "*/30 2 * * *" in America/New_York run f', "2026-03-08", "2026-03-09 06:00", "06:30"],
  ],
  "dst gap and dst overlap override": [
    ["every day at 2:30 in America/New_York run f dst gap shift", "2026-03-08", "2026-03-08 07:30", "2026-03-09 06:30"],
    ["every day at 2:30 in America/New_York run f dst gap skip", "2026-03-08", "2026-03-09 06:30"],
    [
      "every day at 1:30 in America/New_York run f dst overlap second",
      "2026-11-01",
      "2026-11-01 06:30",
      "2026-11-02 06:30",
    ],
    ["every day at 1:30 in America/New_York run f dst overlap both", "2026-11-01", "2026-11-01 05:30", "06:30"],
    ["every hour in America/New_York run f dst overlap first", "2026-11-01 05:00", "2026-11-01 05:00", "07:00"],
    [
      "every 3h from 2026-03-08T00:00 in America/New_York run f dst gap skip",
      "2026-03-08",
      "2026-03-08 05:00",
      "08:00",
    ],
  ],
  once: [
    ["once at 2026-12-25 9:00 in Europe/Berlin run f", "2026-01-01", "2026-12-25 08:00", "#"],
    [
      "once at 2026-12-25T09:00Z, 2026-12-26T09:00+01:00 run f",
      "2026-01-01",
      "2026-12-25 09:00",
      "2026-12-26 08:00",
      "#",
    ],
    ["once at 2026-03-08T02:30 in America/New_York run f", "2026-01-01", "2026-03-08 07:00", "#"],
    ["once at 2026-11-01T01:30 in America/New_York run f", "2026-01-01", "2026-11-01 05:30", "#"],
  ],
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    test.each(rows)("%s", async (...row) => {
      await expectFires(row);
    });
  });
}
