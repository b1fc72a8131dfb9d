/** Random expressions against croner and cron-parser, in UTC and where their rules are ours. */
import { CronExpressionParser } from "cron-parser";
import { Cron } from "croner";
import fc from "fast-check";
import { fires } from "schedc/runtime";
import { expect, test } from "vitest";
import { cronDst, openPlainReader, readCron } from "../../src/compiler/cron/index.ts";
import { patternTimes } from "../../src/compiler/plan/lower/normal-times.ts";

const plain = await openPlainReader();

/** `*`, steps that divide, values and ranges of a field. */
function field(
  min: number,
  max: number,
  steps: readonly number[],
  words: readonly string[] = [],
): fc.Arbitrary<string> {
  const value = fc.integer({ min, max });
  const named = words.length === 0 ? value.map(String) : fc.oneof(value.map(String), fc.constantFrom(...words));
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const item = fc.oneof(named, range);
  const list = fc.uniqueArray(item, { minLength: 1, maxLength: 3 }).filter((items) => !overlaps(items));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant("*") },
    fc.constantFrom(...steps).map((n) => `*/${n}`),
    list.map((items) => items.join()),
  );
}

/** cron-parser refuses what stands twice in a list. */
function overlaps(items: readonly string[]): boolean {
  if (items.length === 1) return false;
  const seen = new Set<number>();
  return items.some((item) => {
    const [first, last = first] = item.split("-").map(Number);
    if (first === undefined || last === undefined || Number.isNaN(first)) return true;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i).some((n) => seen.size === seen.add(n).size);
  });
}

const clock = fc.tuple(field(0, 59, [5, 15, 30]), field(0, 23, [2, 6, 12]));
const byDate = fc
  .tuple(field(1, 31, [2, 10]), field(1, 12, [3, 6], ["jan", "DEC"]))
  .map(([day, month]) => `${day} ${month} *`);
const byWeekday = fc
  .tuple(field(1, 12, [2]), field(0, 6, [2], ["mon", "SAT"]))
  .map(([month, day]) => `* ${month} ${day}`);
const expression = fc
  .tuple(clock, fc.oneof(byDate, byWeekday))
  .map(([[minute, hour], days]) => `${minute} ${hour} ${days}`);

test("the next fires are those of both", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      expression,
      fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
      (text, from) => {
        const { meaning } = readCron(text, plain);
        if (meaning === undefined) throw new Error(`${text} was not read`);
        const trigger = {
          kind: "calendar",
          zone: "UTC",
          days: meaning.days,
          times: patternTimes(meaning.clocks),
          dst: cronDst(meaning.fixed),
        } as const;
        const ours = [...fires(trigger, { after: from.getTime(), limit: 4 })].map((at) => new Date(at).toISOString());
        const croner = new Cron(text, { timezone: "UTC" }).nextRuns(4, from).map((at) => at.toISOString());
        expect([text, ours.slice(0, croner.length)]).toEqual([text, croner]);
        const parser = parserFires(text, from);
        expect([text, ours.slice(0, parser.length)]).toEqual([text, parser]);
        compared += parser.length;
      },
    ),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(600);
});

/** It refuses days that no month of the expression has, and gives up on rare ones. */
function parserFires(text: string, from: Date): readonly string[] {
  try {
    return CronExpressionParser.parse(text, { currentDate: from, tz: "UTC" })
      .take(4)
      .map((at) => at.toDate().toISOString());
  } catch {
    return [];
  }
}
