/** Findings that need fire times. */

import { check } from "schedc";
import { describe, expect, test } from "vitest";
import { findingsOf } from "./plan-of.ts";

const rows: readonly (readonly [sentence: string, ...findings: string[]])[] = [
  ["every weekday at 9:00 except mon-fri", "time/never-fires: every weekday at 9:00 except mon-fri"],
  ["every monday on saturday at 9:00", "time/never-fires: every monday on saturday at 9:00"],
  ["every month on the 31st at 9:00 in feb, apr", "time/never-fires: every month on the 31st at 9:00 in feb, apr"],
  ["every day 9:00-10:00 at 11:00", "time/never-fires: every day 9:00-10:00 at 11:00"],
  ["every day at 9:00 except 8:00-10:00", "time/never-fires: every day at 9:00 except 8:00-10:00"],
  [
    "every friday at 9:00 from 2026-01-03 until 2026-01-08",
    "time/never-fires: every friday at 9:00 from 2026-01-03 until 2026-01-08",
  ],
  // The one Sunday in question is the 29th of March 2026.
  [
    "every day at 2:30 in Europe/Berlin",
    "time/clock-in-gap: every day at 2:30 in Europe/Berlin",
    "time/clock-in-overlap: every day at 2:30 in Europe/Berlin",
  ],
  ["every weekday at 2:30 in Europe/Berlin"],
  ["every day at 2:30"],
  ["every day at 3:00 in Europe/Berlin"],
  ["every 15 minutes in Europe/Berlin"],
  ["once at 2026-03-29 2:30 in Europe/Berlin", "time/clock-in-gap: once at 2026-03-29 2:30 in Europe/Berlin"],
  ["once at 2026-10-25 2:30 in Europe/Berlin", "time/clock-in-overlap: once at 2026-10-25 2:30 in Europe/Berlin"],
  ["once at 2026-03-29T01:30Z in Europe/Berlin"],
  [
    'cron "30 2 * * 0" in Europe/Berlin',
    'time/clock-in-gap: cron "30 2 * * 0" in Europe/Berlin',
    'time/clock-in-overlap: cron "30 2 * * 0" in Europe/Berlin',
  ],
];

test.each(rows)("%s", async (sentence, ...findings) => {
  expect(await findingsOf(`${sentence} run f\n`)).toEqual(findings);
});

test("a step longer than the window that it counts from", async () => {
  const windows = "window short = weekdays 9:00-10:00 or weekends 9:00-12:00\n";
  expect(await findingsOf(`${windows}every 2 hours during short run f\n`)).toEqual([
    "time/step-longer-than-range: during short",
  ]);
  expect(await findingsOf(`${windows}every hour during short run f\n`)).toEqual([]);
});

test("two ends of one job that undo each other", async () => {
  const text = "every hour run a\nafter a succeeds and a fails run f\n";
  expect(await findingsOf(text)).toEqual(["time/never-fires: after a succeeds and a fails"]);
  expect(await findingsOf(text.replace("fails", "completes"))).toEqual([]);
});

test("a single instant does not follow `dst`", async () => {
  const text =
    "job f {\nonce at 2026-03-29 2:30 in Europe/Berlin\nevery day at 9:00 in Europe/Berlin\nrun f\ndst gap skip\n}\n";
  const { diagnostics } = await check({ files: { "a.sched": text } });
  expect(diagnostics).toMatchObject([{ code: "time/clock-in-gap", help: expect.not.stringContaining("dst") }]);
});

test("a policy says that it is known", async () => {
  const sentence = "every day at 2:30 in Europe/Berlin run f";
  expect(await findingsOf(`${sentence} dst gap after\n`)).toEqual([
    "time/clock-in-overlap: every day at 2:30 in Europe/Berlin",
  ]);
  expect(await findingsOf(`${sentence} dst gap skip dst overlap second\n`)).toEqual([]);
});

test("the date is the first from a fixed instant on, or from the one given", async () => {
  const files = { "a.sched": "every sunday at 2:30 in Europe/Berlin run f dst overlap first\n" };
  const messages = async (now?: number): Promise<string[]> =>
    (await check({ files, ...(now !== undefined && { now }) })).diagnostics.map(({ message }) => message);
  expect(await messages()).toEqual([
    "02:30 does not exist on 2026-03-29 in Europe/Berlin; the job then fires at 03:00",
  ]);
  expect(await messages(Date.UTC(2026, 5, 1))).toEqual([
    "02:30 does not exist on 2027-03-28 in Europe/Berlin; the job then fires at 03:00",
  ]);
});

test("what is past is a warning only where it was said when now is", async () => {
  const text = "every day at 9:00 until 2026-01-31 run f\n";
  expect(await findingsOf(text)).toEqual([]);
  expect(await findingsOf(text, Date.UTC(2026, 0, 31))).toEqual([]);
  expect(await findingsOf(text, Date.UTC(2026, 1, 1))).toEqual(["time/ended: every day at 9:00 until 2026-01-31"]);
  const { diagnostics } = await check({ files: { "a.sched": text }, now: Date.UTC(2026, 1, 1, 12, 0, 0, 893) });
  expect(diagnostics[0]?.message).toMatch(/ before 2026-02-01T12:00:00Z$/);
});

describe("delays beyond the next fire", () => {
  test.each([
    ["every day at 9:00 run f jitter 1d", []],
    ["every day at 9:00 run f jitter 25h", ["policy/delay-beyond-next-fire: jitter 25h"]],
    ["every day at 9:00, 9:30 run f spread 31m", ["policy/delay-beyond-next-fire: spread 31m"]],
    [
      "every month on the 31st, 1st at 9:00 run f jitter 25h",
      ["day/short-month: 31st", "policy/delay-beyond-next-fire: jitter 25h"],
    ],
    ["every 7 hours from 2026-01-01T00:00 run f spread 8h", ["policy/delay-beyond-next-fire: spread 8h"]],
    // As written: the day on which a clock goes forward is no shorter.
    ["every day at 9:00 in Europe/Berlin run f jitter 24h", []],
  ])("%s", async (text, findings) => {
    expect(await findingsOf(`${text}\n`)).toEqual(findings);
  });
});

test("many jobs on one instant are told once, with all of them", async () => {
  const jobs = (n: number, more = ""): string =>
    Array.from({ length: n }, (_, i) => `every day at midnight run task${i}${more}\n`).join("");
  expect(await findingsOf(jobs(9))).toEqual([]);
  expect(await findingsOf(jobs(10, " spread 10m"))).toEqual([]);
  const { diagnostics } = await check({
    files: { "a.sched": jobs(6), "b.sched": `every hour run g\n${jobs(6).replaceAll("task", "other")}` },
  });
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: "time/same-instant",
    file: "a.sched",
    message: "12 jobs start together, for the first time at 2026-01-01T00:00:00Z",
  });
  expect(diagnostics[0]?.related?.map(({ file }) => file)).toEqual([
    ...Array(5).fill("a.sched"),
    ...Array(6).fill("b.sched"),
  ]);
});

test("a comment or the config silences a warning, and nothing an error", async () => {
  const sentence = "every day at 2:30 in Europe/Berlin run f dst overlap first\n";
  expect(await findingsOf(`// schedc-ignore time/clock-in-gap: meant so\n${sentence}`)).toEqual([]);
  const quiet = { files: { "a.sched": sentence }, config: { severities: { "time/clock-in-gap": "off" } } } as const;
  expect((await check(quiet)).diagnostics).toEqual([]);
  const loud = { ...quiet, config: { severities: { "time/clock-in-gap": "error" } } } as const;
  expect((await check(loud)).diagnostics).toMatchObject([{ severity: "error" }]);
  const stubborn = {
    files: { "a.sched": "every monday on saturday at 9:00 run f\n" },
    config: { severities: { "time/never-fires": "off" } },
  } as const;
  expect((await check(stubborn)).diagnostics).toMatchObject([{ code: "time/never-fires", severity: "error" }]);
});

test("findings of a file are counted beyond the limit", async () => {
  const text = "every day at 2:30 in Europe/Berlin run f dst overlap first\n";
  const files = { "a.sched": [1, 2, 3].map((i) => text.replace("run f", `run f${i}`)).join("") };
  const { diagnostics } = await check({ files, config: { limits: { findings: 2 } } });
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "time/clock-in-gap",
    "time/clock-in-gap",
    "file/too-many-findings",
  ]);
});
