/** The corners where two readers would differ: one answer each, with fire times worked out by hand. */
import { describe, test } from "vitest";
import { expectFires, type Row } from "./plan-of.ts";

const tables: Readonly<Record<string, readonly Row[]>> = {
  "one anchor for a step: its range, else from, else midnight": [
    [
      "every 2 hours 9-17 from 2026-01-01T08:30 run f",
      "2026-01-01",
      "2026-01-01 09:00",
      "11:00",
      "13:00",
      "15:00",
      "17:00",
    ],
    ["every 90 minutes in America/New_York run f", "2026-03-08 05:00", "2026-03-08 05:00", "06:30", "07:00", "08:30"],
    ["every 90 minutes in America/New_York run f", "2026-11-01 04:00", "2026-11-01 04:00", "05:30", "06:30", "08:00"],
  ],
  "minutes under a step of hours": [
    ["every 2 hours at :30 run f", "2026-01-01", "2026-01-01 00:30", "02:30", "04:30"],
    ["every 12 hours at :50 run f", "2026-01-01", "2026-01-01 00:50", "12:50"],
    ["every 2 hours at :30 9-13 run f", "2026-01-01", "2026-01-01 09:30", "11:30", "13:30", "2026-01-02 09:30"],
    ["every 2 hours at :15 9:30-13:30 run f", "2026-01-01", "2026-01-01 11:15", "13:15", "2026-01-02 11:15"],
    [
      "every hour at :15, :45 8-9 run f",
      "2026-01-01",
      "2026-01-01 08:15",
      "08:45",
      "09:15",
      "09:45",
      "2026-01-02 08:15",
    ],
  ],
  "whole hours over midnight reach to the end of the last": [
    ["every 30 minutes 22-6 run f", "2026-01-01 05:30", "2026-01-01 05:30", "06:00", "06:30", "22:00"],
  ],
  "an end at midnight does not fire": [
    ["every hour 20:00-24:00 run f", "2026-01-01 21:30", "2026-01-01 22:00", "23:00", "2026-01-02 20:00"],
    ["every hour 20:00-midnight run f", "2026-01-01 22:30", "2026-01-01 23:00", "2026-01-02 20:00"],
    ["every 8 hours 0:00-24:00 run f", "2026-01-01", "2026-01-01 00:00", "08:00", "16:00", "2026-01-02 00:00"],
  ],
  "where ranges overlap, the one that opened last counts": [
    [
      "every 50 minutes 9:00-12:00, 11:30-15:00 run f",
      "2026-01-01 10:00",
      "2026-01-01 10:40",
      "11:30",
      "12:20",
      "13:10",
    ],
    ["every hour 9:00-12:00, 12:00-14:00 run f", "2026-01-01 11:00", "2026-01-01 11:00", "12:00", "13:00", "14:00"],
    ["every 7 hours 22:00-12:00, 8:30-10:00 run f", "2026-01-02", "2026-01-02 05:00", "08:30", "12:00", "22:00"],
  ],
  "a window under a step is its range, else it filters": [
    [
      "window w = 9:10-11:00\nevery 45 minutes during w run f",
      "2026-01-01",
      "2026-01-01 09:10",
      "09:55",
      "10:40",
      "2026-01-02 09:10",
    ],
    [
      "window w = 9:10-11:00\nevery 30 minutes 9-17 during w run f",
      "2026-01-01",
      "2026-01-01 09:30",
      "10:00",
      "10:30",
      "11:00",
    ],
    [
      "window w = weekdays 22:00-2:00\nevery 2 hours during w run f",
      "2026-01-02 12:00",
      "2026-01-02 22:00",
      "2026-01-03 00:00",
      "02:00",
      "2026-01-05 22:00",
    ],
    [
      "window w = weekdays 22:00-2:00\nevery day at 1:00 during w run f",
      "2026-01-02 12:00",
      "2026-01-03 01:00",
      "2026-01-06 01:00",
    ],
    [
      "window w = weekdays 9-9 or weekends 11-11\nevery hour at :15 during w run f",
      "2026-01-02",
      "2026-01-02 09:15",
      "2026-01-03 11:15",
      "2026-01-04 11:15",
      "2026-01-05 09:15",
    ],
    [
      "window w = 9:00-17:00 in Asia/Tokyo\nevery day at 0:30, 9:30 during w run f",
      "2026-01-01",
      "2026-01-01 00:30",
      "2026-01-02 00:30",
    ],
    ['window w = 9:00-12:00\ncron "0 */4 * * *" during w run f', "2026-01-01", "2026-01-01 12:00", "2026-01-02 12:00"],
  ],
  "the nth counts in the period of the head": [
    ["every week on the last weekday at 9:00 run f", "2026-01-01", "2026-01-02 09:00", "2026-01-09 09:00"],
    ["every quarter on the 60th day at 9:00 run f", "2026-01-01", "2026-03-01 09:00", "2026-05-30 09:00"],
    [
      "every year on the 100th day at 9:00 run f",
      "2026-01-01",
      "2026-04-10 09:00",
      "2027-04-10 09:00",
      "2028-04-09 09:00",
    ],
    ["every year on the 3rd thursday in november at noon run f", "2026-01-01", "2026-11-19 12:00", "2027-11-18 12:00"],
    ["every year on the 1st in jan, jul at noon run f", "2026-01-02", "2026-07-01 12:00", "2027-01-01 12:00"],
    ["every hour on the 1st monday run f", "2026-01-05 22:00", "2026-01-05 22:00", "23:00", "2026-02-02 00:00"],
  ],
  "weeks start on Monday, and the first fire may come a period later": [
    ["every 2 weeks on monday at 9:00 from 2026-01-07 run f", "2026-01-01", "2026-01-19 09:00", "2026-02-02 09:00"],
    // 23:30 in UTC on a Sunday is Monday in Berlin.
    [
      "every 2 weeks on monday at 9:00 from 2026-01-11T23:30Z in Europe/Berlin run f",
      "2026-01-01",
      "2026-01-12 08:00",
      "2026-01-26 08:00",
    ],
  ],
  "other clauses filter what a count gives": [
    ["every 3 days at 10:00 from 2026-01-30 in feb run f", "2026-01-01", "2026-02-02 10:00", "2026-02-05 10:00"],
    ["every 2 hours on monday from 2026-01-01T01:00 run f", "2026-01-01", "2026-01-05 01:00", "03:00"],
  ],
  "ranges of days": [
    [
      "every month on the 25th-31st at midnight in feb run f",
      "2026-02-27",
      "2026-02-27 00:00",
      "2026-02-28 00:00",
      "2027-02-25 00:00",
    ],
    [
      "every fri-mon at 9:00 run f",
      "2026-01-01",
      "2026-01-02 09:00",
      "2026-01-03 09:00",
      "2026-01-04 09:00",
      "2026-01-05 09:00",
      "2026-01-09 09:00",
    ],
    [
      "every month on the 1st at 9:00 in nov-feb run f",
      "2026-01-01",
      "2026-01-01 09:00",
      "2026-02-01 09:00",
      "2026-11-01 09:00",
    ],
    [
      "every year on dec 30 to jan 2 at 9:00 run f",
      "2026-01-02",
      "2026-01-02 09:00",
      "2026-12-30 09:00",
      "2026-12-31 09:00",
      "2027-01-01 09:00",
    ],
  ],
  "strictly after and before a day of the month": [
    [
      "every month on the 1st monday after the 15th at 9:00 run f",
      "2026-06-01",
      "2026-06-22 09:00",
      "2026-07-20 09:00",
    ],
    [
      "every month on the last monday before the 15th at 9:00 run f",
      "2026-06-01",
      "2026-06-08 09:00",
      "2026-07-13 09:00",
    ],
    [
      "every month on the 1st friday after the 28th at 9:00 run f",
      "2026-01-03",
      "2026-01-30 09:00",
      "2026-03-06 09:00",
      "2026-04-03 09:00",
    ],
  ],
  "counted from a day of the head's own period": [
    // The 80th day of 2026 is Saturday, March 21, of its second quarter Friday, June 19.
    [
      "every quarter on the 1st monday after the 80th at 9:00 run f",
      "2026-01-01",
      "2026-03-23 09:00",
      "2026-06-22 09:00",
    ],
    ["every year on the last friday before the 100th at 9:00 run f", "2026-01-01", "2026-04-03 09:00"],
  ],
  "moved days": [
    ["every month on the 1st or next weekday at 9:00 run f", "2026-01-30", "2026-02-02 09:00", "2026-03-02 09:00"],
    ["every month on the 1st or previous weekday at 9:00 run f", "2026-01-02", "2026-01-30 09:00", "2026-02-27 09:00"],
    ["every month on the 1st or nearest weekday at 9:00 run f", "2026-01-30", "2026-02-02 09:00", "2026-03-02 09:00"],
    ["every month on the 15th or nearest weekday at noon run f", "2026-02-01", "2026-02-16 12:00", "2026-03-16 12:00"],
    [
      "every week on saturday, sunday or next weekday at 9:00 run f",
      "2026-01-01",
      "2026-01-05 09:00",
      "2026-01-12 09:00",
    ],
    // The week of Friday, May 1, begins in April; that of Saturday, August 1, ends in it, and August has the Saturday.
    [
      "every week on friday or previous weekday at 9:00 in may run f",
      "2026-04-01",
      "2026-05-01 09:00",
      "2026-05-08 09:00",
    ],
    [
      "every week on saturday or previous weekday at 9:00 in aug run f",
      "2026-06-01",
      "2026-07-31 09:00",
      "2026-08-07 09:00",
    ],
    [
      "every day on weekends or next weekday at 9:00 in may run f",
      "2026-04-01",
      "2026-05-04 09:00",
      "2026-05-11 09:00",
    ],
    [
      "every 2 weeks on sunday or next weekday at 9:00 in may from 2026-04-20 run f",
      "2026-04-01",
      "2026-05-11 09:00",
      "2026-05-25 09:00",
      "2027-05-10 09:00",
    ],
    ["every year on aug 1 or previous weekday at 9:00 run f", "2026-01-01", "2026-07-31 09:00", "2027-07-30 09:00"],
  ],
  offsets: [
    ["every month 3 days before the last day at 9:00 run f", "2026-02-01", "2026-02-25 09:00", "2026-03-28 09:00"],
    ["every month 3 weekdays before the last day at 9:00 run f", "2026-01-01", "2026-01-28 09:00", "2026-02-25 09:00"],
    ["every month 1 week after the 4th monday at 9:00 run f", "2026-01-01", "2026-02-02 09:00", "2026-03-02 09:00"],
    [
      "every month 1 day before the 1st saturday in aug at 8:00 run f",
      "2026-01-01",
      "2026-07-31 08:00",
      "2027-08-06 08:00",
    ],
    ["every day 2 hours before noon run f", "2026-01-01", "2026-01-01 10:00", "2026-01-02 10:00"],
    ["every day 30 minutes before midnight run f", "2026-01-01", "2026-01-01 23:30"],
    ["every day 30 minutes after midnight run f", "2026-01-01", "2026-01-01 00:30"],
    ["every day 30 minutes before 0:00 run f", "2026-01-01", "2026-01-01 23:30"],
    ["every day 30 minutes after 0:00 run f", "2026-01-01", "2026-01-01 00:30"],
    ["every day 24 hours before midnight run f", "2026-01-01", "2026-01-01 00:00"],
  ],
  exceptions: [
    ["every hour except 12:00 run f", "2026-01-01 11:00", "2026-01-01 11:00", "13:00"],
    ["every hour except 12-13 run f", "2026-01-01 11:00", "2026-01-01 11:00", "14:00"],
    ["every 30 minutes except 12:00 run f", "2026-01-01 11:30", "2026-01-01 11:30", "12:30"],
    ["every hour except 23:00-4:00 run f", "2026-01-01 22:00", "2026-01-01 22:00", "2026-01-02 04:00"],
    [
      "window w = monday 22:00-2:00\nevery hour except w run f",
      "2026-01-04 22:00",
      "2026-01-04 22:00",
      "23:00",
      "2026-01-05 00:00",
    ],
    [
      "window w = monday 22:00-2:00\nevery hour except w run f",
      "2026-01-05 21:00",
      "2026-01-05 21:00",
      "2026-01-06 02:00",
    ],
    ["every hour except saturday, sunday run f", "2026-01-02 23:00", "2026-01-02 23:00", "2026-01-05 00:00"],
    ["every day at 9:00 except december run f", "2026-11-30", "2026-11-30 09:00", "2027-01-01 09:00"],
    ["every day at 9:00 except dec 24 to jan 2 run f", "2026-12-23", "2026-12-23 09:00", "2027-01-03 09:00"],
    ["every weekday at 9:00 except the last friday run f", "2026-01-29", "2026-01-29 09:00", "2026-02-02 09:00"],
    [
      "every hour except 2026-01-01T10:00 to 2026-01-01T12:00, 2026-01-01T14:00 run f",
      "2026-01-01 09:00",
      "2026-01-01 09:00",
      "12:00",
      "13:00",
      "15:00",
    ],
    [
      "every day at 2:30 except 3:00-4:00 in America/New_York run f",
      "2026-03-07",
      "2026-03-07 07:30",
      "2026-03-09 06:30",
    ],
    [
      "every month on the 1st or next weekday at 9:00 except monday run f",
      "2026-01-30",
      "2026-04-01 09:00",
      "2026-05-01 09:00",
    ],
  ],
  "the life span is one of instants": [
    ["every 2 hours 22:00-4:00 until 2026-01-01 run f", "2026-01-01 21:00", "2026-01-01 22:00", "#"],
    [
      "every day at 9:00 from 2026-01-05T09:00 until 2026-01-06T09:00 run f",
      "2026-01-01",
      "2026-01-05 09:00",
      "2026-01-06 09:00",
      "#",
    ],
    ["every 15 minutes from 2026-03-08T02:30 in America/New_York run f", "2026-03-08", "2026-03-08 07:00", "07:15"],
  ],
  "a date that its zone left out": [
    ["every day at noon in Pacific/Apia run f", "2011-12-29", "2011-12-29 22:00", "2011-12-30 22:00"],
    ['cron "0 12 * * *" in Pacific/Apia run f', "2011-12-29", "2011-12-29 22:00", "2011-12-30 22:00"],
  ],
  "several triggers are a union": [
    [
      "job brief {\nevery weekday at 8:30\nevery weekend at 10:00\nrun f\n}",
      "2026-01-02",
      "2026-01-02 08:30",
      "2026-01-03 10:00",
      "2026-01-04 10:00",
    ],
    [
      "job j {\nevery day at 2:30 in America/New_York\nevery day at 3:00 in America/New_York\nrun f\n}",
      "2026-03-08",
      "2026-03-08 07:00",
      "2026-03-09 06:30",
      "07:00",
    ],
  ],
  "once before and after": [
    ["once 3 days before 2026-03-10 9:00 in America/New_York run f", "2026-01-01", "2026-03-07 14:00", "#"],
    ["once 72 hours before 2026-03-10 9:00 in America/New_York run f", "2026-01-01", "2026-03-07 13:00", "#"],
    ["once 1 month before 2026-03-31 9:00 run f", "2026-01-01", "2026-02-28 09:00", "#"],
    // 23:30 in UTC is 0:30 of the next day in Berlin, whose clock is kept.
    ["once 1 month after 2026-03-01T23:30Z in Europe/Berlin run f", "2026-01-01", "2026-04-01 22:30", "#"],
    ["once 30 minutes after 2026-03-01T23:30Z run f", "2026-01-01", "2026-03-02 00:00", "#"],
  ],
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    test.each(rows)("%s", async (...row) => {
      await expectFires(row);
    });
  });
}
