import { describe, expect, test } from "vitest";
import { parse } from "../../../src/dsl/index.ts";

/** What is written, the place, and the message: one mistake, one finding. */
const mistakes: readonly (readonly [written: string, at: string, code: string, says: RegExp])[] = [
  ["evry day at 9:00 run f", "evry", "syntax/unknown-word", /did you mean `every`/],
  ["every wekday at 9:00 run f", "wekday", "syntax/unknown-word", /did you mean `weekday`/],
  ["every day att 9:00 run f", "att", "syntax/unknown-word", /did you mean `at`/],
  ["every day at 9:00 run f overlap qeue", "qeue", "syntax/unknown-word", /did you mean `queue`/],
  ["every day at 9:00 rnu f", "rnu", "syntax/unknown-word", /did you mean `run`/],
  ["every 5 mintues run f", "mintues", "syntax/unknown-word", /did you mean `minutes`/],
  ["every moonday at 9:00 run f", "moonday", "syntax/unknown-word", /did you mean `monday`/],
  ["every day at 25:00 run f", "25:00", "syntax/clock-range", /no time of day/],
  ["every day at 9:75 run f", "9:75", "syntax/clock-range", /no time of day/],
  ["every day at 13am run f", "13am", "syntax/clock-range", /no time of day/],
  ["every hour at :75 run f", ":75", "syntax/minute-range", /no minute/],
  ["every hour 9-25 run f", "9-25", "syntax/hour-range", /no hours/],
  ["every year 12-25 at noon run f", "12-25", "syntax/hour-range", /no hours/],
  ["every 1d12h run f", "1d12h", "syntax/mixed-duration", /mixes days with hours/],
  ["every 30m1h run f", "30m1h", "syntax/duration-order", /out of order/],
  ["once at 2026-02-30T09:00 run f", "2026-02-30", "syntax/no-such-date", /no date/],
  ["every day at 9:00 except feb 30 run f", "feb 30", "syntax/no-such-date", /no date/],
  ["once at 2026-01-31T09:00:00.5 run f", "2026-01-31T09:00:00.5", "syntax/fraction", /fraction/],
  ["every month on the 0th at 9:00 run f", "0th", "syntax/ordinal-range", /no period/],
  ["every hour run f max 99999999999999999999", "99999999999999999999", "syntax/number-too-large", /too large/],
  ['every hour run f("\\q1\\1")', "\\1", "syntax/escape", /no escape/],
  ['every hour run f("\\u{110000}")', "\\u{110000}", "syntax/escape", /no escape/],
  ['every hour run f("x)', '"x)', "syntax/unterminated-string", /closing quote/],
  ["every hour run f /* why", "/*", "syntax/unclosed-comment", /never closed/],
  ["every day at", "at", "syntax/unfinished", /ends after `at`/],
  ["every day at 9:00 run f on failure", "failure", "syntax/unfinished", /`run`/],
  ["every hour run f §", "§", "syntax/unexpected", /`§` cannot stand here/],
  ["every hour run f \u0007", "\u0007", "syntax/unexpected", /u\{7\}/],
  ["every day at 9:00 f", "f", "syntax/unexpected", /`run`/],
];

describe("a mistake", () => {
  test.each(mistakes)("%j", (written, at, code, says) => {
    const { findings } = parse(`${written}\nevery hour run g`);
    expect(findings.map((found) => found.code)).toEqual([code]);
    const [found] = findings;
    expect(written.slice(found?.span.start, found?.span.end)).toBe(at);
    expect(found?.message).toMatch(says);
  });
});

test("two mistakes are two findings", () => {
  const { findings } = parse("evry day att 9:00 run f");
  expect(findings.map(({ code }) => code)).toEqual(["syntax/unknown-word", "syntax/unknown-word"]);
});

test("a missing word that makes the sentence whole is offered", () => {
  const [found] = parse("every day at 9:00 f").findings;
  expect(found?.fixes).toEqual([
    { title: "insert `run`", applicability: "unsafe", edits: [{ span: { start: 18, end: 18 }, text: "run " }] },
  ]);
});

test("a task may be called any word but `and` and `or` at the end of a line", () => {
  for (const word of [
    "every",
    "run",
    "max",
    "monday",
    "dec",
    "UTC",
    "Every",
    "job",
    "from",
    "at",
    "minutes",
    "and()",
    "or()",
  ]) {
    expect(parse(`every hour run ${word} max 1`).findings, word).toEqual([]);
    expect(parse(`every hour run ${word}\nevery hour run g`).findings, word).toEqual([]);
  }
});
