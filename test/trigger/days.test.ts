/** What sentences mean by their days, as the trigger JSON they become: each case with its dates written out. */
import { describe, expect, it } from "vitest";
import type { CalendarTrigger, DayRule } from "../../src/runtime/model/index.ts";
import { fires } from "../../src/runtime/trigger/index.ts";
import { dates, daysOf } from "./brief.ts";

const MONTH = "month" as const;

describe("days", () => {
  it.each<[string, DayRule, string, string[]]>([
    [
      "the 31st skips short months",
      { picks: [{ in: MONTH, of: [{ nth: 31, day: "day" }] }] },
      "2026-01-31",
      ["2026-03-31", "2026-05-31", "2026-07-31"],
    ],
    [
      "the 31st or last day",
      { picks: [{ in: MONTH, of: [{ nth: 31, day: "day" }], clamp: true }] },
      "2026-01-31",
      ["2026-02-28", "2026-03-31", "2026-04-30"],
    ],
    [
      "the last day",
      { picks: [{ in: MONTH, of: [{ nth: -1, day: "day" }] }] },
      "2028-01-31",
      ["2028-02-29", "2028-03-31"],
    ],
    [
      "the last weekday",
      { picks: [{ in: MONTH, of: [{ nth: -1, day: "weekday" }] }] },
      "2026-01-01",
      ["2026-01-30", "2026-02-27", "2026-03-31"],
    ],
    [
      "the 25th-31st",
      { picks: [{ in: MONTH, of: [{ first: 27, last: 31 }] }] },
      "2026-02-26",
      ["2026-02-27", "2026-02-28", "2026-03-27"],
    ],
    [
      "the 1st monday after the 15th",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: 1, after: 15 }] }] },
      "2026-06-01",
      ["2026-06-22", "2026-07-20", "2026-08-17"],
    ],
    [
      "the 1st monday after the 28th, which leaves the month",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: 1, after: 28 }] }] },
      "2026-01-05",
      ["2026-02-02", "2026-03-02", "2026-03-30"],
    ],
    [
      "the last monday before the 15th",
      { picks: [{ in: MONTH, of: [{ nth: -1, day: 1, before: 15 }] }] },
      "2026-06-01",
      ["2026-06-08", "2026-07-13", "2026-08-10"],
    ],
    [
      "the last monday before the 1st, which leaves the month",
      { picks: [{ in: MONTH, of: [{ nth: -1, day: 1, before: 1 }] }] },
      "2026-06-01",
      ["2026-06-29", "2026-07-27"],
    ],
    [
      "friday on the 13th",
      { weekdays: [5], picks: [{ in: MONTH, of: [{ nth: 13, day: "day" }] }] },
      "2026-01-01",
      ["2026-02-13", "2026-03-13", "2026-11-13"],
    ],
    [
      "1 day before the 1st saturday in aug",
      { months: [8], picks: [{ in: MONTH, of: [{ nth: 1, day: 6 }], offset: { by: -1, unit: "day" } }] },
      "2026-01-01",
      ["2026-07-31", "2027-08-06"],
    ],
    [
      "3 weekdays before the 1st",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: "day" }], offset: { by: -3, unit: "weekday" } }] },
      "2026-01-15",
      ["2026-01-28", "2026-02-25", "2026-03-27"],
    ],
    [
      "2 weekdays after the 1st",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: "day" }], offset: { by: 2, unit: "weekday" } }] },
      "2026-01-05",
      ["2026-02-03", "2026-03-03", "2026-04-03"],
    ],
    [
      "the 1st or next weekday",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: "day" }], move: "next" }] },
      "2026-01-15",
      ["2026-02-02", "2026-03-02", "2026-04-01"],
    ],
    [
      "the 1st or previous weekday, which leaves the month",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: "day" }], move: "previous" }] },
      "2026-01-15",
      ["2026-01-30", "2026-02-27", "2026-04-01"],
    ],
    [
      "the 1st or nearest weekday stays in the month",
      { picks: [{ in: MONTH, of: [{ nth: 1, day: "day" }], move: "nearest" }] },
      "2026-07-15",
      ["2026-08-03", "2026-09-01", "2026-10-01", "2026-11-02"],
    ],
    [
      "the last day or nearest weekday stays in the month",
      { picks: [{ in: MONTH, of: [{ nth: -1, day: "day" }], move: "nearest" }] },
      "2026-05-01",
      ["2026-05-29", "2026-06-30"],
    ],
    [
      "the 14th and 15th or next weekday meet",
      { picks: [{ in: MONTH, of: [{ first: 14, last: 15 }], move: "next" }] },
      "2026-03-01",
      ["2026-03-16", "2026-04-14"],
    ],
    [
      "every quarter on the 60th day",
      { picks: [{ in: "quarter", of: [{ nth: 60, day: "day" }] }] },
      "2026-01-01",
      ["2026-03-01", "2026-05-30", "2026-08-29", "2026-11-29"],
    ],
    [
      "every week on the last weekday",
      { picks: [{ in: "week", of: [{ nth: -1, day: "weekday" }] }] },
      "2026-01-01",
      ["2026-01-02", "2026-01-09"],
    ],
    [
      "sundays of the weeks whose monday is in february",
      { months: [2], picks: [{ in: "week", of: [{ nth: 1, day: 7 }] }] },
      "2026-01-01",
      ["2026-02-08", "2026-02-15", "2026-02-22", "2026-03-01", "2027-02-07"],
    ],
    [
      "every year on feb 29",
      { picks: [{ in: "year", of: [{ month: 2, date: 29 }] }] },
      "2026-01-01",
      ["2028-02-29", "2032-02-29"],
    ],
    [
      "every 2 weeks on monday from 2026-01-07",
      { cycle: { every: 2, unit: "week", anchor: "2026-01-07" }, weekdays: [1] },
      "2026-01-06",
      ["2026-01-19", "2026-02-02"],
    ],
    [
      "every 3 days never before its anchor",
      { cycle: { every: 3, unit: "day", anchor: "2026-01-07" } },
      "2025-12-01",
      ["2026-01-07", "2026-01-10"],
    ],
    [
      "every 3 months on the 9th from 2026-08-09",
      { cycle: { every: 3, unit: MONTH, anchor: "2026-08-09" }, picks: [{ in: MONTH, of: [{ nth: 9, day: "day" }] }] },
      "2026-01-01",
      ["2026-08-09", "2026-11-09", "2027-02-09", "2027-05-09"],
    ],
    [
      "every 2 years in march",
      {
        cycle: { every: 2, unit: "year", anchor: "2026-05-01" },
        months: [3],
        picks: [{ in: MONTH, of: [{ nth: 1, day: 1 }] }],
      },
      "2025-01-01",
      ["2026-03-02", "2028-03-06"],
    ],
    [
      "mondays in even weeks, two odd weeks meeting at new year",
      { weekdays: [1], weeks: "even" },
      "2026-12-15",
      ["2026-12-21", "2027-01-11"],
    ],
  ])("%s", (_, rule, after, expected) => {
    expect(dates(daysOf(rule), after, expected.length)).toEqual(expected);
  });

  it("of any rule count, on a day that two of them have once", () => {
    const trigger = daysOf({ weekdays: [5] }, { picks: [{ in: MONTH, of: [{ nth: 13, day: "day" }] }] });
    expect(dates(trigger, "2026-03-06", 3)).toEqual(["2026-03-13", "2026-03-20", "2026-03-27"]);
  });

  it("are taken out by rule, date and day of the year, over new year too", () => {
    const trigger: CalendarTrigger = {
      ...daysOf({}),
      except: { days: [{ weekdays: [6, 7] }], dates: [["2026-12-21", "2026-12-22"]], yearly: [[12, 24, 1, 2]] },
    };
    expect(dates(trigger, "2026-12-17", 4)).toEqual(["2026-12-18", "2026-12-23", "2027-01-04", "2027-01-05"]);
  });

  it("are taken out by spans of dates that overlap, touch, hold one another and reach beyond the years", () => {
    const spans: readonly (readonly [string, string])[] = [
      ["2026-03-10", "2026-03-12"],
      ["2026-03-01", "2026-03-05"],
      ["2026-03-06", "2026-03-06"],
      ["2026-03-02", "2026-03-03"],
      ["2026-03-04", "2026-03-08"],
      ["2026-03-14", "9999-12-31"],
      ["0001-01-01", "2026-02-27"],
    ];
    const all = [...spans, ...Array.from({ length: 20_000 }, () => ["2026-03-14", "2399-12-31"] as const)];
    const trigger: CalendarTrigger = { ...daysOf({}), except: { dates: all } };
    expect([...fires(trigger, { after: Number.NEGATIVE_INFINITY })].map((at) => new Date(at).toISOString())).toEqual(
      ["2026-02-28", "2026-03-09", "2026-03-13"].map((date) => expect.stringContaining(date)),
    );
  });
});
