import { describe, expect, it } from "vitest";
import { isZone, localTime, offsetAt, resolvePoint, transitions } from "../../src/runtime/trigger/index.ts";
import { createZone } from "../../src/runtime/trigger/zone-intl.ts";
import { ZONES } from "./generators/basics.ts";
import { offsetOf } from "./oracle/zone.ts";

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

/** Less than the week for which Gaza and Recife have kept an offset. */
const STEP = 6 * 86_400;

describe("a zone", () => {
  it.each(ZONES)("%s changes when a walk by six days says so", (zone) => {
    const from = Date.UTC(1900, 0, 1) / 1000;
    const until = Date.UTC(2110, 0, 1) / 1000;
    const walked: string[] = [];
    let offset = offsetOf(zone, from);
    for (let second = from; second < until; second += STEP) {
      let reached = offsetOf(zone, second + STEP);
      if (reached === offset) continue;
      let low = second;
      let high = second + STEP;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offsetOf(zone, middle) === offset) low = middle;
        else high = middle;
      }
      reached = offsetOf(zone, high);
      walked.push(`${iso(high * 1000)} ${offset} ${reached}`);
      offset = reached;
    }
    const found = transitions(zone, from * 1000, until * 1000);
    expect(found.map((change) => `${iso(change.at)} ${change.before} ${change.after}`)).toEqual(walked);
  });

  it("keeps the seconds of old local mean times", () => {
    expect(offsetAt("Africa/Monrovia", at("1971-12-31T00:00:00Z"))).toBe(-(44 * 60 + 30));
    expect(transitions("Africa/Monrovia", at("1972-01-01T00:00:00Z"), at("1973-01-01T00:00:00Z"))).toEqual([
      { at: at("1972-01-07T00:44:30Z"), before: -2670, after: 0 },
    ]);
  });

  it("keeps its rule to the year 2400", () => {
    const found = transitions("America/New_York", at("2400-01-01T00:00:00Z"), at("2400-12-31T00:00:00Z"));
    expect(found.map((change) => iso(change.at))).toEqual(["2400-03-12T07:00:00.000Z", "2400-11-05T06:00:00.000Z"]);
  });

  it("takes both ends of a span of transitions in", () => {
    const change = at("2026-03-29T01:00:00Z");
    expect(transitions("Europe/Berlin", change, change)).toHaveLength(1);
    expect(transitions("Europe/Berlin", change + 1, change + 1000)).toHaveLength(0);
    expect(transitions("UTC", at("1900-01-01T00:00:00Z"), at("2400-01-01T00:00:00Z"))).toHaveLength(0);
  });

  it("reads the wall clock", () => {
    expect(localTime("Asia/Kathmandu", at("2026-01-01T20:00:30Z"))).toEqual({ date: "2026-01-02", seconds: 6330 });
    expect(localTime("America/New_York", at("1969-12-31T23:59:59.999Z"))).toEqual({
      date: "1969-12-31",
      seconds: 68_399,
    });
  });

  it("is known by an IANA name alone", () => {
    expect(["UTC", "Europe/Berlin", "Asia/Kolkata", "America/Argentina/Ushuaia"].filter(isZone)).toHaveLength(4);
    expect(["Europe/Berln", "", "+01:00", "local"].filter(isZone)).toEqual([]);
    expect(() => offsetAt("Mars/Olympus", 0)).toThrow('There is no time zone "Mars/Olympus"');
  });
});

describe("a zone read in chunks", () => {
  const edge = 50 * 370 * 86_400;

  it.each([-100_000, -3600, -1800, -1, 0, 1, 1800, 100_000])(
    "sees a change %i s past an edge from both sides of it",
    (past) => {
      const change = edge + past;
      for (const [before, after] of [
        [7200, 3600],
        [0, 86_400],
      ] as const) {
        const cursor = createZone("test", (second) => (second < change ? before : after)).cursor();
        for (const second of [change - 1, change - 4000, edge - 1].filter((at) => at < change)) {
          cursor.seek(second);
          expect([cursor.end, cursor.offset, cursor.after]).toEqual([change, before, after]);
        }
        for (const second of [change, change + 4000, edge].filter((at) => at >= change)) {
          cursor.seek(second);
          expect([cursor.start, cursor.before, cursor.offset]).toEqual([change, before, after]);
        }
      }
    },
  );
});

describe("a point", () => {
  it.each([
    ["2026-07-01T09:00:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
    ["2026-07-01T09:00:00Z", "America/New_York", "2026-07-01T09:00:00.000Z"],
    ["2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-11-01T02:00:00", "America/New_York", "2026-11-01T07:00:00.000Z"],
    ["2026-10-04T02:15:00", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
    ["2011-12-30T12:00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["1972-01-07T00:00:00", "Africa/Monrovia", "1972-01-07T00:44:30.000Z"],
    ["2026-01-31", "UTC", "2026-01-31T00:00:00.000Z"],
  ])("%s in %s is %s", (point, zone, expected) => {
    expect(iso(resolvePoint(point, zone))).toBe(expected);
  });

  it("counts elapsed time from what it is written as", () => {
    const plus = -3 * 3_600_000;
    expect(iso(resolvePoint({ at: "2026-03-08T04:00:00", plus }, "America/New_York"))).toBe("2026-03-08T05:00:00.000Z");
  });

  it.each(["2026-13-01T00:00:00", "2026-01-01 00:00", "2026-01-01T24:00:00", "now"])("%s is none", (text) => {
    expect(() => resolvePoint(text, "UTC")).toThrow(/is no (point in time|date)/);
  });
});
