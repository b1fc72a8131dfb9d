/** What bounds, windows and exceptions let through, each case with its instants written out. */
import { describe, expect, it } from "vitest";
import type { CalendarTrigger } from "../../src/runtime/model/index.ts";
import { clocks, daysOf, listed, timesOf } from "./brief.ts";

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

  it("takes out spans in whatever order, meeting and empty ones too", () => {
    const trigger: CalendarTrigger = {
      ...hourly,
      except: {
        spans: [
          ["2026-01-01T14:00:00", "2026-01-01T16:00:00"],
          ["2026-01-01T09:00:00", "2026-01-01T11:00:00"],
          ["2026-01-01T18:00:00", "2026-01-01T17:00:00"],
          ["2026-01-01T10:30:00", "2026-01-01T12:00:00"],
          ["2026-01-01T16:00:00", "2026-01-01T16:30:00"],
        ],
      },
    };
    expect(clocks(trigger, "2026-01-01T07:30:00Z", 6)).toEqual(["08:00", "12:00", "13:00", "17:00", "18:00", "19:00"]);
  });

  it("bounds cut a window's tail", () => {
    const trigger: CalendarTrigger = {
      ...timesOf({ every: 3_600_000, ranges: [["22:00", "30:00"]] }),
      until: "2026-01-01T23:59:59",
    };
    expect(clocks(trigger, "2026-01-01T12:00:00Z", 9)).toEqual(["22:00", "23:00"]);
  });

  it("until a date reaches to its last instant, in whichever pass", () => {
    const cairo: CalendarTrigger = { ...hourly, zone: "Africa/Cairo", until: "2026-10-29T23:59:59" };
    expect(clocks(cairo, "2026-10-29T19:30:00Z", 5)).toEqual(["20:00", "21:00"]);
    const short: CalendarTrigger = { ...hourly, zone: "America/Scoresbysund", until: "2026-03-28T23:59:59" };
    expect(clocks(short, "2026-03-28T23:30:00Z", 5)).toEqual(["00:00"]);
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
