/** Sentences with two readings or none, by what they are about: each gives the one finding named. */
import { describe, expect, test } from "vitest";
import { codesOf } from "./check-text.ts";

const refused: Readonly<Record<string, readonly (readonly [sentence: string, ...codes: string[]])[]>> = {
  "a time, a day, an hour must be said": [
    ["every weekday", "time/missing"],
    ["every weekday on the 13th", "time/missing"],
    ["every month at 9:00", "day/missing"],
    ["every year at 9:00 in march", "day/missing"],
    ["every day at :30", "time/missing-hour"],
    ["every monday at :15, :45", "time/missing-hour"],
    ["every weekday 9-17", "time/range-without-step"],
  ],
  "a step needs an anchor": [
    ["every 25 minutes", "time/step-needs-anchor"],
    ["every 7 hours", "time/step-needs-anchor"],
    ["every 24h", "time/step-needs-anchor"],
    ["every 36 hours", "time/step-needs-anchor"],
    ["every 7 hours at :30", "time/step-needs-anchor"],
    ["every 25 minutes on weekdays until 2026-12-31", "time/step-needs-anchor"],
  ],
  "a count of periods needs a phase": [
    ["every 2 weeks on monday at 9:00", "trigger/needs-phase"],
    ["every 3 days at 9:00", "trigger/needs-phase"],
    ["every 5 months on the 1st at 9:00", "trigger/needs-phase"],
    ["every 2 quarters on the 1st at 9:00", "trigger/needs-phase"],
  ],
  "steps of days need a time": [
    ["every 3 days from 2026-01-02T10:00", "time/missing"],
    ["every 2w on monday from 2026-01-05", "time/missing"],
    ["every 500ms", "trigger/step-too-short"],
    ["every 1s500ms", "trigger/step-too-short"],
    ["every 0 hours", "trigger/zero-step"],
    ["every 0 days at 9:00", "trigger/zero-step"],
    ["every month 0 days before the 1st at 9:00", "trigger/zero-step"],
    ["every day 0 minutes before noon", "trigger/zero-step"],
    ["once 0 hours after 2026-01-01T09:00", "trigger/zero-step"],
  ],
  "minutes and clock times under steps": [
    ["every 15 minutes at :30", "time/minute-under-step"],
    ["every 90 minutes at :30", "time/minute-under-step"],
    ["every 7 hours at :30 from 2026-01-01", "time/minute-under-step"],
    ["every 5 minutes after completion at :30", "trigger/completion-clause"],
    ["every 5 minutes after completion 30 minutes before noon", "trigger/completion-clause"],
    ["every 2 months after completion", "trigger/completion-unit"],
    ["every hour at 9:00", "time/clock-under-step"],
    ["every 2 hours 30 minutes before noon", "time/clock-under-step"],
    ["every day at 9:00, :30", "time/mixed-at"],
    ["every hour at 9:00, :30", "time/mixed-at"],
  ],
  "ranges of nothing": [
    ["every hour 0-24", "time/whole-day-hours"],
    ["every hour 9:00-9:00", "time/empty-range"],
    ["every hour 24:00-6:00", "time/end-of-day"],
    ["every hour 24-6", "time/end-of-day"],
    ["every day at 24:00", "time/end-of-day"],
  ],
  "what is counted within what": [
    ["every week on the 2nd at 9:00", "day/ordinal-in-week"],
    ["every week on friday at 9:00 except the 1st", "day/ordinal-in-week"],
    ["every week 2 days before the 1st at 9:00", "day/ordinal-in-week"],
    ["every week on the last weekday before the 3rd at 9:00", "day/ordinal-in-week"],
    ["every week on friday at 9:00 except the 1st day"],
    ["every quarter on the 1st in march at 9:00", "day/quarter-in-months"],
    ["every quarter 2 days before the last day in march at 9:00", "day/quarter-in-months"],
    ["every month on monday at 9:00", "day/weekday-in-period"],
    ["every year on weekdays at 9:00", "day/weekday-in-period"],
    ["every month on jun 1 at 9:00", "day/date-in-period"],
    ["every week on jun 1 at 9:00", "day/date-in-period"],
    ["every month on the 6th monday at 9:00", "day/out-of-range"],
    ["every month on the 24th weekday at 9:00", "day/out-of-range"],
    ["every week on the 2nd monday at 9:00", "day/out-of-range"],
    ["every quarter on the 93rd day at 9:00", "day/out-of-range"],
    ["every month on the 1st monday after the 32nd at 9:00", "day/out-of-range"],
    ["every quarter on the 1st monday after the 80th at 9:00"],
    ["every quarter on the 1st monday after the 93rd at 9:00", "day/out-of-range"],
  ],
  "days that run backward or look the wrong way": [
    ["every month on the 20th-5th at 9:00", "day/backward-range"],
    ["every month on the 1st monday before the 15th at 9:00", "day/wrong-side"],
    ["every month on the last monday after the 15th at 9:00", "day/wrong-side"],
    ["every month on the last monday or last day at 9:00", "day/clamp-misplaced"],
    ["every year on feb 28 or last day at 9:00", "day/clamp-misplaced"],
  ],
  offsets: [
    ["every month 3 hours before the last day at 9:00", "day/offset-unit"],
    ["every day 3 days before noon", "day/offset-unit"],
    ["every day 13 hours before noon", "time/offset-leaves-day"],
    ["every day 24 hours after midnight", "time/offset-leaves-day"],
    ["every day 25 hours before 0:00", "time/offset-leaves-day"],
    ["every day 30 minutes before 24:00", "time/end-of-day"],
    ["every day 30 minutes after 24:00", "time/end-of-day"],
    ["every day 30 minutes before midnight at 9:00", "time/two-times"],
  ],
  "whole hours behind a month": [
    ["every hour in december 9-17", "time/hours-after-month"],
    ["every hour except dec 9, 12-15", "time/hours-after-month"],
  ],
  "random times": [
    ["every hour 9:00-17:00 at random", "time/random-needs-days"],
    ["every day at random", "time/random-needs-range"],
  ],
  "days that no month, or not every one, has": [
    ["every month on the 30th in feb at 9:00"],
    ["every month on the 1st, 30th in feb at 9:00", "day/short-month"],
    ["every month on the 29th in feb at 9:00", "day/short-month"],
    ["every month 2 days before the 31st at 9:00", "day/short-month"],
    ["every month on the 1st friday after the 30th at 9:00", "day/short-month"],
    ["every month on the 1st friday after the 28th at 9:00"],
    ["every month 2 days before the 31st in mar at 9:00"],
  ],
  "clauses that stand twice": [
    ["every day at 9:00 at 10:00", "trigger/duplicate-clause"],
    ["every hour 9-12 14-17", "trigger/duplicate-clause"],
    ["every hour in jan in feb", "trigger/duplicate-clause"],
    ["every month 3 days before the last day 2 hours after midnight", "trigger/duplicate-clause"],
    ["every hour except 12:00 except 13:00", "trigger/duplicate-clause"],
  ],
  "zones by their names of today": [
    ["every day at 9:00 in Japan", "zone/outdated"],
    ["every day at 9:00 in US/Eastern", "zone/outdated"],
    ["every day at 9:00 in EST", "zone/abbreviation"],
    ["every day at 9:00 in Europe/Belrin", "zone/unknown"],
    ["once at 2026-01-01T09:00 in Europe/Nowhere", "zone/unknown"],
  ],
};

test.each([
  ["every hour run f retry 3 wait 0s", "policy/zero-length"],
  ["every hour run f retry 3 wait 10s backoff fixed up to 5m", "policy/up-to-without-growth"],
  ["window w = 9:00-10:00 in Europe/Berln\nevery hour during w run f", "zone/unknown"],
  ["window w = 9:00-10:00 in Europe/Berlin\nevery hour during w in Europe/Berln run f", "zone/unknown"],
])("%s", (text, ...codes) => {
  expect(codesOf(text)).toEqual(codes);
});

describe.each(Object.entries(refused))("%s", (_, sentences) => {
  test.each(sentences)("%s", (sentence, ...codes) => {
    expect(codesOf(`${sentence} run f`)).toEqual(codes);
  });
});
