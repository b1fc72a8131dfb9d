/** What is proven about fires, held against every fire that the engine gives. */
import { fires, type Trigger } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { distancesOf, relationOf, tallyOf, type Written, writtenOf } from "../../src/compiler/proof/index.ts";
import { jobOf } from "./plan-of.ts";

async function writtenFrom(sentence: string): Promise<{ trigger: Trigger; written: Written }> {
  const { trigger } = await jobOf(`${sentence}\n`);
  const [written, other] = writtenOf(trigger) ?? [];
  if (written === undefined || other !== undefined) throw new Error(`one clock: ${sentence}`);
  return { trigger, written };
}

const sentences = [
  "every day at 9:00 run f",
  "every weekday at 9:00, 17:00 except dec 25, dec 24 run f",
  "every month on the last friday at 9:00 run f",
  "every year on feb 29 at noon run f",
  "every 3 weeks on monday at 9:00 from 2026-01-07 run f",
  "every 5 days at 9:00 from 2026-01-07 until 2087-03-04 run f",
  "every 2 hours 22:00-6:00 on friday run f",
  "every 50 minutes 20:00-3:00 on fri-sun run f",
  "every saturday at 9:00 from 2026-02-01T10:00 except 2026-02-07T08:00 to 2026-02-14T09:00 run f",
  "every 25 hours from 2026-01-01T00:00:00 run f",
  "every 11 hours from 2026-01-01T05:00:00 on weekdays except 12:00-20:00 run f",
  "once at 2026-01-01 9:00, 2026-02-01 10:00 run f",
  "every day at 2:00, 5:00 except 1:00-3:00, jan 1 run f",
  'cron "0 9 13 * 5" run f',
];

describe.each(sentences)("%s", (sentence) => {
  test("counts and distances are those of all fires", async () => {
    const { trigger, written } = await writtenFrom(sentence);
    const all = [...fires(trigger, { after: Number.NEGATIVE_INFINITY })];
    const tally = tallyOf([written], { unit: "year" });
    const inYears = new Map<number, number>();
    const dated = all.map((at) => new Date(at).getUTCFullYear());
    for (const year of dated) inYears.set(year, (inYears.get(year) ?? 0) + 1);
    const [first, last] = [Math.ceil(written.first / 31_556_952) + 1970, Math.floor(written.last / 31_556_952) + 1970];
    const years: number[] = [];
    for (let year = Math.max(1900, first); year < Math.min(2401, last); year++) years.push(inYears.get(year) ?? 0);
    // A tail over New Year counts for the year that opened it.
    const slack = sentence.includes("22:00-6:00") || sentence.includes("20:00-3:00") ? 8 : 0;
    expect(Math.abs((tally?.least ?? 0) - Math.min(...years))).toBeLessThanOrEqual(slack);
    expect(Math.abs((tally?.most ?? 0) - Math.max(...years))).toBeLessThanOrEqual(slack);
    const gaps = all.slice(1).map((at, i) => (at - (all[i] ?? 0)) / 1000);
    const distances = distancesOf(written);
    expect(distances?.longest).toBe(gaps.reduce((a, b) => Math.max(a, b), 0));
    expect(distances?.shortest).toBe(gaps.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));
  });
});

describe("relations", () => {
  const rows = [
    ["every 15 minutes run f", "every hour at :00, :15, :30, :45 run f", "equal contained"],
    ["every month on the 29th at 9:00 in feb run f", "every year on feb 29 at 9:00 run f", "equal contained"],
    ["every friday at 9:00 run f", "every weekday at 9:00 run f", "contained"],
    ["every weekday at 9:00 run f", "every friday at 9:00 run f", ""],
    ["every weekday at 9:00 run f", "every weekend at 9:00 run f", "disjoint"],
    ["every day at 9:00 run f", "every day at 9:01 run f", "disjoint"],
    // January 1, 2100, is a Friday.
    ["every year on jan 1 at 9:00 from 2100-01-01 until 2100-12-31 run f", "every sunday at 9:00 run f", "disjoint"],
    [
      "every 3 weeks on monday at 9:00 from 2026-01-05 run f",
      "every 6 weeks on monday at 9:00 from 2026-01-12 run f",
      "disjoint",
    ],
    [
      "every 6 weeks on monday at 9:00 from 2026-01-05 run f",
      "every 3 weeks on monday at 9:00 from 2026-01-05 run f",
      "contained",
    ],
    ["every hour 22:00-6:00 on friday run f", "every hour 0:00-6:00 on saturday run f", ""],
  ] as const;
  test.each(rows)("%s / %s", async (a, b, wanted) => {
    const found = relationOf((await writtenFrom(a)).written, (await writtenFrom(b)).written);
    const words = [found.equal && "equal", found.disjoint && "disjoint", found.contained && "contained"];
    expect(words.filter(Boolean).join(" ")).toBe(wanted);
  });
});

describe("how many", () => {
  const rows = [
    ["every weekday 9-17 at :30 run f", { unit: "week" }, 45, 45],
    ["every day at 9:00 run f", { unit: "year" }, 365, 366],
    ["every month on the 31st at 9:00 run f", { unit: "year" }, 7, 7],
    ["every year on feb 29 at 9:00 run f", { unit: "year" }, 0, 1],
    ["every friday at 9:00 run f", { unit: "month" }, 4, 5],
    ["every 15 minutes run f", { unit: "hour" }, 4, 4],
    ["every 15 minutes 9-17 run f", { unit: "hour" }, 0, 4],
    ["every 3 weeks on monday at 9:00 from 2026-01-05 run f", { unit: "week" }, 0, 1],
    ["every friday on the 13th at 9:00 run f", { unit: "year" }, 1, 3],
  ] as const;
  test.each(rows)("%s: %o", async (sentence, unit, least, most) => {
    const found = tallyOf([(await writtenFrom(sentence)).written], unit);
    expect([found?.least, found?.most]).toEqual([least, most]);
  });
});
