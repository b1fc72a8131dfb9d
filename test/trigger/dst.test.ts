/** What each DST policy makes of the days on which a zone changes its clock, every expected instant written out. */
import { describe, expect, it } from "vitest";
import type { CalendarTrigger, Times } from "../../src/runtime/model/index.ts";
import { fires, isFire, previousFire } from "../../src/runtime/trigger/index.ts";

type Dst = CalendarTrigger["dst"];

function daily(zone: string, times: Times, dst: Dst): CalendarTrigger {
  return { kind: "calendar", zone, days: [{}], times, dst };
}

const at = (...clocks: string[]): Times => ({ at: clocks });
const each = (minutes: number): Times => ({ every: minutes * 60_000, ranges: [["00:00", "23:59:59"]] });

/** The fires of a UTC span, both ends within, as minutes or seconds of ISO text. */
function listed(trigger: CalendarTrigger, from: string, until: string): string[] {
  const first = Date.parse(from);
  const last = Date.parse(until);
  const forward = [...fires(trigger, { after: first - 1, until: last })];
  const back: number[] = [];
  for (let at = previousFire(trigger, last + 1); at !== undefined && at >= first; at = previousFire(trigger, at))
    back.unshift(at);
  expect(back).toEqual(forward);
  for (const instant of forward) expect(isFire(trigger, instant)).toBe(true);
  return forward.map((instant) => new Date(instant).toISOString().replace(/(:00)?\.000Z$/, "Z"));
}

const after: Dst = { gap: "after", overlap: "first" };
const shift: Dst = { gap: "shift", overlap: "second" };
const skip: Dst = { gap: "skip", overlap: "both" };

describe("a gap", () => {
  it.each([
    ["America/New_York", at("02:30"), after, "2026-03-08T05:00Z", "2026-03-08T09:00Z", ["2026-03-08T07:00Z"]],
    ["America/New_York", at("02:30"), shift, "2026-03-08T05:00Z", "2026-03-08T09:00Z", ["2026-03-08T07:30Z"]],
    ["America/New_York", at("02:30"), skip, "2026-03-08T05:00Z", "2026-03-08T09:00Z", []],
    [
      "America/New_York",
      at("02:15", "02:45", "03:00"),
      after,
      "2026-03-08T05:00Z",
      "2026-03-08T09:00Z",
      ["2026-03-08T07:00Z"],
    ],
    [
      "America/New_York",
      at("02:15", "02:45", "03:00", "03:30"),
      shift,
      "2026-03-08T05:00Z",
      "2026-03-08T09:00Z",
      ["2026-03-08T07:00Z", "2026-03-08T07:15Z", "2026-03-08T07:30Z", "2026-03-08T07:45Z"],
    ],
    [
      "America/New_York",
      each(90),
      skip,
      "2026-03-08T05:00Z",
      "2026-03-08T09:00Z",
      ["2026-03-08T05:00Z", "2026-03-08T06:30Z", "2026-03-08T07:00Z", "2026-03-08T08:30Z"],
    ],
    ["Africa/Cairo", at("00:00"), after, "2026-04-23T12:00Z", "2026-04-24T12:00Z", ["2026-04-23T22:00Z"]],
    ["Africa/Cairo", at("00:30"), shift, "2026-04-23T12:00Z", "2026-04-24T12:00Z", ["2026-04-23T22:30Z"]],
    ["Africa/Cairo", at("00:00"), skip, "2026-04-23T12:00Z", "2026-04-24T12:00Z", []],
    ["America/Santiago", at("00:00"), after, "2026-09-05T12:00Z", "2026-09-06T12:00Z", ["2026-09-06T04:00Z"]],
    ["Australia/Lord_Howe", at("02:15"), after, "2026-10-03T12:00Z", "2026-10-04T12:00Z", ["2026-10-03T15:30Z"]],
    ["Australia/Lord_Howe", at("02:15"), shift, "2026-10-03T12:00Z", "2026-10-04T12:00Z", ["2026-10-03T15:45Z"]],
    ["Australia/Lord_Howe", at("02:15"), skip, "2026-10-03T12:00Z", "2026-10-04T12:00Z", []],
    ["Antarctica/Troll", at("02:30"), after, "2026-03-28T22:00Z", "2026-03-29T12:00Z", ["2026-03-29T01:00Z"]],
    ["Antarctica/Troll", at("02:30"), shift, "2026-03-28T22:00Z", "2026-03-29T12:00Z", ["2026-03-29T02:30Z"]],
    ["Europe/Dublin", at("01:30"), after, "2026-03-28T12:00Z", "2026-03-29T12:00Z", ["2026-03-29T01:00Z"]],
    ["Africa/Monrovia", at("00:20"), after, "1972-01-06T12:00Z", "1972-01-07T12:00Z", ["1972-01-07T00:44:30Z"]],
  ] as const)("%s %j under %j from %s", (zone, times, dst, from, until, expected) => {
    expect(listed(daily(zone, times, dst), from, until)).toEqual(expected);
  });
});

describe("an overlap", () => {
  it.each([
    ["America/New_York", at("01:30"), after, "2026-11-01T04:00Z", "2026-11-01T08:00Z", ["2026-11-01T05:30Z"]],
    ["America/New_York", at("01:30"), shift, "2026-11-01T04:00Z", "2026-11-01T08:00Z", ["2026-11-01T06:30Z"]],
    [
      "America/New_York",
      at("01:30"),
      skip,
      "2026-11-01T04:00Z",
      "2026-11-01T08:00Z",
      ["2026-11-01T05:30Z", "2026-11-01T06:30Z"],
    ],
    ["America/New_York", at("02:00"), skip, "2026-11-01T04:00Z", "2026-11-01T08:00Z", ["2026-11-01T07:00Z"]],
    [
      "America/New_York",
      each(30),
      skip,
      "2026-11-01T05:00Z",
      "2026-11-01T07:00Z",
      ["2026-11-01T05:00Z", "2026-11-01T05:30Z", "2026-11-01T06:00Z", "2026-11-01T06:30Z", "2026-11-01T07:00Z"],
    ],
    [
      "America/New_York",
      each(30),
      after,
      "2026-11-01T05:00Z",
      "2026-11-01T07:00Z",
      ["2026-11-01T05:00Z", "2026-11-01T05:30Z", "2026-11-01T07:00Z"],
    ],
    [
      "America/New_York",
      each(30),
      shift,
      "2026-11-01T05:00Z",
      "2026-11-01T07:00Z",
      ["2026-11-01T06:00Z", "2026-11-01T06:30Z", "2026-11-01T07:00Z"],
    ],
    [
      "America/New_York",
      each(90),
      skip,
      "2026-11-01T04:00Z",
      "2026-11-01T08:00Z",
      ["2026-11-01T04:00Z", "2026-11-01T05:30Z", "2026-11-01T06:30Z", "2026-11-01T08:00Z"],
    ],
    ["Africa/Cairo", at("23:30"), after, "2026-10-29T12:00Z", "2026-10-30T12:00Z", ["2026-10-29T20:30Z"]],
    [
      "Africa/Cairo",
      at("23:30"),
      skip,
      "2026-10-29T12:00Z",
      "2026-10-30T12:00Z",
      ["2026-10-29T20:30Z", "2026-10-29T21:30Z"],
    ],
    ["Australia/Lord_Howe", at("01:45"), after, "2026-04-04T12:00Z", "2026-04-05T12:00Z", ["2026-04-04T14:45Z"]],
    ["Australia/Lord_Howe", at("01:45"), shift, "2026-04-04T12:00Z", "2026-04-05T12:00Z", ["2026-04-04T15:15Z"]],
    [
      "Australia/Lord_Howe",
      at("01:45"),
      skip,
      "2026-04-04T12:00Z",
      "2026-04-05T12:00Z",
      ["2026-04-04T14:45Z", "2026-04-04T15:15Z"],
    ],
    [
      "Antarctica/Troll",
      at("01:30"),
      skip,
      "2026-10-24T22:00Z",
      "2026-10-25T12:00Z",
      ["2026-10-24T23:30Z", "2026-10-25T01:30Z"],
    ],
  ] as const)("%s %j under %j from %s", (zone, times, dst, from, until, expected) => {
    expect(listed(daily(zone, times, dst), from, until)).toEqual(expected);
  });
});

describe("a date that its zone left out", () => {
  it.each([after, shift, skip])("has no fires under %j", (dst) => {
    const trigger = daily("Pacific/Apia", at("00:00", "12:00"), dst);
    expect(listed(trigger, "2011-12-29T10:00Z", "2011-12-31T10:00Z")).toEqual([
      "2011-12-29T10:00Z",
      "2011-12-29T22:00Z",
      "2011-12-30T10:00Z",
      "2011-12-30T22:00Z",
      "2011-12-31T10:00Z",
    ]);
  });

  it("opens no tail either", () => {
    const trigger = daily("Pacific/Apia", at("26:00"), after);
    expect(listed(trigger, "2011-12-28T13:00Z", "2012-01-01T11:00Z")).toEqual([
      "2011-12-29T12:00Z",
      "2011-12-31T12:00Z",
    ]);
  });

  it("cuts nothing out of the ranges after it", () => {
    const times: Times = {
      every: 1_800_000,
      ranges: [
        ["25:00", "26:00"],
        ["00:30", "02:30"],
      ],
    };
    const trigger = { ...daily("Pacific/Apia", times, after), during: [{ ranges: [["00:00", "12:00"]] as const }] };
    expect(listed(trigger, "2011-12-30T10:00Z", "2011-12-30T22:00Z")).toEqual([
      "2011-12-30T10:30Z",
      "2011-12-30T11:00Z",
      "2011-12-30T11:30Z",
      "2011-12-30T12:00Z",
      "2011-12-30T12:30Z",
    ]);
  });

  it("opens no tail either where windows filter", () => {
    const during = [{ ranges: [["00:00", "12:00"]] as const }];
    const trigger = { ...daily("Pacific/Apia", at("26:00"), after), during };
    expect(listed(trigger, "2011-12-28T13:00Z", "2012-01-01T11:00Z")).toEqual([
      "2011-12-29T12:00Z",
      "2011-12-31T12:00Z",
    ]);
  });
});
