import { describe, expect, test } from "vitest";
import { applyEdits, applySafeFixes, parse } from "../../../src/dsl/index.ts";

/** What is written, and what the safe fixes make of it. */
const mended: readonly (readonly [written: string, meant: string])[] = [
  ["daily at 6:30 run f", "every day at 6:30 run f"],
  ["daily run f", "every day run f"],
  ["daily 6:30 run f", "every day at 6:30 run f"],
  ["hourly run f", "every hour run f"],
  ["weekly monday 9:00 run f", "every monday at 9:00 run f"],
  ["weekly on monday at 9:00 run f", "every week on monday at 9:00 run f"],
  ["monthly on the 1st at noon run f", "every month on the 1st at noon run f"],
  ["each day at 9:00 run f", "every day at 9:00 run f"],
  ["everyday at 9:00 run f", "every day at 9:00 run f"],
  ["@daily run f", "every day at midnight run f"],
  ["@hourly run f", "every hour run f"],
  ["@weekly run f", "every sunday at midnight run f"],
  ["@reboot run f", "once on startup run f"],
  ["@every 5m run f", "every 5m run f"],
  ["* * * * * run f", 'cron "* * * * *" run f'],
  ["*/5 9-17 * * 1-5 run f max 1", 'cron "*/5 9-17 * * 1-5" run f max 1'],
  ["0 30 4 ? * MON run f", 'cron "0 30 4 ? * MON" run f'],
  ["cron 0 9 * * * run f", 'cron "0 9 * * *" run f'],
  ["monday at 9:00 run f", "every monday at 9:00 run f"],
  ["weekdays 9-17 at :30 run f", "every weekday 9-17 at :30 run f"],
  ["run f every day at 9:00", "every day at 9:00 run f"],
  ["every day at 9:00 starting 2026-01-05 run f", "every day at 9:00 from 2026-01-05 run f"],
  [
    "every day at 9:00 starting from 2026-01-05 ending 2026-02-01 run f",
    "every day at 9:00 from 2026-01-05 until 2026-02-01 run f",
  ],
  ["every day at 9:00 from 2026-01-05 to 2026-02-01 run f", "every day at 9:00 from 2026-01-05 until 2026-02-01 run f"],
  [
    "every day at 9:00 between 2026-01-05 and 2026-02-01 run f",
    "every day at 9:00 from 2026-01-05 until 2026-02-01 run f",
  ],
  ["every hour excluding saturday, sunday run f", "every hour except saturday, sunday run f"],
  ["every hour except on saturday run f", "every hour except saturday run f"],
  ["every 5 minutes between 9:00 and 17:00 run f", "every 5 minutes 9:00-17:00 run f"],
  ["every 5 minutes between 9am and 5pm run f", "every 5 minutes 9am-5pm run f"],
  ["every 5 minutes from 9:00 to 17:00 run f", "every 5 minutes 9:00-17:00 run f"],
  ["every 5 minutes 9:00 to 17:00 run f", "every 5 minutes 9:00-17:00 run f"],
  ["every 5 minutes 9:00–17:00 run f", "every 5 minutes 9:00-17:00 run f"],
  ["every hour except between 12:00 and 13:00 run f", "every hour except 12:00-13:00 run f"],
  ["every monday to friday at 9:00 run f", "every monday-friday at 9:00 run f"],
  ["every monday through friday at 9:00 run f", "every monday-friday at 9:00 run f"],
  ["every business day at 9:00 run f", "every workday at 9:00 run f"],
  ["every month on the last business day at 9:00 run f", "every month on the last workday at 9:00 run f"],
  ["every month on the second tuesday at 9:00 run f", "every month on the 2nd tuesday at 9:00 run f"],
  ["every month on second tuesday at 9:00 run f", "every month on the 2nd tuesday at 9:00 run f"],
  ["every year on 12/25 at noon run f", "every year on dec 25 at noon run f"],
  ["every year on 25.12. at noon run f", "every year on dec 25 at noon run f"],
  ["every month on 12-25 at noon run f", "every month on the 12th-25th at noon run f"],
  ["every day at 9.30.15 run f", "every day at 9:30:15 run f"],
  ["every 30 minutes at 9:00-17:00 run f", "every 30 minutes 9:00-17:00 run f"],
  ["every hour at 9-17 run f", "every hour 9-17 run f"],
  ["every hour 9–17 run f", "every hour 9-17 run f"],
  ["every hour run f retry 3 wait 10s with jitter", "every hour run f retry 3 wait 10s backoff fixed with jitter"],
  ["every month on first monday at 9:00 run f", "every month on the first monday at 9:00 run f"],
  ["every month on 15th at 9:00 run f", "every month on the 15th at 9:00 run f"],
  ["every month on the 15 at 9:00 run f", "every month on the 15th at 9:00 run f"],
  ["every month on day 15 at 9:00 run f", "every month on the 15th at 9:00 run f"],
  ["every month on the 2th at 9:00 run f", "every month on the 2nd at 9:00 run f"],
  ["every month on the 1st of the month at 9:00 run f", "every month on the 1st at 9:00 run f"],
  ["every year on 12-25 at noon run f", "every year on dec 25 at noon run f"],
  ["every year on 25 december at noon run f", "every year on december 25 at noon run f"],
  ["every year on december 25th at noon run f", "every year on december 25 at noon run f"],
  ["every 15th at 9:00 run f", "every month on the 15th at 9:00 run f"],
  ["every last friday at 9:00 run f", "every month on the last friday at 9:00 run f"],
  ["every other day at 9:00 run f", "every 2 days at 9:00 run f"],
  ["every mondays at 9:00 run f", "every monday at 9:00 run f"],
  ["every days at 9:00 run f", "every day at 9:00 run f"],
  ["every tues at 9:00 run f", "every tue at 9:00 run f"],
  ["every 15 mins run f", "every 15 minutes run f"],
  ["every 15min run f", "every 15 minutes run f"],
  ["every five minutes run f", "every 5 minutes run f"],
  ["every half hour run f", "every 30 minutes run f"],
  ["every 1h 30m run f", "every 1h30m run f"],
  ["every 1 hour and 30 minutes run f", "every 1h30m run f"],
  ["every day at 9 AM run f", "every day at 9am run f"],
  ["every day at 9:30 p.m. run f", "every day at 9:30pm run f"],
  ["every day at 9 run f", "every day at 9:00 run f"],
  ["every day at 0930 run f", "every day at 9:30 run f"],
  ["every day at 9.30 run f", "every day at 9:30 run f"],
  ["every day at 12am run f", "every day at midnight run f"],
  ["every day at 12pm run f", "every day at noon run f"],
  ["every day at 12:30am run f", "every day at 0:30 run f"],
  ["every day at 12 AM run f", "every day at midnight run f"],
  ["every day at 12:30 pm run f", "every day at 12:30 run f"],
  ["every day 6:30 run f", "every day at 6:30 run f"],
  ["every hour at minute 50 run f", "every hour at :50 run f"],
  ["every weekday 8am to 5pm on minute 10 and 30 run f", "every weekday 8am-5pm at :10 and :30 run f"],
  ["2nd tuesday of every month at 4:00 run f", "every month on the 2nd tuesday at 4:00 run f"],
  ["on the last day of each quarter at 4:00 run f", "every quarter on the last day at 4:00 run f"],
  ["1st monday of sep, oct 17:00 run f", "every month on the 1st monday in sep, oct at 17:00 run f"],
  ["every month on the 1st and last at 9:00 run f", "every month on the 1st and last day at 9:00 run f"],
  ["every 2 weeks monday at 9:00 from 2026-01-05 run f", "every 2 weeks on monday at 9:00 from 2026-01-05 run f"],
  ["every friday the 13th at 9:00 run f", "every friday on the 13th at 9:00 run f"],
  ["every odd week on monday at 9:00 run f", "every monday in odd weeks at 9:00 run f"],
  ["every hour, 9-17 run f", "every hour 9-17 run f"],
  ["every sunday at 10, 12 and 17 run f", "every sunday at 10:00, 12:00 and 17:00 run f"],
  ["every day at 9:00 and at 17:00 run f", "every day at 9:00 and 17:00 run f"],
  ["every day at 9:00 or 17:00 run f", "every day at 9:00 and 17:00 run f"],
  ["every day at 9:00 UTC run f", "every day at 9:00 in UTC run f"],
  ['every day at 9:00 in "Europe/Berlin" run f', "every day at 9:00 in Europe/Berlin run f"],
  ["every day at 9:00 timezone Europe/Berlin run f", "every day at 9:00 in Europe/Berlin run f"],
  ["every hour during jan, dec run f", "every hour in jan, dec run f"],
  ["once at 2026-1-5 9:00 run f", "once at 2026-01-05 9:00 run f"],
  ["every 2 hours from 2026-01-05 9:00 run f", "every 2 hours from 2026-01-05T09:00 run f"],
  ["every day at 9:00 do f", "every day at 9:00 run f"],
  ["every day at 9:00 -> f", "every day at 9:00 run f"],
  ["every day at 9:00 run f;", "every day at 9:00 run f"],
  ["every day at 9:00 run f max_instances 1", "every day at 9:00 run f max 1"],
  ["every day at 9:00 run f max = 1", "every day at 9:00 run f max 1"],
  ["every day at 9:00 run f no overlap", "every day at 9:00 run f overlap skip"],
  ["every day at 9:00 run f if isLeader", "every day at 9:00 run f when isLeader"],
  ["every day at 9:00 run f(1, 2,)", "every day at 9:00 run f(1, 2)"],
  ["every day at 9:00 run f('x')", 'every day at 9:00 run f("x")'],
  ["every day at 9:00 run f(“x”)", 'every day at 9:00 run f("x")'],
  ['import f from "./f.ts"', 'import { default as f } from "./f.ts"'],
  ['import { a, b, } from "./f.ts"', 'import { a, b } from "./f.ts"'],
  ["# a comment", "// a comment"],
  ["every day at 9:00 run f # why", "every day at 9:00 run f // why"],
  ["Every day At Noon run f", "every day at noon run f"],
  ["every\u00a0day at 9:00 run f", "every day at 9:00 run f"],
  ["job a\n{\n run f\n}", "job a {\n run f\n}"],
];

describe("what people write out of habit", () => {
  test.each(mended)("%s", (written, meant) => {
    const { findings } = parse(written);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ severity }) => severity === "error")).toBe(true);
    const { text } = applySafeFixes(written, findings);
    expect(text).toBe(meant);
    expect(parse(text).findings).toEqual([]);
  });

  test("is mended all at once", () => {
    const written = "daily between 9:00 and 17:00 excluding holidays starting 2026-01-01 do f retries 3";
    const { findings } = parse(written);
    expect(findings).toHaveLength(6);
    const { text } = applySafeFixes(written, findings);
    expect(text).toBe("every day 9:00-17:00 except holidays from 2026-01-01 run f retry 3");
    expect(parse(text).findings).toEqual([]);
  });
});

/** What has two readings, and the readings offered. */
const refused: readonly (readonly [written: string, readings: readonly string[]])[] = [
  [
    "every second tuesday at 9:00 run f",
    ["every 2 weeks on tuesday at 9:00 run f", "every month on the 2nd tuesday at 9:00 run f"],
  ],
  [
    "every other tuesday at 9:00 run f",
    ["every 2 weeks on tuesday at 9:00 run f", "every month on the 2nd tuesday at 9:00 run f"],
  ],
  [
    "every 3rd friday at 9:00 run f",
    ["every 3 weeks on friday at 9:00 run f", "every month on the 3rd friday at 9:00 run f"],
  ],
  ["every 5 minutes between 9 and 17 run f", ["every 5 minutes 9:00-17:00 run f", "every 5 minutes 9-17 run f"]],
  ["every hour 9-17:00 run f", ["every hour 9:00-17:00 run f", "every hour 9-17 run f"]],
  [
    "every hour except december 9-17 run f",
    ["every hour except december 9 to december 17 run f", "every hour except 9-17, december run f"],
  ],
  [
    "every year on dec 9, 12-15 at 9:00 run f",
    ["every year on dec 9, dec 12 to dec 15 at 9:00 run f", "every year on dec 9, dec 15 at 9:00 run f"],
  ],
  ["every year on 5/6 at 9:00 run f", ["every year on may 6 at 9:00 run f", "every year on jun 5 at 9:00 run f"]],
  ["every hour 9am-5 run f", ["every hour 9am-5am run f", "every hour 9am-5pm run f"]],
  [
    "every day from 2026-01-05 9:00 run f",
    ["every day from 2026-01-05 at 9:00 run f", "every day from 2026-01-05T09:00 run f"],
  ],
];

describe("what has two readings", () => {
  test.each(refused)("%s", (written, readings) => {
    const { findings } = parse(written);
    expect(findings.map(({ code }) => code)).toEqual(["syntax/two-readings"]);
    const fixes = findings[0]?.fixes ?? [];
    expect(fixes.map(({ applicability }) => applicability)).toEqual(readings.map(() => "unsafe"));
    const texts = fixes.map(({ edits }) =>
      edits.reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), written),
    );
    expect(texts).toEqual(readings);
    for (const text of texts) expect(parse(text).findings, text).toEqual([]);
  });
});

/** What is offered, but never done unasked. */
const guessed: readonly (readonly [written: string, offered: string])[] = [
  ["every year on dec 9-12 at 9:00 run f", "every year on dec 9 to dec 12 at 9:00 run f"],
  ["every year on dec 9, 12 at 9:00 run f", "every year on dec 9, dec 12 at 9:00 run f"],
  ["every hour except dec 9, 12 run f", "every hour except dec 9, dec 12 run f"],
  ["every hour 9am-17 run f", "every hour 9am-17:00 run f"],
];

test.each(guessed)("%s is a guess", (written, offered) => {
  const [found, ...others] = parse(written).findings;
  expect(others).toEqual([]);
  expect(found?.fixes?.map(({ applicability }) => applicability)).toEqual(["unsafe"]);
  expect(found?.fixes?.map(({ edits }) => applyEdits(written, edits))).toEqual([offered]);
});

/** Words that would turn a sentence into its opposite are not put in, nor is half of a number mended. */
test.each([
  "every year on 25.12.2026 at 9:00 run f",
  'cron "0 9 * * *" 9-17 run f',
  "every day 9-17 at random, 9:00 run f",
])("%s has no fix", (written) => {
  const { findings } = parse(written);
  expect(findings.map(({ fixes = [] }) => fixes)).toEqual([[]]);
});
