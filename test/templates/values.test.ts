/** The values that an app gives: every form that is meant is read, every other refused in words that name the parameter. */
import fc from "fast-check";
import type { Parameter } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { fillId } from "../../src/runtime/scheduler/template-id.ts";
import { typedValues } from "../../src/runtime/scheduler/template-text.ts";
import { readSome, readValues } from "../../src/runtime/scheduler/template-value.ts";

const zone = "America/New_York";

function read(param: Parameter, value: unknown, at = zone): unknown {
  return readValues({ template: "t", params: { x: param }, zone: at }, { x: value }).x;
}

/** A value of Temporal as any implementation of it prints and names itself. */
function temporal(kind: string, text: string): object {
  return { [Symbol.toStringTag]: `Temporal.${kind}`, toString: () => text };
}

const good: readonly [type: Parameter["types"][number], given: unknown, kept: unknown][] = [
  ["string", "", ""],
  ["string", "2026-01-31", "2026-01-31"],
  ["number", -0.5, -0.5],
  ["boolean", false, false],
  [{ literal: "a" }, "a", "a"],
  [{ literal: 3 }, 3, 3],
  [{ literal: true }, true, true],
  ["instant", new Date("2026-01-31T09:00:00Z"), "2026-01-31T09:00:00Z"],
  ["instant", new Date("2026-01-31T09:00:00.5Z"), "2026-01-31T09:00:00.500Z"],
  ["instant", Date.UTC(2026, 0, 31, 9), "2026-01-31T09:00:00Z"],
  ["instant", "2026-01-31T09:00Z", "2026-01-31T09:00:00Z"],
  ["instant", "2026-01-31T09:00:00.123456789Z", "2026-01-31T09:00:00.123Z"],
  ["instant", "2026-01-31T09:00:00+05:30", "2026-01-31T03:30:00Z"],
  ["instant", "2026-01-31T09:00-0500", "2026-01-31T14:00:00Z"],
  ["instant", "2026-01-31T09:00", "2026-01-31T14:00:00Z"],
  ["instant", "2026-03-08T02:30", "2026-03-08T07:00:00Z"],
  ["instant", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"],
  ["instant", temporal("Instant", "2026-01-31T09:00:00Z"), "2026-01-31T09:00:00Z"],
  ["instant", temporal("ZonedDateTime", "2026-01-31T09:00:00+01:00[Europe/Berlin]"), "2026-01-31T08:00:00Z"],
  ["instant", temporal("PlainDateTime", "2026-01-31T09:00:00"), "2026-01-31T14:00:00Z"],
  ["date", "2026-01-31", "2026-01-31"],
  ["date", "2024-2-9", "2024-02-09"],
  ["date", temporal("PlainDate", "2026-01-31[u-ca=hebrew]"), "2026-01-31"],
  ["date", new Date("2026-01-31T03:00:00Z"), "2026-01-30"],
  ["time", "9:00", "09:00"],
  ["time", "09:00:00", "09:00"],
  ["time", "23:59:59", "23:59:59"],
  ["time", temporal("PlainTime", "09:00:15"), "09:00:15"],
  ["duration", 90, 90],
  ["duration", "1h30m", 5_400_000],
  ["duration", "2w1d500ms", 15 * 86_400_000 + 500],
  ["duration", "PT1H30M", 5_400_000],
  ["duration", "P1W2DT0.5S", 9 * 86_400_000 + 500],
  ["duration", temporal("Duration", "PT15M"), 900_000],
  ["zone", "Europe/Berlin", "Europe/Berlin"],
  ["zone", "UTC", "UTC"],
  [{ imported: "Order" }, { a: [1, null, { b: "c" }], gone: undefined }, { a: [1, null, { b: "c" }] }],
];

test.each(good)("%j takes %o and keeps %o", (type, given, kept) => {
  expect(read({ types: [type] }, given)).toEqual(kept);
});

test.each(good)("%j reads back what it kept of %o", (type, given, kept) => {
  const through = JSON.parse(JSON.stringify(read({ types: [type] }, given)));
  expect(read({ types: [type] }, through, "Asia/Kathmandu")).toEqual(kept);
});

const bad: readonly [type: Parameter["types"][number], given: unknown, says: string][] = [
  ["string", 1, "a string as x, and was given 1."],
  ["string", new Date(0), "a string as x, and was given the Date 1970-01-01T00:00:00.000Z."],
  ["number", Number.NaN, "a number as x, and was given NaN."],
  ["number", "1", 'a number as x, and was given "1".'],
  ["boolean", 0, "a boolean as x, and was given 0."],
  [{ literal: "a" }, "b", '"a" as x, and was given "b".'],
  ["instant", new Date(Number.NaN), "and was given an invalid Date."],
  ["instant", "soon", 'and was given "soon".'],
  ["instant", "2026-01-31", 'and was given "2026-01-31".'],
  ["instant", "2026-02-30T09:00Z", 'and was given "2026-02-30T09:00Z".'],
  ["instant", "2026-01-31T25:00Z", 'and was given "2026-01-31T25:00Z".'],
  ["instant", Number.POSITIVE_INFINITY, "and was given Infinity."],
  ["instant", temporal("PlainDate", "2026-01-31"), "and was given a Temporal.PlainDate."],
  ["instant", { toString: () => "2026-01-31T09:00:00Z" }, "and was given {}."],
  ["date", "2026-02-30", 'a date (2026-01-31, a Date or a Temporal.PlainDate) as x, and was given "2026-02-30".'],
  ["date", "2026-01-31T09:00", 'and was given "2026-01-31T09:00".'],
  ["date", new Date(Number.NaN), "and was given an invalid Date."],
  ["time", "24:00", 'and was given "24:00".'],
  ["time", "9", 'and was given "9".'],
  ["time", new Date(0), "and was given the Date"],
  ["duration", -1, "and was given -1."],
  ["duration", "P1M", 'and was given "P1M".'],
  ["duration", "P", 'and was given "P".'],
  ["duration", "PT", 'and was given "PT".'],
  ["duration", "15 minutes", 'and was given "15 minutes".'],
  ["zone", "Berlin", 'and was given "Berlin".'],
  ["zone", "Europe/Berln", 'and was given "Europe/Berln".'],
  ["zone", "+01:00", 'and was given "+01:00".'],
  [{ imported: "Order" }, new Map(), "plain data of the type Order as x, and was given a Map."],
  [{ imported: "Order" }, { when: new Date(0) }, "plain data of the type Order as x"],
  [{ imported: "Order" }, () => 1, "and was given a function."],
  [{ imported: "Order" }, { n: 1n }, "and was given an object that is no plain data."],
];

test.each(bad)("%j refuses %o", (type, given, says) => {
  expect(() => read({ types: [type] }, given)).toThrow(says);
  expect(() => read({ types: [type] }, given)).toThrow(/^The template t takes /);
});

test("data without an end is refused", () => {
  const ring: Record<string, unknown> = {};
  ring.ring = ring;
  expect(() => read({ types: [{ imported: "Ring" }] }, ring)).toThrow("plain data of the type Ring");
});

describe("the object of values", () => {
  const params = {
    a: { types: ["string"] },
    b: { types: ["number"], default: 3 },
    c: { types: ["instant"], list: true, optional: true },
  } satisfies Record<string, Parameter>;
  const reading = { template: "t", params, zone: "UTC" };

  test("may leave out what has a default or is optional, also by `undefined`", () => {
    expect(readValues(reading, { a: "x", b: undefined, c: undefined })).toEqual({ a: "x", b: 3 });
  });

  test("gives lists item by item", () => {
    expect(readValues(reading, { a: "x", c: [0, "2026-01-31T09:00Z"] }).c).toEqual([
      "1970-01-01T00:00:00Z",
      "2026-01-31T09:00:00Z",
    ]);
    expect(() => readValues(reading, { a: "x", c: [0, "soon"] })).toThrow("takes a list, each of it an instant");
    expect(() => readValues(reading, { a: "x", c: 0 })).toThrow("takes a list, each of it an instant");
  });

  test.each([
    [undefined, "The template t takes one object with its values, and was given undefined."],
    [[], "The template t takes one object with its values, and was given []."],
    [{}, "The template t needs a, a string."],
    [{ a: "x", d: 1, e: 2 }, "The template t has no parameter d, e; it takes a, b, c."],
    [{ a: "x", constructor: 1 }, "The template t has no parameter constructor; it takes a, b, c."],
    [JSON.parse('{"a":"x","__proto__":{"b":1}}'), "The template t has no parameter __proto__"],
  ])("%j is refused", (given, says) => {
    expect(() => readValues(reading, given)).toThrow(says);
  });

  test("is read in the zone that one of its values gives", () => {
    const zoned = { ...reading, params: { c: { types: ["instant"] }, z: { types: ["zone"] } }, zone: "{z}" } as const;
    expect(readValues(zoned, { c: "2026-07-01T09:00", z: "Asia/Kathmandu" })).toEqual({
      c: "2026-07-01T03:15:00Z",
      z: "Asia/Kathmandu",
    });
  });

  test("may be read in part", () => {
    expect(readSome(reading, ["a"], { a: "x" })).toEqual({ a: "x" });
  });
});

test("tasks get a Date of their own and copies of data", () => {
  const params: Record<string, Parameter> = {
    a: { types: ["instant"], list: true },
    b: { types: [{ imported: "B" }] },
  };
  const values = { a: ["2026-01-31T09:00:00Z"], b: { list: [1] } };
  const typed = typedValues(params, values);
  expect(typed).toEqual({ a: [new Date("2026-01-31T09:00:00Z")], b: { list: [1] } });
  (typed.a as Date[])[0]?.setTime(0);
  (typed.b as { list: number[] }).list.push(2);
  expect(typedValues(params, values)).toEqual({ a: [new Date("2026-01-31T09:00:00Z")], b: { list: [1] } });
});

test("two sets of values never share an id", () => {
  const text = fc.oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.stringMatching(/^[%:/25Aa-]{1,6}$/));
  const patterns = ["{a}:{b}", "x{a}/-/{b}y", "{a}-x-{b}", "r {a} {b}"];
  fc.assert(
    fc.property(fc.constantFrom(...patterns), text, text, text, text, (pattern, a, b, c, d) => {
      fc.pre(a !== c || b !== d);
      expect(fillId(pattern, { a, b }, "t")).not.toBe(fillId(pattern, { a: c, b: d }, "t"));
    }),
    { numRuns: 3000 },
  );
});

test("what is filled in is not looked at again", () => {
  expect(fillId("{a}:{b}", { a: "{b}", b: "{a}" }, "t")).toBe("{b}:{a}");
});
