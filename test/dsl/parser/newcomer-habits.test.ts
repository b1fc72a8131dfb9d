/** What is tried in the first hours: the words in another order, minutes of an hour in words, numbers without a unit. */
import { describe, expect, test } from "vitest";
import { applyEdits, applySafeFixes, parse } from "../../../src/dsl/index.ts";

function onlyFinding(text: string) {
  const { findings } = parse(text);
  expect(findings.map(({ code, message }) => `${code}: ${message}`)).toHaveLength(1);
  return findings[0] ?? expect.fail();
}

describe("one mistake is one finding, whose safe fix is", () => {
  test.each([
    ["every day at 9:00 run f in Europe/Berlin", "every day at 9:00 in Europe/Berlin run f"],
    ["every day at 9:00 run f except sunday", "every day at 9:00 except sunday run f"],
    ["every day run f at 9:00", "every day at 9:00 run f"],
    ["every week run f on monday at 9:00 max 2", "every week on monday at 9:00 run f max 2"],
    [
      "every day at 9:00 run f.g(1) from 2026-01-05 until 2026-02-01",
      "every day at 9:00 from 2026-01-05 until 2026-02-01 run f.g(1)",
    ],
    ["every day at 9:00 run f timezone Europe/Berlin", "every day at 9:00 in Europe/Berlin run f"],
    ["every day at 9:00 run f tz UTC", "every day at 9:00 in UTC run f"],
    ["every day at 9:00 run f Europe/Berlin", "every day at 9:00 in Europe/Berlin run f"],
    ["every tuesday friday at 9:00 run f", "every tuesday and friday at 9:00 run f"],
    ["every week on tuesday friday at 9:00 run f", "every week on tuesday and friday at 9:00 run f"],
    ["every 1st of the month at 9:00 run f", "every month on the 1st at 9:00 run f"],
    ["every last friday of the month at 9:00 run f", "every month on the last friday at 9:00 run f"],
    ["every second tuesday of each month at 9:00 run f", "every month on the 2nd tuesday at 9:00 run f"],
    ["every last day of the quarter at 9:00 run f", "every quarter on the last day at 9:00 run f"],
    ["every dec 25 at 9:00 run f", "every year on dec 25 at 9:00 run f"],
    ["every december 25th at 9:00 run f", "every year on december 25 at 9:00 run f"],
    ["every january on the 1st at 9:00 run f", "every month in january on the 1st at 9:00 run f"],
    ["every hour at 30 run f", "every hour at :30 run f"],
    ["every 2 hours at 45 run f", "every 2 hours at :45 run f"],
    ["every hour at 15 minutes past run f", "every hour at :15 run f"],
    ["every hour at 15 minutes past the hour run f", "every hour at :15 run f"],
    ["every hour at half past run f", "every hour at :30 run f"],
    ["every hour at quarter past run f", "every hour at :15 run f"],
    ["every hour at quarter to run f", "every hour at :45 run f"],
    ["every hour on the hour run f", "every hour at :00 run f"],
    ["every 1.5 hours run f", "every 90 minutes run f"],
    ["every 0.5 minutes run f", "every 30 seconds run f"],
    ["every fortnight on monday at 9:00 run f", "every 2 weeks on monday at 9:00 run f"],
    ["every hour but sunday run f", "every hour except sunday run f"],
    ["0 9 * * * f", 'cron "0 9 * * *" run f'],
    ["0 0 9 * * * mail.send max 2", 'cron "0 0 9 * * *" run mail.send max 2'],
    ["on boot run f", "once on startup run f"],
    ["after f finishes run g", "after f completes run g"],
    ["after f is done run g", "after f completes run g"],
    ["after f succeeded run g", "after f succeeds run g"],
    ["when f fails run g", "after f fails run g"],
    ["every day at 9:00 run f on error run g", "every day at 9:00 run f on failure run g"],
    ["every day at 9:00 run f coalesce=True", "every day at 9:00 run f coalesce"],
    ["every day at 9:00 run f overlap never", "every day at 9:00 run f overlap skip"],
    ["every day at 9:00 run f at most 2", "every day at 9:00 run f max 2"],
    ["every day at 9:00 run f retry 3x", "every day at 9:00 run f retry 3 times"],
    ["every day at 9:00 run f retry 3 times every 10s", "every day at 9:00 run f retry 3 times wait 10s"],
    ["every day at 9:00 run f retry 3 times after 10s", "every day at 9:00 run f retry 3 times wait 10s"],
    ["every day at 9:00 run f name daily", 'every day at 9:00 run f name "daily"'],
    ["every day at 9:00 run f id daily max 2", 'every day at 9:00 run f id "daily" max 2'],
  ])("%s", (written, meant) => {
    const found = onlyFinding(`${written}\n`);
    expect(applySafeFixes(`${written}\n`, [found]).text).toBe(`${meant}\n`);
    expect(parse(`${meant}\n`).findings).toEqual([]);
  });
});

describe("one mistake is one finding, whose guesses are", () => {
  test.each([
    ["report every day at 9:00", ["every day at 9:00 run report"]],
    ["mail.send once at 2026-01-05T09:00", ["once at 2026-01-05T09:00 run mail.send"]],
    [
      "every day at 9:00 run f grace 60",
      ["every day at 9:00 run f grace 60 seconds", "every day at 9:00 run f grace 60 minutes"],
    ],
    [
      "every day at 9:00 run f timeout 30 max 2",
      ["every day at 9:00 run f timeout 30 seconds max 2", "every day at 9:00 run f timeout 30 minutes max 2"],
    ],
    ["every hour at 5 run f", ["every hour at :05 run f"]],
    ["every day at 9:00 in UTC+2 run f", ["every day at 9:00 in Etc/GMT-2 run f"]],
    ["every day at 9:00 in GMT-5 run f", ["every day at 9:00 in Etc/GMT+5 run f"]],
    ["every day at 9:00 in +02:00 run f", ["every day at 9:00 in Etc/GMT-2 run f"]],
  ])("%s", (written, meant) => {
    const { fixes = [] } = onlyFinding(`${written}\n`);
    expect(fixes.map(({ edits }) => applyEdits(`${written}\n`, edits).trimEnd())).toEqual(meant);
    expect(fixes.map(({ applicability }) => applicability)).toEqual(meant.map(() => "unsafe"));
    for (const text of meant) expect(parse(`${text}\n`).findings).toEqual([]);
  });
});

describe("nothing is offered that would lose or turn what is meant", () => {
  test.each([
    ["every even day at 9:00 run f"],
    ["every hour during business hours run f"],
    ["every day at 9:00 run f then g"],
    ["every day at 9:00 in UTC+5:30 run f"],
  ])("%s", (written) => {
    expect(onlyFinding(`${written}\n`).fixes ?? []).toEqual([]);
  });
});
