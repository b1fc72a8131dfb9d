/** What each fix of a sentence's findings makes of it, in the order in which they are offered. */
import { describe, expect, test } from "vitest";
import { findingsOf, mended } from "./check-text.ts";

const offered: Readonly<Record<string, readonly (readonly [sentence: string, ...fixed: string[]])[]>> = {
  "a range from a time to itself": [
    ["every hour 9:00-9:00", "every hour 0:00-24:00", "every hour 9:00-24:00"],
    ["every hour midnight-midnight", "every hour 0:00-24:00"],
  ],
  "days that the head does not count, in the words written": [
    ["every 2 months on mon at 9:00", "every 2 months on the 1st monday at 9:00"],
  ],
  "a bare ordinal of a week": [
    ["every week on the 2nd at 9:00", "every week on tuesday at 9:00", "every month on the 2nd at 9:00"],
    [
      "every week on fri at 9:00 except the 1st",
      "every week on fri at 9:00 except the 1st day",
      "every month on fri at 9:00 except the 1st",
    ],
    [
      "every 2 weeks 1 day after the 3rd at 9:00 from 2026-01-01",
      "every 2 weeks 1 day after the 3rd day at 9:00 from 2026-01-01",
    ],
  ],
  "numbers behind a month": [
    [
      "every hour in december 9-17",
      "every hour 9-17 in december",
      "every hour in december 9:00-17:00",
      "every hour on the 9th-17th in december",
    ],
    [
      "every hour in dec 9-17 on weekdays",
      "every hour 9-17 in dec on weekdays",
      "every hour in dec 9:00-17:00 on weekdays",
    ],
    [
      "every hour except dec 9, 12-15",
      "every hour except dec 9, 12:00-16:00",
      "every hour except dec 9, dec 12 to dec 15",
    ],
    [
      "every hour except monday, dec, 9-17",
      "every hour except monday, dec, 9:00-18:00",
      "every hour except monday, dec 9 to dec 17",
    ],
    ["every hour except dec 9, 22-5", "every hour except dec 9, 22:00-6:00"],
  ],
  "a word where a time is due": [
    ["every day at midday", "every day at noon"],
    ["every day at midnite", "every day at midnight"],
    ["every day at midnigt", "every day at midnight"],
    ["every day at sunrise"],
    ["every day at 9:00 from noonish"],
  ],
  "24:00 where a day does not end": [
    ["every day at 24:00", "every day at 0:00", "every day at 23:59:59"],
    ["every day 30 minutes before 24:00", "every day 30 minutes before midnight"],
  ],
};

describe.each(Object.entries(offered))("%s", (_, sentences) => {
  test.each(sentences)("%s", (sentence, ...fixed) => {
    expect(Object.values(mended(`${sentence} run f`))).toEqual(fixed.map((text) => `${text} run f`));
  });
});

test("messages quote what was written and help with what may stand there", () => {
  const [days] = findingsOf("every 2 months on mon at 9:00 run f");
  expect(days?.message).toContain("`every 2 months on mon`");
  const helps = ["week", "2w", "month", "year", "quarter"].map(
    (head) => findingsOf(`every ${head} at 9:00 run f`)[0]?.help,
  );
  expect(helps.map((help) => /`(.*)`/.exec(help ?? "")?.[1])).toEqual([
    "on monday",
    "on monday",
    "on the 1st",
    "on dec 25",
    "on the 1st",
  ]);
});

test("a bound that nothing reaches", () => {
  expect(Object.values(mended("every hour run f retry 3 wait 10s backoff fixed up to 5m with jitter"))).toEqual([
    "every hour run f retry 3 wait 10s backoff linear up to 5m with jitter",
    "every hour run f retry 3 wait 10s backoff exponential up to 5m with jitter",
    "every hour run f retry 3 wait 10s backoff fixed with jitter",
  ]);
});

test("a window of another clock", () => {
  const text = (window: string, rest: string): string =>
    `window w = 9:00-10:00${window}\nevery 30 minutes during w${rest} run f`;
  expect(Object.values(mended(text(" in Asia/Tokyo", " in Europe/Berlin")))).toEqual([
    text(" in Asia/Tokyo", " in Asia/Tokyo"),
    text("", " in Europe/Berlin"),
  ]);
  expect(Object.values(mended(text(" in Asia/Tokyo", "")))[0]).toBe(text(" in Asia/Tokyo", " in Asia/Tokyo"));
});
