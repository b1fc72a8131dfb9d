import { describe, expect, test } from "vitest";
import { codesOf, findingsOf, mended } from "./check-text.ts";

const odd = "every monday in odd weeks at 9:00 run f";

describe("a comment silences", () => {
  test.each([
    ["the line below", `// schedc-ignore day/week-parity: agreed\n${odd}`],
    ["over blank lines and comments", `// schedc-ignore day/week-parity: agreed\n\n// more\n/* x\ny */\n${odd}`],
    [
      "within a block",
      `job f {\n  // schedc-ignore day/week-parity: agreed\n  ${odd.replace(" run f", "")}\n  run f\n}`,
    ],
    ["with another end of line", `// schedc-ignore day/week-parity: agreed\r\n${odd}\r\n`],
    [
      "several warnings of one line",
      `${["day/week-parity", "policy/repeated-tag"].map((code) => `// schedc-ignore ${code}: agreed\n`).join("")}${odd} tags a, a`,
    ],
    ["without a blank before its word", `//schedc-ignore day/week-parity: agreed\n${odd}`],
  ])("%s", (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("a comment that silences nothing is a finding", () => {
  test.each([
    [
      "above another line",
      `// schedc-ignore day/week-parity: agreed\nevery hour run g\n${odd}`,
      ["ignore/unused", "day/week-parity"],
    ],
    ["behind the line", `${odd} // schedc-ignore day/week-parity: agreed`, ["day/week-parity", "ignore/malformed"]],
    ["without a code", `// schedc-ignore\n${odd}`, ["ignore/malformed", "day/week-parity"]],
    ["without a reason", `// schedc-ignore day/week-parity:\n${odd}`, ["ignore/no-reason", "day/week-parity"]],
    ["without a colon", `// schedc-ignore day/week-parity agreed\n${odd}`, ["ignore/malformed", "day/week-parity"]],
    ["as a block", `/* schedc-ignore day/week-parity: agreed */\n${odd}`, ["ignore/malformed", "day/week-parity"]],
    ["as a doc comment", `/// schedc-ignore day/week-parity: agreed\n${odd}`, ["ignore/malformed", "day/week-parity"]],
    ["for an error", "// schedc-ignore time/missing: agreed\nevery weekday run f", ["ignore/error", "time/missing"]],
    ["at the end", `${odd}\n// schedc-ignore day/week-parity: agreed`, ["day/week-parity", "ignore/unused"]],
    [
      "twice",
      `// schedc-ignore day/week-parity: a\n// schedc-ignore day/missing-day: b\n${odd}`,
      ["ignore/unknown-code"],
    ],
  ])("%s", (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});

test("other comments are left alone", () => {
  expect(codesOf("// see schedc-ignore in the manual\nevery hour run f")).toEqual([]);
});

test("what has an error is not known to be silenced in vain", () => {
  const ignore = "// schedc-ignore day/week-parity: agreed\n";
  expect(codesOf(`${ignore}every monday in odd weeks at at 9:00 run f`)).toEqual(["syntax/unexpected"]);
  expect(codesOf(`${ignore}every weekday run f`)).toEqual(["time/missing"]);
});

test("a colon is offered before a reason alone", () => {
  expect(mended(`// schedc-ignore day/week-parity agreed\n${odd}`)).toHaveProperty(["add the colon"]);
  expect(mended(`// schedc-ignore day/week-parity, day/short-month: agreed\n${odd}`)).toEqual({});
});

test("the fix of an unused one takes its line", () => {
  const text = "every hour run f\n  // schedc-ignore day/week-parity: agreed\nevery hour run g";
  expect(mended(text)).toEqual({ "remove the comment": "every hour run f\nevery hour run g" });
});

test("nothing silences what the comments themselves give", () => {
  const text = "// schedc-ignore ignore/unused: hush\n// schedc-ignore day/week-parity: agreed\nevery hour run f";
  expect(findingsOf(text).map(({ code }) => code)).toEqual(["ignore/unused", "ignore/unused"]);
});

test("ten thousand jobs, warnings and comments take no more than one after the other", () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `// schedc-ignore day/week-parity: agreed\n${odd}${i}`);
  expect(codesOf(lines.join("\n"))).toEqual([]);
});
