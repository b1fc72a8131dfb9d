/** `cron "…"`: what is read, and what is found at which column. */
import fc from "fast-check";
import { check } from "schedc";
import { describe, expect, test } from "vitest";
import { openPlainReader, readCron } from "../../src/compiler/cron/index.ts";
import { expectFires, findingsOf, jobOf, type Row } from "./plan-of.ts";

const refused: readonly (readonly [expression: string, finding: string])[] = [
  ["* * * *", "cron/field-count: * * * *"],
  ["* * * * * * * *", "cron/field-count: * * * * * * * *"],
  ["61 * * * *", "cron/out-of-range: 61"],
  ["0 9 * * 8", "cron/out-of-range: 8"],
  ["0 9 0 * *", "cron/out-of-range: 0"],
  ["0 9 1-32 * *", "cron/out-of-range: 1-32"],
  ["0 9,x * * *", "cron/bad-field: x"],
  ["0 9 * janu *", "cron/bad-field: janu"],
  ["0 9 * janfeb *", "cron/bad-field: janfeb"],
  ["1, * * * *", "cron/bad-field: 1,"],
  ["*/0 * * * *", "cron/bad-field: */0"],
  ["0 9 L/2 * *", "cron/bad-field: L/2"],
  ["0 9 * * 1#6", "cron/bad-field: 1#6"],
  ["0 9 * * L", "cron/bad-field: L"],
  ["0 22-6 * * *", "cron/backward-range: 22-6"],
  ["50-10 * * * *", "cron/backward-range: 50-10"],
  ["*/45 * * * *", "cron/step-too-long: */45"],
  ["*/90 * * * *", "cron/step-too-long: */90"],
  ["0 */13 * * *", "cron/step-too-long: */13"],
  ["5/90 * * * *", "cron/step-too-long: 5/90"],
  ["0 9 1 1 * 2026 1", "cron/unsupported: 1"],
  ["@reboot", "cron/unsupported: @reboot"],
  ["CRON_TZ=UTC 0 9 * * *", "cron/unsupported: CRON_TZ=UTC"],
  ["0 9 */31 * *", "cron/step-too-long: */31"],
  ["0 9 32 * 1", "cron/out-of-range: 32"],
  ["@every 5m", "cron/unsupported: @every 5m"],
  ["H * * * *", "cron/unsupported: H"],
  ["H(0-29)/10 * * * *", "cron/unsupported: H(0-29)/10"],
  ["0 9 13 * +5", "cron/unsupported: +5"],
  ["0 9 -1 * *", "cron/unsupported: -1"],
  ["0 9 31W * *", "cron/unsupported: 31W"],
  ["0 9 W15 * *", "cron/unsupported: W15"],
  ["0 9 * * fri#L", "cron/unsupported: fri#L"],
  ["0 24 * * *", "cron/unsupported: 24"],
  ["? * * * *", "cron/unsupported: ?"],
  ["0 0 30 2 *", "time/never-fires: 30 2 *"],
  ["0 0 31 4,6 ?", "time/never-fires: 31 4,6 ?"],
];

test.each(refused)("%s is refused", async (expression, finding) => {
  const found = await findingsOf(`cron "${expression}" run f\n`);
  expect(found).toEqual([finding]);
});

const warned: readonly (readonly [expression: string, finding: string])[] = [
  ["*/7 * * * *", "cron/uneven-step: */7"],
  ["0 9 */2 * *", "cron/uneven-step: */2"],
  ["0 9 1 */5 *", "cron/uneven-step: */5"],
  ["0 9 * * */2", "cron/uneven-step: */2"],
  ["0 9 13 * 5", "cron/either-day: 13"],
  ["0 9 */2 * 5", "cron/both-days: */2"],
  ["0 9 13 * */5", "cron/both-days: */5"],
];

test.each(warned)("%s is compiled with a warning", async (expression, finding) => {
  expect(await findingsOf(`cron "${expression}" run f\n`)).toEqual([finding]);
  await jobOf(`cron "${expression}" run f\n`);
});

test.each([
  ["*/45 * * * *", "every 45 minutes"],
  ["0 */7 * * *", "every 7 hours from 2026-01-01T00:00"],
  ["0 */90 * * * *", "every 90 minutes"],
  ["0 */24 * * *", "every day at midnight"],
  // Every minute of each seventh hour, and days of the month, are more than a step.
  ["* */7 * * *", undefined],
  ["0 0 */2 * *", undefined],
])("%s can be made the sentence that it was meant as", async (expression, sentence) => {
  const text = `cron "${expression}" in Europe/Berlin run f\n`;
  const { diagnostics } = await check({ files: { "a.sched": text } });
  const [edit] = diagnostics[0]?.fixes?.[0]?.edits ?? [];
  const mended = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  expect(mended).toBe(sentence && `${sentence} in Europe/Berlin run f\n`);
  if (mended) await jobOf(mended);
});

test("where the string holds escapes, the place is the whole string", async () => {
  expect(await findingsOf('cron "61\\t* * * *" run f\n')).toEqual(['cron/out-of-range: "61\\t* * * *"']);
});

describe("fire times", () => {
  const rows: readonly Row[] = [
    [
      'cron "0 9 * * fri-mon" run f',
      "2026-01-01",
      "2026-01-02 09:00",
      "2026-01-03 09:00",
      "2026-01-04 09:00",
      "2026-01-05 09:00",
    ],
    ['cron "0 9 * * 7" run f', "2026-01-01", "2026-01-04 09:00", "2026-01-11 09:00"],
    [
      'cron "0 9 * * 5-7" run f',
      "2026-01-01",
      "2026-01-02 09:00",
      "2026-01-03 09:00",
      "2026-01-04 09:00",
      "2026-01-09 09:00",
    ],
    ['cron "0 0 1 nov-feb *" run f', "2026-01-01", "2026-01-01 00:00", "2026-02-01 00:00", "2026-11-01 00:00"],
    ['cron "5/20 9 * * *" run f', "2026-01-01", "2026-01-01 09:05", "09:25", "09:45", "2026-01-02 09:05"],
    ['cron "0 9 L * *" run f', "2026-02-01", "2026-02-28 09:00", "2026-03-31 09:00"],
    ['cron "0 9 L-3 * *" run f', "2026-02-01", "2026-02-25 09:00", "2026-03-28 09:00"],
    [
      'cron "0 9 29-L * *" run f',
      "2026-02-01",
      "2026-03-29 09:00",
      "2026-03-30 09:00",
      "2026-03-31 09:00",
      "2026-04-29 09:00",
    ],
    ['cron "0 9 LW * *" run f', "2026-01-01", "2026-01-30 09:00", "2026-02-27 09:00"],
    ['cron "0 9 15W * *" run f', "2026-02-01", "2026-02-16 09:00", "2026-03-16 09:00", "2026-04-15 09:00"],
    ['cron "0 9 1W,15 * ?" run f', "2026-08-01", "2026-08-03 09:00", "2026-08-15 09:00"],
    ['cron "0 9 * * 5L" run f', "2026-01-01", "2026-01-30 09:00", "2026-02-27 09:00"],
    ['cron "0 9 * * fri#2,mon" run f', "2026-01-06", "2026-01-09 09:00", "2026-01-12 09:00"],
    ['cron "15 0 9 * * *" run f', "2026-01-01", "2026-01-01 09:00:15"],
    ['cron "@Weekly" run f', "2026-01-01", "2026-01-04 00:00", "2026-01-11 00:00"],
    // Both restricted: either is enough. One starts with a star: both must hold.
    ['cron "0 9 13 * 5" run f', "2026-01-10", "2026-01-13 09:00", "2026-01-16 09:00"],
    ['cron "0 9 */2 * 5" run f', "2026-01-01", "2026-01-09 09:00", "2026-01-23 09:00"],
    ['cron "0 9 13 * */5" run f', "2026-01-01", "2026-02-13 09:00", "2026-03-13 09:00"],
    // Neither minute nor hour starts with a star: once on the day on which the clock goes back.
    ['cron "30 1 * * *" in America/New_York run f', "2026-11-01", "2026-11-01 05:30", "2026-11-02 06:30"],
    ['cron "30 1-3 * * *" in America/New_York run f', "2026-11-01", "2026-11-01 05:30", "07:30", "08:30"],
    ['cron "*/30 1 * * *" in America/New_York run f', "2026-11-01", "2026-11-01 05:00", "05:30", "06:00", "06:30"],
    ['cron "30 * * * *" in America/New_York run f', "2026-11-01 05:00", "2026-11-01 05:30", "06:30", "07:30"],
  ];
  test.each(rows)("%s", async (...row) => {
    await expectFires(row);
  });
});

test("plain items mean what they say, counted by hand", async () => {
  const plain = await openPlainReader();
  const item = fc.oneof(
    fc.constant({ text: "*", from: 0, to: 59, step: 1 }),
    fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30).map((step) => ({ text: `*/${step}`, from: 0, to: 59, step })),
    fc.nat(59).map((from) => ({ text: `${from}`, from, to: from, step: 1 })),
    fc
      .tuple(fc.nat(59), fc.nat(59), fc.integer({ min: 1, max: 59 }))
      .filter(([from, to]) => from <= to)
      .map(([from, to, step]) => ({ text: `${from}-${to}/${step}`, from, to, step })),
  );
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      const { meaning } = readCron(`${items.map(({ text }) => text).join()} 9 * * *`, plain);
      const wanted = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) =>
        items.some(({ from, to, step }) => minute >= from && minute <= to && (minute - from) % step === 0),
      );
      expect(meaning?.clocks.map((clock) => clock / 60 - 540)).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});
