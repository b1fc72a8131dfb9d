import { describe, expect, test } from "vitest";
import { defaultLimits, parse } from "../../../src/dsl/index.ts";

const lifted = { fileSize: Infinity, nesting: Infinity, list: Infinity, findings: Infinity };
const codes = (text: string, limits = {}): string[] => parse(text, limits).findings.map(({ code }) => code);

describe("the size of a file", () => {
  test("is bounded", () => {
    const text = "// x\n".repeat(3);
    expect(codes(text, { fileSize: text.length })).toEqual([]);
    expect(codes(text, { fileSize: text.length - 1 })).toEqual(["file/too-large"]);
  });
});

describe("nesting", () => {
  const groups = (depth: number): string => `${"group g {\n".repeat(depth)}every hour run f\n${"}\n".repeat(depth)}`;
  const lists = (depth: number): string => `every hour run f(${"[".repeat(depth - 1)}${"]".repeat(depth - 1)})`;

  test.each([groups, lists])("is bounded, whatever nests", (nested) => {
    expect(codes(nested(3), { nesting: 3 })).toEqual([]);
    expect(codes(nested(4), { nesting: 3 })).toEqual(["file/too-deep"]);
  });

  test("costs the statement that is too deep and no other", () => {
    const { file } = parse(`every hour run a\n${lists(40)}\nevery hour run b`);
    expect(file.statements).toHaveLength(2);
  });

  test.each(["{", "(", "[", "group g {\n", "job j {\n", "every hour run f([{a:["])(
    "without end exhausts nothing: %j",
    (open) => {
      const { findings } = parse(open.repeat(100_000), lifted);
      expect(findings.length).toBeGreaterThan(0);
    },
  );
});

describe("a list", () => {
  const hours = (count: number): string =>
    `every day at ${Array.from({ length: count }, () => "9:00").join(", ")} run f`;

  test("is bounded", () => {
    expect(codes(hours(5), { list: 5 })).toEqual([]);
    expect(codes(hours(6), { list: 5 })).toEqual(["file/list-too-long"]);
    expect(codes(`every hour run f(${"1, ".repeat(defaultLimits.list)}1)`)).toEqual(["file/list-too-long"]);
  });

  test("does not count the statements of a file", () => {
    expect(codes("every hour run f\n".repeat(10), { list: 5 })).toEqual([]);
  });
});

describe("findings", () => {
  test("past the limit are counted", () => {
    const found = parse("§\n".repeat(10), { findings: 3 }).findings;
    expect(found.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 3 }, () => "syntax/unexpected"),
      "file/too-many-findings",
    ]);
    expect(found.at(-1)?.message).toContain("7 more");
  });

  test("at the limit are all shown", () => {
    expect(codes("§\n".repeat(3), { findings: 3 })).toHaveLength(3);
  });
});
