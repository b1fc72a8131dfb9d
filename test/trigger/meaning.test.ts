/** What sentences of the language mean, as the trigger JSON they become: each case with its instants written out. */
import { describe, expect, it } from "vitest";
import type { CalendarTrigger, DayRule, Times } from "../../src/runtime/model/index.ts";
import { fires, previousFire } from "../../src/runtime/trigger/index.ts";

const MONTH = "month" as const;

function daysOf(...days: DayRule[]): CalendarTrigger {
  return { kind: "calendar", zone: "UTC", days, times: { at: ["00:00"] }, dst: { gap: "after", overlap: "first" } };
}

function timesOf(times: Times, zone = "UTC"): CalendarTrigger {
  return { kind: "calendar", zone, days: [{}], times, dst: { gap: "skip", overlap: "both" } };
}

function listed(trigger: CalendarTrigger, after: string, limit: number): number[] {
  const found = [...fires(trigger, { after: Date.parse(after), limit })];
  for (let at = found.length - 1; at > 0; at--) expect(previousFire(trigger, found[at] as number)).toBe(found[at - 1]);
  return found;
}

const dates = (trigger: CalendarTrigger, after: string, limit: number): string[] =>
  listed(trigger, `${after}T12:00:00Z`, limit).map((instant) => new Date(instant).toISOString().slice(0, 10));

const clocks = (trigger: CalendarTrigger, after: string, limit: number): string[] =>
  listed(trigger, after, limit).map((instant) => new Date(instant).toISOString().slice(11, 16));

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
});

describe("times", () => {
  it("every 45m 9:10-11:00 count from the range, anew every day", () => {
    const trigger = timesOf({ every: 2_700_000, ranges: [["09:10", "11:00"]] });
    expect(clocks(trigger, "2026-01-01T00:00:00Z", 4)).toEqual(["09:10", "09:55", "10:40", "09:10"]);
  });

  it("every 50 minutes 9:00-12:00, 11:30-15:00: the range that opened last counts", () => {
    const trigger = timesOf({
      every: 3_000_000,
      ranges: [
        ["09:00", "12:00"],
        ["11:30", "15:00"],
      ],
    });
    expect(clocks(trigger, "2026-01-01T00:00:00Z", 8)).toEqual([
      "09:00",
      "09:50",
      "10:40",
      "11:30",
      "12:20",
      "13:10",
      "14:00",
      "14:50",
    ]);
  });

  it("a tail gives way to the range that opens today, where today is open", () => {
    const trigger: CalendarTrigger = {
      ...timesOf({
        every: 7_200_000,
        ranges: [
          ["21:00", "27:00"],
          ["01:30", "03:00"],
        ],
      }),
      days: [{ weekdays: [1, 2] }],
    };
    // Monday 2026-01-05: its night gives way at 1:30 on Tuesday; Tuesday's goes on through Wednesday's closed morning.
    expect(clocks(trigger, "2026-01-05T12:00:00Z", 9)).toEqual([
      "21:00",
      "23:00",
      "01:00",
      "01:30",
      "21:00",
      "23:00",
      "01:00",
      "03:00",
      "01:30",
    ]);
  });

  it("9-17 at :30 and a tail in hours past 24", () => {
    const trigger: CalendarTrigger = {
      ...timesOf({ hours: [23, 24, 25], minutes: [30], seconds: [0] }),
      days: [{ weekdays: [5] }],
    };
    expect(listed(trigger, "2026-01-01T00:00:00Z", 4).map((at) => new Date(at).toISOString().slice(0, 16))).toEqual([
      "2026-01-02T23:30",
      "2026-01-03T00:30",
      "2026-01-03T01:30",
      "2026-01-09T23:30",
    ]);
  });

  it("ranges of some weekdays open on these alone", () => {
    const trigger = timesOf({
      every: 3_600_000,
      ranges: [
        ["09:00", "10:00", [1]],
        ["20:00", "20:30", [2, 3]],
      ],
    });
    expect(clocks(trigger, "2026-01-05T00:00:00Z", 5)).toEqual(["09:00", "10:00", "20:00", "20:00", "09:00"]);
  });

  it("every 90 minutes follow New York's clock through autumn and spring", () => {
    const trigger = timesOf({ every: 5_400_000, ranges: [["00:00", "23:59:59"]] }, "America/New_York");
    expect(clocks(trigger, "2026-11-01T03:59:59Z", 5)).toEqual(["04:00", "05:30", "06:30", "08:00", "09:30"]);
    expect(clocks(trigger, "2026-03-08T04:59:59Z", 4)).toEqual(["05:00", "06:30", "07:00", "08:30"]);
  });
});

describe("scope", () => {
  const hourly = timesOf({ hours: [...Array(24).keys()], minutes: [0], seconds: [0] });

  it("takes clocks out half open as stored, and never restarts a count", () => {
    const trigger: CalendarTrigger = { ...hourly, except: { windows: [{ ranges: [["09:00", "11:59:59"]] }] } };
    expect(clocks(trigger, "2026-01-01T07:30:00Z", 3)).toEqual(["08:00", "12:00", "13:00"]);
  });

  it("takes a span of points out up to its end", () => {
    const trigger: CalendarTrigger = {
      ...hourly,
      except: { spans: [["2026-01-01T09:00:00", "2026-01-01T11:00:00Z"]] },
    };
    expect(clocks(trigger, "2026-01-01T07:30:00Z", 3)).toEqual(["08:00", "11:00", "12:00"]);
  });

  it("bounds cut a window's tail", () => {
    const trigger: CalendarTrigger = {
      ...timesOf({ every: 3_600_000, ranges: [["22:00", "30:00"]] }),
      until: "2026-01-01T23:59:59",
    };
    expect(clocks(trigger, "2026-01-01T12:00:00Z", 9)).toEqual(["22:00", "23:00"]);
  });

  it("a window's tail belongs to the day it opened", () => {
    const trigger: CalendarTrigger = { ...hourly, during: [{ ranges: [["22:00", "25:00", [5]]] }] };
    expect(listed(trigger, "2026-01-01T00:00:00Z", 5).map((at) => new Date(at).toISOString().slice(0, 13))).toEqual([
      "2026-01-02T22",
      "2026-01-02T23",
      "2026-01-03T00",
      "2026-01-03T01",
      "2026-01-09T22",
    ]);
  });

  it("a window of another zone goes by that zone's clock", () => {
    const trigger: CalendarTrigger = { ...hourly, during: [{ ranges: [["09:00", "10:00"]], zone: "Asia/Tokyo" }] };
    expect(clocks(trigger, "2026-01-01T00:30:00Z", 3)).toEqual(["01:00", "00:00", "01:00"]);
  });

  it("at 2:30 except 3:00-4:00 has no fire on New York's spring day, nor with the written time taken out", () => {
    const at = { ...daysOf({}), zone: "America/New_York", times: { at: ["02:30"] } };
    const without = (range: readonly [string, string]): CalendarTrigger => ({
      ...at,
      except: { windows: [{ ranges: [range] }] },
    });
    const from = "2026-03-07T12:00:00Z";
    const day = (trigger: CalendarTrigger): string => new Date(listed(trigger, from, 1)[0] as number).toISOString();
    expect(day(at)).toBe("2026-03-08T07:00:00.000Z");
    expect(day(without(["03:00", "03:59:59"]))).toBe("2026-03-09T06:30:00.000Z");
    expect(day({ ...at, except: { spans: [["2026-03-08T02:15:00", "2026-03-08T02:45:00"]] } })).toBe(
      "2026-03-09T06:30:00.000Z",
    );
    expect(day({ ...at, during: [{ ranges: [["02:00", "02:45"]] }] })).toBe("2026-03-08T07:00:00.000Z");
    expect(day({ ...at, during: [{ ranges: [["02:00", "02:45"]], zone: "America/Toronto" }] })).toBe(
      "2026-03-09T06:30:00.000Z",
    );
  });
});
