/** What sentences mean by their clock times and ranges, each case with its instants written out. */
import { describe, expect, it } from "vitest";
import type { CalendarTrigger } from "../../src/runtime/model/index.ts";
import { clocks, listed, timesOf } from "./brief.ts";

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

  it("a range that opens past midnight counts before today's that opened earlier", () => {
    const trigger = timesOf({
      every: 1_800_000,
      ranges: [
        ["25:10", "26:00"],
        ["00:30", "02:30"],
      ],
    });
    expect(clocks(trigger, "2026-01-05T00:00:00Z", 5)).toEqual(["00:30", "01:00", "01:10", "01:40", "02:30"]);
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
