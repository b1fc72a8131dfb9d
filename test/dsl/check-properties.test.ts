/** What holds of the checks whatever the text: they never throw, places are real, fixes can be made. */
import fc from "fast-check";
import { check as checkBuild } from "schedc";
import { describe, expect, test } from "vitest";
import { applyEdits, type Finding } from "../../src/dsl/index.ts";
import { readCheckFixtures } from "./check-fixtures.ts";
import { findingsOf } from "./check-text.ts";

describe.each(readCheckFixtures())("$name", ({ main }) => {
  test("cut anywhere, gives findings at places that are there", () => {
    const step = Math.max(1, Math.floor(main.length / 80));
    for (let end = 0; end <= main.length; end += step) {
      const text = main.slice(0, end);
      for (const found of findingsOf(text)) expectPlaces(found, text);
    }
  });
});

function expectPlaces({ span, fixes = [], related = [] }: Finding, text: string): void {
  const edits = fixes.flatMap((fix) => fix.edits);
  for (const { start, end } of [span, ...related.map((place) => place.span), ...edits.map((edit) => edit.span)]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const fix of fixes) expect(applyEdits(text, fix.edits)).not.toBe(text);
}

const heads = [
  "hour",
  "minute",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "weekday",
  "monday, friday",
  "15 minutes",
  "25 minutes",
  "2 hours",
  "7 hours",
  "24 hours",
  "3 days",
  "2 weeks",
  "5 months",
  "2 months",
  "5 minutes after completion",
];
const clauses = [
  "at 9:00",
  "at :30",
  "at 9:00, :30",
  "at random",
  "on monday",
  "on the 31st",
  "on the 31st or last day",
  "on the last monday or last day",
  "on the 1st monday before the 15th",
  "on jun 1",
  "on the 20th-5th",
  "on the 60th day",
  "on sunday or nearest weekday",
  "9-17",
  "0-24",
  "9:00-17:00",
  "22:00-6:00",
  "9:00-9:00",
  "in Europe/Berlin",
  "in march",
  "in even weeks",
  "during office",
  "during tokyo",
  "from 2026-01-05",
  "from 2026-01-05T09:30",
  "until 2026-12-31",
  "except 12-13",
  "except office",
  "except dec 25",
  "2 days before the last day",
  "2 hours before noon",
  "13 hours before noon",
];
const windows = "window office = weekdays 9:00-17:00\nwindow tokyo = 9:00-17:00 in Asia/Tokyo\n";

const sentence = fc
  .tuple(fc.constantFrom(...heads), fc.uniqueArray(fc.constantFrom(...clauses), { maxLength: 4 }))
  .map(([head, chosen]) => `every ${[head, ...chosen].join(" ")} run f`);

/** The one known thing that the checks leave to lowering. */
const left = /after completion.*(?:during.*\d:|during.*\d-\d|\d.*during)/;

test("what the checks let pass has a meaning", async () => {
  await fc.assert(
    fc.asyncProperty(sentence, async (text) => {
      const { diagnostics } = await checkBuild({ files: { "jobs.sched": windows + text } });
      const codes = diagnostics.map(({ code }) => code);
      if (!left.test(text)) expect(codes).not.toContain("trigger/no-meaning");
    }),
    { numRuns: 400, seed: 20_260_105 },
  );
});

test("fixes of one sentence lead to fewer findings, step by step, and end", () => {
  fc.assert(
    fc.property(sentence, (text) => {
      let now = windows + text;
      for (let step = 0; step < 12; step++) {
        const fix = findingsOf(now).find(({ severity, fixes }) => severity === "error" && fixes)?.fixes?.[0];
        if (!fix) return;
        now = applyEdits(now, fix.edits);
      }
      throw new Error(`the first fix of each finding goes round: ${now}`);
    }),
    { numRuns: 400, seed: 20_260_105 },
  );
});
