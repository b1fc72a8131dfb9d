/** What each fix of a sentence's findings makes of it, in the order in which they are offered. */
import { describe, expect, test } from "vitest";
import { mended } from "./check-text.ts";

const offered: Readonly<Record<string, readonly (readonly [sentence: string, ...fixed: string[]])[]>> = {
  "a range from a time to itself": [
    ["every hour 9:00-9:00", "every hour 0:00-24:00", "every hour 9:00-24:00"],
    ["every hour midnight-midnight", "every hour 0:00-24:00"],
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
