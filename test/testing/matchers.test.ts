/** The matchers about fire times, in Vitest. */
import "schedc/testing/vitest";
import { createScheduler, prepare, type Trigger } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { failureOf } from "./kit/failure.ts";
import { business, custom, night, once, quarters, schedule } from "./kit/schedule.ts";

const { businessTask } = schedule.jobs;
const day = { from: "2026-11-23", until: "2026-11-24" };

describe("a source of fire times is", () => {
  const sources = {
    "a trigger": business,
    "a job of a module": businessTask,
    "a schedule and an id": { schedule, id: "businessTask" },
    "what the scheduler tells of a job": { id: "x", name: "x", trigger: business },
  };
  test.each(Object.entries(sources))("%s", (_, source) => {
    expect(source).toFireAt("2026-11-23T09:30");
    expect(source).not.toFireAt("2026-11-23T10:00");
    expect(source).toFireTimes(9, day);
    expect(source).toHaveNextFires(["2026-11-23T09:30", "2026-11-23T10:30"], { after: "2026-11-22" });
    expect(source).toNeverFireOn("weekend");
  });

  test("a prepared trigger, which has no zone", () => {
    const prepared = prepare(business);
    expect(prepared).toFireAt("2026-11-23T09:30:00+01:00");
    expect(() => expect(prepared).toFireAt("2026-11-23T09:30")).toThrow("no one zone to read it in");
  });
});

describe("moments", () => {
  test.each([
    Date.parse("2026-11-23T08:30:00Z"),
    new Date("2026-11-23T08:30:00Z"),
    "2026-11-23T08:30:00Z",
    "2026-11-23T09:30+01:00",
    "2026-11-23T09:30:00",
    "2026-11-23T09:30",
  ])("%s", (moment) => {
    expect(businessTask).toFireAt(moment);
  });

  test("a local time that comes twice is both, one that is skipped is none", () => {
    expect(night).toFireAt("2026-10-25T02:30");
    expect(night).toFireAt("2026-10-25T02:30+02:00");
    expect(night).not.toFireAt("2026-10-25T02:30+01:00");
    expect(quarters).toHaveNextFires(
      ["2026-10-25T02:30", "2026-10-25T02:45", "2026-10-25T02:00", "2026-10-25T02:15", "2026-10-25T02:30"],
      { after: "2026-10-25T02:15+02:00" },
    );
    expect(night).not.toFireAt("2026-03-29T02:30");
    expect(night).toFireAt("2026-03-29T03:00");
  });

  test("members of one zone share its clock, those of two have none", () => {
    const union = (zone: string): Trigger => ({ kind: "union", of: [business, { ...night, zone }] });
    expect(union("Europe/Berlin")).toFireAt("2026-11-23T02:30");
    expect(() => expect(union("UTC")).toFireAt("2026-11-23T02:30")).toThrow("write 2026-11-23T02:30Z");
    expect(union("UTC")).toFireAt("2026-11-23T02:30Z");
  });

  test.each([
    ["2026-11-23", "is a day; say the time"],
    ["2026-13-23T00:00", "is no"],
    ["soon", "has no zone"],
  ])("%s is refused", (moment, says) => {
    expect(() => expect(businessTask).toFireAt(moment)).toThrow(says);
    expect(() => expect(businessTask).not.toFireAt(moment)).toThrow(says);
  });
});

describe("what fails says the times around", () => {
  test("toFireAt", () => {
    expect(failureOf(() => expect({ schedule, id: "businessTask" }).toFireAt("2026-11-20T17:45"))).toBe(
      `businessTask does not fire at Fri 2026-11-20T17:45:00+01:00.

  every weekday 9-17 at :30   (in Europe/Berlin)

    Fri 2026-11-20T16:30:00+01:00
    Fri 2026-11-20T17:30:00+01:00
  ✗ Fri 2026-11-20T17:45:00+01:00
    Mon 2026-11-23T09:30:00+01:00
    Mon 2026-11-23T10:30:00+01:00`,
    );
    expect(failureOf(() => expect(once).not.toFireAt("2026-12-31T23:59"))).toBe(
      `the trigger fires at Thu 2026-12-31T23:59:00+01:00, and should not.

  in Europe/Berlin

  ✗ Thu 2026-12-31T23:59:00+01:00`,
    );
    expect(failureOf(() => expect(night).toFireAt("2026-03-29T02:30"))).toBe(
      `the trigger does not fire at 2026-03-29T02:30: on that day the clock of Europe/Berlin skips it.

  in Europe/Berlin

    Fri 2026-03-27T02:30:00+01:00
    Sat 2026-03-28T02:30:00+01:00
    Sun 2026-03-29T03:00:00+02:00
    Mon 2026-03-30T02:30:00+02:00
    Tue 2026-03-31T02:30:00+02:00`,
    );
  });

  test("toFireTimes", () => {
    expect(failureOf(() => expect(night).toFireTimes(3, { from: "2026-03-28", until: "2026-03-30" }))).toBe(
      `the trigger fires 2 times from Sat 2026-03-28T00:00:00+01:00 until Mon 2026-03-30T00:00:00+02:00, and should 3 times.

  in Europe/Berlin

    Sat 2026-03-28T02:30:00+01:00
    Sun 2026-03-29T03:00:00+02:00`,
    );
    const many = failureOf(() => expect(businessTask).not.toFireTimes(45, { from: "2026-11-23", until: "2026-11-30" }));
    expect(many).toContain("fires 45 times");
    expect(many).toContain("and should not.");
    expect(many.split("\n").slice(-8)).toEqual([
      "    Mon 2026-11-23T14:30:00+01:00",
      "    … 33 more",
      "    Fri 2026-11-27T12:30:00+01:00",
      "    Fri 2026-11-27T13:30:00+01:00",
      "    Fri 2026-11-27T14:30:00+01:00",
      "    Fri 2026-11-27T15:30:00+01:00",
      "    Fri 2026-11-27T16:30:00+01:00",
      "    Fri 2026-11-27T17:30:00+01:00",
    ]);
  });

  test("toHaveNextFires", () => {
    const wanted = ["2026-12-31T23:59", "2027-12-31T23:59"];
    expect(failureOf(() => expect(once).toHaveNextFires(wanted, { after: "2026-12-01" }))).toBe(
      `the trigger has not the next fires after Tue 2026-12-01T00:00:00+01:00 that it should.

  in Europe/Berlin

    Thu 2026-12-31T23:59:00+01:00
  - 2027-12-31T23:59
    then never again`,
    );
    expect(failureOf(() => expect(once).toHaveNextFires([], { after: "2026-12-01" }))).toContain(
      "  + Thu 2026-12-31T23:59:00+01:00",
    );
    expect(failureOf(() => expect(once).not.toHaveNextFires([], { after: "2027-01-01" }))).toContain("never again");
    expect(failureOf(() => expect(night).toHaveNextFires(["2026-11-23T02:31Z"], { after: "2026-11-23" }))).toContain(
      "  - Mon 2026-11-23T03:31:00+01:00\n  + Mon 2026-11-23T02:30:00+01:00",
    );
  });

  test("toNeverFireOn", () => {
    const until: Trigger = { ...business, from: "2026-11-20T00:00:00", until: "2026-11-24T23:59:59" };
    expect(failureOf(() => expect(until).toNeverFireOn(["sunday", "monday"]))).toBe(
      `the trigger fires on Mon 2026-11-23T09:30:00+01:00, and should never fire on sunday, monday.

  in Europe/Berlin

    Fri 2026-11-20T16:30:00+01:00
    Fri 2026-11-20T17:30:00+01:00
  ✗ Mon 2026-11-23T09:30:00+01:00
    Mon 2026-11-23T10:30:00+01:00
    Mon 2026-11-23T11:30:00+01:00`,
    );
    expect(failureOf(() => expect(businessTask).not.toNeverFireOn("weekend"))).toContain(
      "businessTask never fires on weekend, and should.".replace("businessTask", "every weekday 9-17 at :30"),
    );
  });
});

describe("toNeverFireOn", () => {
  test("looks at every day there is", () => {
    const leap: Trigger = {
      ...night,
      days: [{ months: [2], picks: [{ in: "month", of: [{ nth: 29, day: "day" }] }] }],
    };
    expect(leap).toNeverFireOn(({ year }) => year % 4 !== 0 || year === 2100);
    expect(leap).not.toNeverFireOn(({ year }) => year === 2396);
    expect(leap).not.toNeverFireOn("02-29");
    expect(leap).toNeverFireOn("02-28");
    expect(businessTask).not.toNeverFireOn("2399-12-31");
    expect(businessTask).toNeverFireOn("2400-12-31");
  });

  test("takes the day that the clock of the zone shows", () => {
    const midnight: Trigger = { ...night, days: [{ weekdays: [1] }], times: { at: ["00:30"] } };
    expect(midnight).toNeverFireOn(({ weekday }) => weekday !== 1);
    // In UTC it is Sunday still.
    expect(prepare(midnight)).not.toNeverFireOn("sunday");
    const tail: Trigger = { ...night, days: [{ weekdays: [5] }], times: { at: ["25:30"] } };
    expect(tail).not.toNeverFireOn("saturday");
    expect(tail).toNeverFireOn("friday");
  });

  test("finds the first minute of a day, in the zone", () => {
    const trigger = (zone: string): Trigger => ({
      kind: "union",
      of: [
        { ...night, zone, days: [{ weekdays: [5] }] },
        { ...night, zone, days: [{ weekdays: [7] }], times: { at: ["00:00"] } },
      ],
    });
    for (const zone of ["Asia/Tokyo", "America/Los_Angeles", "UTC"]) {
      expect(trigger(zone)).not.toNeverFireOn("sunday");
      expect(trigger(zone)).toNeverFireOn("saturday");
      expect(trigger(zone)).toNeverFireOn("monday");
    }
  });

  test("asks a function for a span alone", () => {
    expect(() => expect(custom).toNeverFireOn("monday")).toThrow("give a span");
    const span = { from: "2026-11-24", until: "2026-11-30" };
    expect(custom).toNeverFireOn("monday", span);
    expect(custom).not.toNeverFireOn("sunday", span);
    expect(custom).toNeverFireOn("sunday", { ...span, until: "2026-11-29T12:00" });
  });

  test.each(["someday", "13-01", "02-30", "2026-02-30", "Monday"])("refuses the day %s", (text) => {
    expect(() => expect(businessTask).toNeverFireOn(text)).toThrow("is no d");
  });

  test("refuses no days", () => {
    expect(() => expect(businessTask).toNeverFireOn([])).toThrow("given no days");
  });
});

describe("what has no fire times fails, with and without not", () => {
  test.each([
    [schedule.jobs.afterwards, "has no fire times of its own (after); simulate() plays it"],
    [{ schedule, id: "businesTask" }, "has no job businesTask; it has businessTask, night.backup, afterwards"],
    [{ ...business, zone: "Europe/Berlln" }, "Europe/Berlln"],
    [{ kind: "sometimes" }, "knows no trigger of the kind"],
    [createScheduler().schedule({ id: "x", trigger: business, run: () => {} }), "the handle of x does not tell"],
    [42, "42 is no trigger and no job"],
    [undefined, "undefined is no trigger and no job"],
    [{}, "an object without a trigger is no trigger and no job"],
  ])("%o", (source, says) => {
    expect(failureOf(() => expect(source).toFireAt(0))).toContain(says);
    expect(failureOf(() => expect(source).not.toFireAt(0))).toContain(says);
    expect(failureOf(() => expect(source).not.toFireTimes(1, day))).toContain(says);
    expect(failureOf(() => expect(source).not.toHaveNextFires([], { after: 0 }))).toContain(says);
    expect(failureOf(() => expect(source).not.toNeverFireOn("monday"))).toContain(says);
    expect(source).not.toEqual(expect.toFireAt(0));
    expect(source).not.toEqual(expect.not.toFireAt(0));
  });

  test("what fires by more than its times may fire on any day", () => {
    const both: Trigger = { kind: "union", of: [business, { kind: "startup" }] };
    expect(both).toFireAt("2026-11-23T09:30");
    expect(failureOf(() => expect(both).toNeverFireOn("sunday"))).toContain("fires by startup as well");
    expect(failureOf(() => expect(both).not.toNeverFireOn("sunday"))).toContain("fires by startup as well");
  });
});

test("inside of other matchers", () => {
  expect(schedule.jobs).toEqual(
    expect.objectContaining({
      businessTask: expect.toFireAt("2026-11-23T09:30"),
      "night.backup": expect.not.toFireAt("2026-11-23T09:30"),
    }),
  );
  expect([business, night]).toEqual([expect.toNeverFireOn("weekend"), expect.toFireTimes(1, day)]);
  expect(failureOf(() => expect([business]).toEqual([expect.toFireTimes(8, day)]))).toContain("toFireTimes");
});

test.each([-1, 1.5, Number.NaN, 1e9])("%s is no number of times", (times) => {
  expect(() => expect(businessTask).toFireTimes(times, day)).toThrow("takes a whole number");
});

test("a span holds its beginning and not its end", () => {
  expect(businessTask).toFireTimes(8, { from: "2026-11-23T09:30", until: "2026-11-23T17:30" });
  expect(businessTask).toFireTimes(8, {
    from: "2026-11-23T09:30:00.001+01:00",
    until: "2026-11-23T17:30:00.001+01:00",
  });
});

test("a span without an instant is refused", () => {
  expect(() => expect(businessTask).toFireTimes(0, { from: "2026-11-23", until: "2026-11-23" })).toThrow(
    "holds no instant",
  );
});
