/** `expect` holds or fails, and what a failure shows. */
import { check } from "schedc";
import { describe, expect, test } from "vitest";

async function failures(trigger: string, expectation: string, around = ""): Promise<readonly string[]> {
  const { diagnostics } = await check({
    files: {
      "test.sched": `${around}job f {\n  ${trigger.replaceAll(";", "\n  ")}\n  run f\n  expect ${expectation}\n}\n`,
    },
  });
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
}

const night = "window night = 22:00-6:00\nwindow york = 9:00-17:00 in America/New_York\n";

describe("what holds", () => {
  const rows = [
    ["every weekday at 9:00", "never on sat, sun"],
    ["every day at 9:00", "never on feb 29 in march"],
    ["every 2 weeks on monday at 9:00 from 2026-01-07", "never on tue-sun"],
    ["every 2 weeks on monday at 9:00 from 2026-01-07", "25 fires from 2026-01-01 until 2026-12-31"],
    ["every friday on the 13th at 9:00", "2026-02-13T09:00, 2026-03-13T09:00, 2026-11-13T09:00 after 2026-01-01"],
    ["every 15 minutes during night", "never 6:01-21:59"],
    ["every day at 9:00", "never during night"],
    ["every hour", "1 fires every hour"],
    ["every 30 seconds", "2 fires every minute"],
    ["every day at 9:00; every day at 9:00, 10:00", "2 fires every day"],
    ["every quarter on the last weekday at 17:00", "1 fires every quarter"],
    ["every month on the last day at 17:00 until 2030-12-31", "never from 2031-01-01"],
    ["every year on feb 29 at 12:00 except 2028-02-29", "never 12:00-13:00 from 2028-01-01 until 2028-12-31"],
    ["once at 2026-06-01 9:00, 2026-07-01 9:00", "never on the 2nd-31st"],
    ["every 25 hours from 2026-01-01T00:00:00", "never 0:30-0:59"],
    ["every day at 9:00 in Europe/Berlin; every day at 9:00 in Asia/Tokyo", "2 fires every day"],
    ["every day at 9:00 in Europe/Berlin", "2026-03-28T09:00, 2026-03-29T09:00 after 2026-03-27"],
    ["every day at 2:30 in Europe/Berlin", "1 fires on 2026-03-29"],
    ['cron "30 9-17 * * 1-5"', "9 fires every weekday"],
    ["every weekday at 16:00 during york in Europe/Berlin", "0 fires every sat, sun"],
    ["every day 9:00-17:00 at random", "1 fires every day"],
    ["every day 9:00-17:00 at random", "never 17:01-8:59"],
  ] as const;
  test.each(rows)("%s: expect %s", async (trigger, expectation) => {
    expect(await failures(trigger, expectation, night)).toEqual([]);
  });
});

describe("what fails", () => {
  const rows = [
    [
      "every day at 9:00, 12:00 except sat",
      "never 10:00-13:00 on weekends",
      "expect/fires-anyway: there are fires 10:00-13:00 on weekends: 2026-01-04 12:00, 2026-01-11 12:00, 2026-01-18 12:00 and more",
    ],
    [
      "every year on dec 31 at 9:00",
      "never on sundays from 2400-01-01",
      "expect/fires-anyway: there are fires on sunday from 2400-01-01: 2400-12-31 09:00",
    ],
    ["every 3 weeks on monday at 9:00 from 2026-01-05", "1 fires every week", "in the week of 2026-01-12"],
    ["every month on the 31st at 9:00", "1 fires every month", "but 0 in 2026-02, 0 in 2026-04, 0 in 2026-06"],
    ["every friday at 9:00", "52 fires every year", "but 53 in 2027, 53 in 2032, 53 in 2038"],
    ["every 25 minutes 9:00-17:00", "2 fires every hour", "at 2026-01-01 00:00"],
    [
      "every day at 2:30 in Europe/Berlin",
      "2026-03-29T02:30, 2026-03-30T02:30, 2026-03-31T02:31 after 2026-03-28",
      "2026-03-31T02:31 is not among",
    ],
    ["every day at 2:30 in Europe/Berlin", "2 fires on 2026-10-25", "but 1: 2026-10-25T02:30"],
    ["every day at 9:00", "never in Europe/Berlin", "trigger/no-meaning: the job's times are those of UTC"],
    ["every day at 9:00", "never during york", "trigger/no-meaning: `york` keeps the clock"],
    ["every day at 9:00", "never during day", "syntax/"],
    ["every day at 9:00", "never during morning", "name/unknown-window"],
    ["every day at 9:00", "1 fires every workday", "day/workday-needs-calendar"],
    ["every weekday at 9:00", "never on the last workday", "day/workday-needs-calendar"],
    [
      "every weekday at 15:00, 16:00, 17:00 during york in Europe/Berlin",
      "never on weekends",
      "expect/unknown-fires: nobody can know these fires beforehand: a window of another zone",
    ],
    [
      "custom nextTide()",
      "1 fires every day",
      "expect/unknown-fires: nobody can know these fires beforehand: `nextTide` gives them",
    ],
    ["every day at 9:00", "1 fires every second", "expect/unknown-fires"],
    ["every day at 9:00", "2026-01-01T09:00 after 2025-12-31T09:00Z, 2026-01-02T09:00", "syntax/"],
  ] as const;
  test.each(rows)("%s: expect %s", async (trigger, expectation, shown) => {
    expect((await failures(trigger, expectation, night)).join("\n")).toContain(shown);
  });
});

describe("calendars", () => {
  const office = [
    "calendar office {",
    "  holiday dec 24 to dec 26",
    "  open 2026-12-19",
    "}",
    "window desk = workdays 8:00-17:00",
    "defaults { calendar office }",
    "",
  ].join("\n");
  const rows = [
    ["every workday at 9:00", "1 fires every workday", ""],
    ["every workday at 9:00", "never on dec 24", ""],
    ["every workday at 9:00", "never on weekends", "there are fires on weekends: 2026-12-19 09:00"],
    ["every weekday at 9:00", "1 fires every workday", "but 0 on 2026-12-19"],
    ["every month on the last workday at 9:00", "1 fires every month", ""],
    ["every month on the last workday at 9:00", "never on the 28th-31st in feb", "2028-02-29 09:00"],
    ["every day at 9:00 except office", "never on dec 25", ""],
    ["every day at 9:00", "never during desk on sunday", ""],
    ["every hour during desk", "10 fires every workday", ""],
    ["every day at 18:00", "never during desk", ""],
  ] as const;
  test.each(rows)("%s: expect %s", async (trigger, expectation, shown) => {
    const found = (await failures(trigger, expectation, office)).join("\n");
    if (shown === "") expect(found).toBe("");
    else expect(found).toContain(shown);
  });
});

test("where a zone is none, that alone is said", async () => {
  const text = `group g {
  timezone nowhere
  every day at 9:00 run f {
    expect 1 fires on 2026-01-01
    expect never on sunday
  }
}
`;
  const { diagnostics } = await check({ files: { "a.sched": text } });
  expect(diagnostics.map(({ code }) => code)).toEqual(["zone/unknown"]);
});

test("nothing is reckoned by a zone that there is not", async () => {
  const text = "group g {\n  timezone nowhere\n  once 2 weeks after 1920-10-22T22:58+01:00 run f\n}\n";
  const { diagnostics, plan } = await check({ files: { "a.sched": text } });
  expect(diagnostics.map(({ code }) => code)).toEqual(["zone/unknown"]);
  expect(plan.jobs).toEqual([]);
});
