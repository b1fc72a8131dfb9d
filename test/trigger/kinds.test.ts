/** Each kind of trigger: what is its own beside what every fire set must do. */
import { describe, expect, it } from "vitest";
import type { CustomTrigger, ElapsedTrigger, InstantsTrigger, Trigger } from "../../src/runtime/model/index.ts";
import { SchedcError } from "../../src/runtime/model/index.ts";
import { fires, isFire, nextFire, prepare, previousFire } from "../../src/runtime/trigger/index.ts";

const at = (text: string): number => Date.parse(text);
const iso = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString().replace(/(:00)?\.000Z$/, "Z");

function list(trigger: Trigger, after: string, limit: number): (string | undefined)[] {
  return [...fires(trigger, { after: at(after), limit })].map(iso);
}

const HOUR = 3_600_000;

describe("questions from outside the span of fire times", () => {
  const daily: Trigger = {
    kind: "calendar",
    zone: "Europe/Berlin",
    days: [{}],
    times: { at: ["09:00"] },
    dst: { gap: "after", overlap: "first" },
  };
  const every: readonly Trigger[] = [
    daily,
    { ...daily, times: { random: "seed", ranges: [["09:00", "10:00"]] } },
    { kind: "instants", zone: "UTC", at: ["2026-01-01T00:00:00Z"] },
    { kind: "union", of: [daily, { ...daily, zone: "UTC" }] },
  ];

  it.each(every)("meet the first fire, the last or none: $kind", (trigger) => {
    expect(nextFire(trigger, Number.NEGATIVE_INFINITY)).toBe(nextFire(trigger, at("1800-01-01T00:00:00Z")));
    expect(previousFire(trigger, Number.POSITIVE_INFINITY)).toBe(previousFire(trigger, at("2500-01-01T00:00:00Z")));
    expect(nextFire(trigger, Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(previousFire(trigger, Number.NEGATIVE_INFINITY)).toBeUndefined();
  });
});

describe("elapsed", () => {
  const workday: ElapsedTrigger = {
    kind: "elapsed",
    zone: "America/New_York",
    every: 2 * HOUR,
    anchor: "2024-01-01T09:00:00",
    from: "2024-01-01T09:00:00",
    until: "2024-01-01T17:00:00",
    days: [{}],
  };

  it("fires at its anchor, then on, to the end of its span", () => {
    expect(list(workday, "2023-01-01T00:00:00Z", 10)).toEqual(
      ["14", "16", "18", "20", "22"].map((hour) => `2024-01-01T${hour}:00Z`),
    );
    expect(iso(previousFire(workday, at("2030-01-01T00:00:00Z")))).toBe("2024-01-01T22:00Z");
    expect(previousFire(workday, at("2024-01-01T14:00:00Z"))).toBeUndefined();
  });

  it("does not see the clock change", () => {
    const daily: ElapsedTrigger = {
      kind: "elapsed",
      zone: "America/New_York",
      every: 24 * HOUR,
      anchor: "2026-03-07T09:00:00",
      days: [{}],
    };
    expect(list(daily, "2026-03-07T12:00:00Z", 2)).toEqual(["2026-03-07T14:00Z", "2026-03-08T14:00Z"]);
  });

  it("passes over closed days without walking them", () => {
    const each: ElapsedTrigger = {
      ...workday,
      every: 1000,
      until: "2399-01-01T00:00:00",
      days: [{ months: [2], picks: [{ in: "month", of: [{ nth: 29, day: "day" }] }] }],
    };
    expect(iso(nextFire(each, at("2024-03-02T00:00:00Z")))).toBe("2028-02-29T05:00Z");
    expect(iso(previousFire(each, at("2028-01-01T00:00:00Z")))).toBe("2024-03-01T04:59:59Z");
  });

  it.each([
    ["Europe/Berlin", "2026-10-25T00:00:00", "02:30", ["2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-26T01:30Z"]],
    [
      "America/New_York",
      "2026-11-01T00:00:00",
      "01:30",
      ["2026-11-01T05:30Z", "2026-11-01T06:30Z", "2026-11-02T06:30Z"],
    ],
  ])("sees a window in both passes of an overlap in %s", (zone, anchor, clock, expected) => {
    const each: ElapsedTrigger = {
      kind: "elapsed",
      zone,
      every: HOUR / 6,
      anchor,
      days: [{}],
      during: [{ ranges: [[clock, clock]] }],
    };
    expect(list(each, "2026-10-01T00:00:00Z", 3)).toEqual(expected);
    const back = [at(expected[2] ?? "")];
    while (back.length < 3) back.unshift(previousFire(each, back[0] ?? 0) ?? 0);
    expect(back.map(iso)).toEqual(expected);
  });

  it("loses only the steps that are taken out, to the millisecond", () => {
    const each: ElapsedTrigger = {
      kind: "elapsed",
      zone: "UTC",
      every: 400,
      anchor: "2026-01-01T00:00:00",
      days: [{}],
    };
    const without: ElapsedTrigger = { ...each, except: { windows: [{ ranges: [["00:00:01", "00:00:01"]] }] } };
    expect([...fires(without, { after: at("2026-01-01T00:00:00Z"), limit: 4 })].map((time) => time % 60_000)).toEqual([
      400, 800, 2000, 2400,
    ]);
    expect(previousFire(without, at("2026-01-01T00:00:02Z"))).toBe(at("2026-01-01T00:00:00.800Z"));
    const hourly: ElapsedTrigger = { ...without, every: HOUR, except: { windows: [{ ranges: [["01:00", "01:00"]] }] } };
    expect(list(hourly, "2026-01-01T00:00:00Z", 2)).toEqual(["2026-01-01T02:00Z", "2026-01-01T03:00Z"]);
  });

  it("refuses a step that leads nowhere", () => {
    expect(() => nextFire({ ...workday, every: 0 }, 0)).toThrow(SchedcError);
  });
});

describe("instants", () => {
  const trigger: InstantsTrigger = {
    kind: "instants",
    zone: "Europe/Berlin",
    at: [
      "2026-05-02T10:00:00",
      "2026-05-01T10:00:00",
      "2026-05-01T08:00:00Z",
      { at: "2026-05-01T10:00:00", plus: -3 * HOUR },
    ],
  };

  it("are sorted, and equal ones are one fire", () => {
    expect(list(trigger, "2026-01-01T00:00:00Z", 9)).toEqual([
      "2026-05-01T05:00Z",
      "2026-05-01T08:00Z",
      "2026-05-02T08:00Z",
    ]);
  });

  it("are bounded and filtered as everything is", () => {
    const bounded: Trigger = {
      ...trigger,
      until: "2026-05-01T23:59:59",
      except: { windows: [{ ranges: [["07:00", "08:00"]] }] },
    };
    expect(list(bounded, "2026-01-01T00:00:00Z", 9)).toEqual(["2026-05-01T08:00Z"]);
  });
});

describe("a union", () => {
  const morning: Trigger = {
    kind: "calendar",
    zone: "America/New_York",
    days: [{}],
    times: { at: ["02:30"] },
    dst: { gap: "after", overlap: "first" },
  };
  const three: Trigger = { ...morning, times: { at: ["03:00"] } };
  const union: Trigger = {
    kind: "union",
    of: [morning, { kind: "startup" }, three, { kind: "after", all: [{ job: "a", ends: "succeeds" }] }],
  };

  it("fires once where members meet, and leaves out members without a fire set", () => {
    expect(list(union, "2026-03-07T12:00:00Z", 3)).toEqual([
      "2026-03-08T07:00Z",
      "2026-03-09T06:30Z",
      "2026-03-09T07:00Z",
    ]);
    expect(iso(previousFire(union, at("2026-03-09T06:30:00Z")))).toBe("2026-03-08T07:00Z");
    expect(isFire(union, at("2026-03-08T07:00:00Z"))).toBe(true);
  });

  it("never fires when it is empty", () => {
    expect(nextFire({ kind: "union", of: [] }, 0)).toBeUndefined();
  });
});

describe("without a fire set", () => {
  it.each<Trigger>([
    { kind: "startup" },
    { kind: "after", all: [{ job: "a", ends: "fails" }] },
    { kind: "completion", zone: "UTC", every: HOUR, days: [{}] },
  ])("$kind never fires", (trigger) => {
    expect(nextFire(trigger, 0)).toBeUndefined();
    expect(previousFire(trigger, 0)).toBeUndefined();
    expect([...fires(trigger, { after: 0 })]).toEqual([]);
    expect(isFire(trigger, 0)).toBe(false);
  });
});

describe("custom", () => {
  const hourly = (after: Date): Date => new Date((Math.floor(after.getTime() / HOUR) + 1) * HOUR);
  const trigger: CustomTrigger = { kind: "custom", zone: "UTC", task: "hourly", args: [], next: hourly };

  it("throws while its function is not bound", () => {
    const { next: _, ...bare } = trigger;
    expect(() => nextFire(bare, 0)).toThrow(SchedcError);
    expect(() => nextFire({ kind: "union", of: [bare] }, 0)).toThrow("hourly");
  });

  it("asks its function, within bounds and filters", () => {
    const bounded: Trigger = {
      ...trigger,
      from: "2026-01-01T05:30:00",
      until: "2026-01-01T10:00:00",
      except: { windows: [{ ranges: [["07:00", "08:59:59"]] }] },
    };
    const all = ["2026-01-01T06:00Z", "2026-01-01T09:00Z", "2026-01-01T10:00Z"];
    expect(list(bounded, "2020-01-01T00:00:00Z", 9)).toEqual(all);
    const back: (string | undefined)[] = [];
    for (
      let time = previousFire(bounded, at("2027-01-01T00:00:00Z"));
      time !== undefined;
      time = previousFire(bounded, time)
    )
      back.unshift(iso(time));
    expect(back).toEqual(all);
    expect(isFire(bounded, at("2026-01-01T09:00:00Z"))).toBe(true);
    expect(isFire(bounded, at("2026-01-01T08:00:00Z"))).toBe(false);
  });

  it.each([
    ["no later than asked", (after: Date) => after],
    ["no valid date", () => new Date(Number.NaN)],
  ])("ends, and says so, at an answer that is %s", (_, next) => {
    const errors: SchedcError[] = [];
    expect(
      prepare({ ...trigger, next }, (error) => errors.push(error)).next(at("2026-01-01T00:00:00Z")),
    ).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain("hourly");
  });

  it("ends at null", () => {
    expect(nextFire({ ...trigger, next: () => null }, 0)).toBeUndefined();
  });
});

describe("a trigger", () => {
  const leap: Trigger = {
    kind: "calendar",
    zone: "UTC",
    days: [{ months: [2], picks: [{ in: "month", of: [{ nth: 29, day: "day" }] }] }],
    times: { at: ["00:00"] },
    dst: { gap: "after", overlap: "first" },
  };

  it("fires from 1900 to 2400 alone", () => {
    expect(list(leap, "1890-01-01T00:00:00Z", 1)).toEqual(["1904-02-29T00:00Z"]);
    expect(iso(previousFire(leap, at("2600-01-01T00:00:00Z")))).toBe("2400-02-29T00:00Z");
    expect(nextFire(leap, at("2400-02-29T00:00:00Z"))).toBeUndefined();
    expect(previousFire(leap, at("1904-02-29T00:00:00Z"))).toBeUndefined();
    expect([...fires(leap, { after: at("1899-12-31T00:00:00Z") })]).toHaveLength(122);
  });

  it("answers for instants beyond all bounds", () => {
    for (const trigger of [leap, { kind: "custom", zone: "UTC", task: "t", args: [], next: () => null } as const]) {
      expect(nextFire(trigger, Number.POSITIVE_INFINITY)).toBeUndefined();
      expect(previousFire(trigger, Number.NEGATIVE_INFINITY)).toBeUndefined();
    }
    expect(iso(nextFire(leap, Number.NEGATIVE_INFINITY))).toBe("1904-02-29T00:00Z");
    expect(iso(previousFire(leap, Number.POSITIVE_INFINITY))).toBe("2400-02-29T00:00Z");
  });

  it("lists as often as asked, up to what was asked", () => {
    const some = fires(leap, { after: at("2024-02-29T00:00:00Z"), until: at("2032-02-29T00:00:00Z") });
    expect([...some].map(iso)).toEqual(["2028-02-29T00:00Z", "2032-02-29T00:00Z"]);
    expect([...some]).toHaveLength(2);
    expect([...fires(leap, { after: 0, limit: 0 })]).toEqual([]);
  });

  it.each<[string, Partial<Extract<Trigger, { kind: "calendar" }>>]>([
    ["time zone", { zone: "Europe/Atlantis" }],
    ["clock time", { times: { at: ["9:99"] } }],
    ["clock time", { times: { at: ["48:00"] } }],
    ["whole seconds", { times: { every: 500, ranges: [["00:00", "01:00"]] } }],
    ["point", { from: "yesterday" }],
    ["ends before it starts", { times: { every: 60_000, ranges: [["22:00", "06:00"]] } }],
    ["minute", { times: { hours: [1], minutes: [60], seconds: [0] } }],
    ["hour", { times: { hours: [-1], minutes: [0], seconds: [0] } }],
    ["month", { days: [{ months: [0] }] }],
    ["count of periods", { days: [{ cycle: { every: 0, unit: "day", anchor: "2026-01-01" } }] }],
    ["weekday", JSON.parse('{ "days": [{ "weekdays": [0] }] }')],
    ["kind", JSON.parse('{ "kind": "lunar" }')],
    ["date", { except: { dates: [["2026-02-30", "2026-03-01"]] } }],
    [
      "offset",
      { days: [{ picks: [{ in: "month", of: [{ nth: 1, day: "day" }], offset: { by: -1001, unit: "day" } }] }] },
    ],
  ])("with a bad %s is refused in words", (word, part) => {
    expect(() => prepare({ ...leap, ...part })).toThrow(SchedcError);
    expect(() => prepare({ ...leap, ...part })).toThrow(word);
  });

  it.each([
    ["null is no trigger", "null"],
    ["As days a trigger has undefined, which is no list", '{ "kind": "calendar", "zone": "UTC" }'],
    [
      "As times a trigger has null, which is no object",
      '{ "kind": "calendar", "zone": "UTC", "days": [{}], "times": null }',
    ],
    [
      'As dst a trigger has "skip"',
      '{ "kind": "calendar", "zone": "UTC", "days": [{}], "times": { "at": [] }, "dst": "skip" }',
    ],
    [
      "As minutes a trigger has 5",
      '{ "kind": "calendar", "zone": "UTC", "days": [{}], "times": { "hours": [], "minutes": 5 }, "dst": {} }',
    ],
    [
      "As ranges a trigger has undefined",
      '{ "kind": "calendar", "zone": "UTC", "days": [{}], "times": { "random": "x" }, "dst": {} }',
    ],
    ["malformed", '{ "kind": "calendar", "zone": "UTC", "days": [null], "times": { "at": [] }, "dst": {} }'],
    [
      'As days a trigger has "all"',
      '{ "kind": "elapsed", "zone": "UTC", "every": 1, "anchor": "2026-01-01", "days": "all" }',
    ],
    ["As at a trigger has {}", '{ "kind": "instants", "zone": "UTC", "at": {} }'],
    ["As of a trigger has 3", '{ "kind": "union", "of": 3 }'],
    ["null is no trigger", '{ "kind": "union", "of": [null] }'],
  ])("of another shape is refused by what is wrong: %s", (word, json) => {
    expect(() => prepare(JSON.parse(json))).toThrow(SchedcError);
    expect(() => prepare(JSON.parse(json))).toThrow(word);
  });

  it.each(["calendar", "random", "elapsed", "instants", "union", "custom"])(
    "of %s has no fire around no time",
    (kind) => {
      const base = { kind: "calendar", zone: "UTC", days: [{}], dst: { gap: "skip", overlap: "both" } } as const;
      const all: Record<string, Trigger> = {
        calendar: { ...base, times: { at: ["09:00"] } },
        random: { ...base, times: { random: "seed", ranges: [["09:00", "10:00"]] } },
        elapsed: { kind: "elapsed", zone: "UTC", every: 1000, anchor: "2026-01-01", days: [{}] },
        instants: { kind: "instants", zone: "UTC", at: ["2026-01-01"] },
        union: { kind: "union", of: [{ ...base, times: { at: ["09:00"] } }] },
        custom: { kind: "custom", zone: "UTC", task: "t", args: [], next: (after) => new Date(after.getTime() + 1) },
      };
      const prepared = prepare(all[kind] as Trigger);
      expect([prepared.next(Number.NaN), prepared.previous(Number.NaN), prepared.has(Number.NaN)]).toEqual([
        undefined,
        undefined,
        false,
      ]);
    },
  );
});
